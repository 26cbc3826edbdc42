import { useTranslation } from "react-i18next";
import { LaunchChecks } from "#app/components/team/campaigns/launch-checks";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { ErrorSummary, SelectField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { LanguageOffer } from "#app/components/team/languages/language-offer";
import { formInput } from "#app/http/form-input";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, useNavigation } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { beginLaunch, defaultLinkDays, linkDays } from "#app/services/team/launches/begin-launch";
import { checkLaunch } from "#app/services/team/launches/check-launch";
import { launchJob } from "#app/services/team/launches/launch-job";

export const meta = teamPageTitle;

/** How long the answer may wait for the launch: a short one is over before its page is shown, which says how far a long one is. */
const patienceMs = 1_000;

export const loader = forTeam(async (ctx, { params }) => ({
  ...(await checkLaunch(ctx, { campaign: params.id ?? "" })),
  linkDays,
  defaultLinkDays,
}));

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const campaign = params.id ?? "";
  const { offer = [], ...typed } = formInput(await request.formData(), beginLaunch.input);
  // A page of ours always says it; a form that does not was made before there was a choice.
  const offered = offer.length > 0 ? { offer } : {};
  const outcome = await beginLaunch.submit(ctx, { ...typed, ...offered, campaign });
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  await ctx.jobs.waitUntilEnded(launchJob(ctx.organisation.id, campaign), patienceMs);
  return redirect(`/campaigns/${campaign}`, 303);
});

export default function CampaignLaunch() {
  const { t } = useTranslation("team");
  const {
    id,
    title,
    invited,
    checks,
    due,
    languages,
    linkDays: days,
    defaultLinkDays,
  } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t(field === "offer" ? "campaign.offer.title" : "campaign.launch.links") }),
  }));
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  const stopped = checks.some(({ state }) => state === "stop");
  const busy = useNavigation().state === "submitting";
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="launch" />
      <div className="flow-wide section">
        <LaunchChecks id={id} checks={checks} due={due} />
        <Form method="post" className="flow-wide">
          <ErrorSummary title={t("form.problem")} errors={errors} />
          <SelectField
            name="links"
            label={t("campaign.launch.links")}
            hint={t("campaign.launch.linksHint")}
            value={String(defaultLinkDays)}
            error={errorOf("links")}
            choices={days.map((count) => ({ value: String(count), label: t("campaign.launch.linkDays", { count }) }))}
            width="in-m"
          />
          <p className="muted">{t("campaign.launch.final")}</p>
          <LanguageOffer lines={languages} error={errorOf("offer")} />
          <button
            type="submit"
            className="button"
            disabled={stopped}
            aria-disabled={stopped || busy ? true : undefined}
          >
            {t("campaign.launch.button", { count: invited })}
          </button>
        </Form>
      </div>
    </main>
  );
}
