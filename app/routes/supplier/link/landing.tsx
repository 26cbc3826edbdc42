import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LandingPage } from "#app/components/supplier/link/landing-page";
import { attestCookie, supplierLanguage } from "#app/http/supplier-session.server";
import { answering, forLink } from "#app/routes/supplier/answering";
import { titleOf } from "#app/routes/supplier/title";
import { landingPage } from "#app/services/supplier/link/landing-page";
import { startAttestation } from "#app/services/supplier/link/start";

export const meta = titleOf;

// Mail scanners open links: nothing changes here, whoever looks.
export const loader = forLink(({ ctx, file, href }) => landingPage(ctx, file, { href }));

export function action(args: ActionFunctionArgs) {
  const ctx = args.context.context;
  return answering(args, async () => {
    const language = supplierLanguage(args.request);
    const { attestation, session, until, submitted } = await startAttestation(ctx, {
      token: args.params.token ?? "",
      language,
    });
    return redirect(`/attest/${attestation}${submitted ? "/receipt" : ""}`, {
      headers: { "set-cookie": attestCookie(ctx, { attestation, session, until }) },
    });
  });
}

export default function Landing() {
  return <LandingPage view={useLoaderData<typeof loader>()} />;
}
