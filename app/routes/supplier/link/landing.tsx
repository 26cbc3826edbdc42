import { LandingPage } from "#app/components/supplier/link/landing-page";
import { attestCookie, supplierLanguage } from "#app/http/supplier-session.server";
import { redirect } from "#app/router/answers.server";
import { useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { titleOf } from "#app/routes/supplier/requests/page-title";
import { forLink, withProblemPage } from "#app/routes/supplier/requests/session-requests";
import { landingPage } from "#app/services/supplier/link/landing-page";
import { startAttestation } from "#app/services/supplier/link/start";

export const meta = titleOf;

// Mail scanners open links: nothing changes here, whoever looks.
export const loader = forLink(({ ctx, file, href }) => landingPage(ctx, file, { href }));

export function action(args: ActionArgs) {
  const ctx = args.context.context;
  return withProblemPage(args, async () => {
    const language = supplierLanguage(args.request);
    const { attestation, sessionToken, until, submitted } = await startAttestation(ctx, {
      token: args.params.token ?? "",
      language,
    });
    return redirect(`/attest/${attestation}${submitted ? "/receipt" : ""}`, {
      headers: { "set-cookie": attestCookie(ctx, { attestation, sessionToken, until }) },
    });
  });
}

export default function Landing() {
  return <LandingPage view={useLoaderData<typeof loader>()} />;
}
