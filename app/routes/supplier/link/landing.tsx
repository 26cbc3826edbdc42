import { ColleagueLandingPage } from "#app/components/supplier/colleagues/colleague-landing-page";
import { LandingPage } from "#app/components/supplier/link/landing-page";
import { languageCookie } from "#app/http/language-cookie";
import { rememberStart } from "#app/http/recent-starts.server";
import { supplierSessionCookie } from "#app/http/supplier-session.server";
import { findLanguage } from "#app/i18n/languages";
import { redirect } from "#app/router/api/answers.server";
import { useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { fieldOf, readAnyForm } from "#app/routes/supplier/requests/form-fields";
import { supplierPageTitle } from "#app/routes/supplier/requests/page-title";
import { forLink } from "#app/routes/supplier/requests/session-requests";
import { showColleagueLanding } from "#app/services/supplier/colleagues/show-colleague-landing";
import { startColleague } from "#app/services/supplier/colleagues/start-colleague";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { startAttestation } from "#app/services/supplier/link/start-attestation";

export const meta = supplierPageTitle;

// Mail scanners open links, so looking at the page changes nothing.
export const loader = forLink(async ({ ctx, link }) => {
  const asked = await showColleagueLanding(ctx, link);
  return asked ?? showLanding(ctx, link);
});

export const action = forLink(async ({ ctx, link: { token } }, { request }: ActionArgs) => {
  // Chosen on the page by its address, which the pages after this one do not have.
  const chosen = findLanguage(fieldOf(await readAnyForm(request), "language"))?.tag;
  const visitor = { ...ctx, language: chosen ?? ctx.language };
  const colleague = await startColleague(visitor, { token });
  const { attestation, sessionToken, until, submitted, first } =
    colleague ?? (await startAttestation(visitor, { token }));
  rememberStart(ctx, attestation);
  const headers = new Headers({ "set-cookie": supplierSessionCookie(ctx, { attestation, sessionToken, until }) });
  if (chosen) headers.append("set-cookie", languageCookie(chosen, ctx.config));
  const page = first ? `/${first}` : submitted ? "/receipt" : "";
  return redirect(`/attest/${attestation}${page}`, { headers });
});

export default function Landing() {
  const view = useLoaderData<typeof loader>();
  return "asker" in view ? <ColleagueLandingPage view={view} /> : <LandingPage view={view} />;
}
