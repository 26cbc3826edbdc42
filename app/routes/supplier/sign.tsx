import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SignPage } from "#app/components/supplier/sign-page";
import { signPage } from "#app/services/supplier/sign-page";
import { addressOf } from "#app/services/supplier/sitting";
import { submitAttestation } from "#app/services/supplier/submit-attestation";
import type { Typed } from "#app/services/supplier/typed";
import { forForm, forOpenSitting } from "./answering";
import { revisionOf } from "./form";
import { titleOf } from "./title";
import { handedOn, showTyped } from "./turn";

export const meta = titleOf;

export const loader = forOpenSitting(({ ctx, sitting }, { context }) =>
  signPage(ctx, sitting, handedOn<Typed>(context)),
);

export const action = forForm(async ({ ctx, sitting, fields }, { context }) => {
  const outcome = await submitAttestation(ctx, sitting, { fields, revision: revisionOf(fields) });
  if (outcome.kind === "submitted") return redirect(`${addressOf(sitting)}/receipt`);
  return showTyped(context, fields, outcome);
});

export default function Sign() {
  return <SignPage view={useLoaderData<typeof loader>()} />;
}
