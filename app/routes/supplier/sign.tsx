import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SignPage } from "#app/components/supplier/sign-page";
import { signPage, type TypedSignature } from "#app/services/supplier/sign-page";
import { submitAttestation } from "#app/services/supplier/submit-attestation";
import { forForm, forOpenSitting } from "./answering";
import { revisionOf } from "./form";
import { titleOf } from "./title";
import { handedOn, handOn } from "./turn";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting }, { context }) =>
  signPage(ctx, sitting, handedOn<TypedSignature>(context)),
);

const statusOf = { errors: 422, hindered: 409, conflict: 409, "not-saved": 507 } as const;

export const action = forForm(async ({ ctx, sitting, fields }, { context }) => {
  const outcome = await submitAttestation(ctx, sitting, { fields, revision: revisionOf(fields) });
  if (outcome.kind === "submitted") return redirect(`/attest/${sitting.file.attestation.id}/receipt`);
  handOn<TypedSignature>(context, {
    fields,
    errors: outcome.kind === "errors" ? outcome.errors : [],
    notSaved: outcome.kind === "not-saved",
    changed: outcome.kind === "conflict",
  });
  return data(null, { status: statusOf[outcome.kind] });
});

export default function Sign() {
  return <SignPage view={useLoaderData<typeof loader>()} />;
}
