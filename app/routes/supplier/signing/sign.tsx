import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SignPage } from "#app/components/supplier/signing/sign-page";
import { forForm, forOpenSitting } from "#app/routes/supplier/answering";
import { revisionOf } from "#app/routes/supplier/form";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, showTyped } from "#app/routes/supplier/turn";
import { signPage } from "#app/services/supplier/signing/sign-page";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import { addressOf } from "#app/services/supplier/sitting";
import type { Typed } from "#app/services/supplier/typed";

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
