import { LandingPage } from "#app/components/supplier/link/landing-page";
import { supplierSessionCookie } from "#app/http/supplier-session.server";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forLink } from "#app/routes/supplier/requests/session-requests";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { startAttestation } from "#app/services/supplier/link/start-attestation";

export const meta = supplierPageTitle;

// Mail scanners open links, so looking at the page changes nothing.
export const loader = forLink(({ ctx, link }) => showLanding(ctx, link));

export const action = forLink(async ({ ctx, link: { token } }) => {
  const { attestation, sessionToken, until, submitted } = await startAttestation(ctx, { token });
  return redirect(`/attest/${attestation}${submitted ? "/receipt" : ""}`, {
    headers: { "set-cookie": supplierSessionCookie(ctx, { attestation, sessionToken, until }) },
  });
});

export default function Landing() {
  return <LandingPage view={useLoaderData<typeof loader>()} />;
}
