import { setTimeout } from "node:timers/promises";
import { useTranslation } from "react-i18next";
import { LaunchChecks } from "#app/components/team/campaigns/launch-checks";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { SelectField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/head";
import { teamLanguage } from "#app/http/team-session.server";
import { dueWords } from "#app/i18n/dates/moments";
import { pageTitle } from "#app/page/title";
import { redirect } from "#app/router/answers.server";
import { Form, useNavigation } from "#app/router/navigation";
import { useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { inviteChosen } from "#app/services/team/launches/invite-chosen";
import { beginLaunch, launchChecks, linkDays, usualLinkDays } from "#app/services/team/launches/launch-campaign";

export const meta = pageTitle;

const patienceMs = 1_000;

export const loader = forTeam("campaigns.write", async (ctx, { request, params }) => {
  const { campaign, invited, checks } = await launchChecks(ctx, params.id ?? "");
  const due = dueWords(campaign.dueAt, campaign.zone, teamLanguage(request));
  return { id: campaign.id, title: campaign.name, invited, checks, due, linkDays, usualLinkDays };
});

export const action = forTeam("campaigns.write", async (ctx, { request, params }: ActionArgs) => {
  const form = await request.formData();
  const id = params.id ?? "";
  await beginLaunch(ctx, id, Number(form.get("links")));
  // A short one is over before its page is shown; a long one goes on, and the page says how far it is.
  const inviting = inviteChosen(ctx, ctx.organisation.id, id).catch((error: unknown) =>
    ctx.log.error({ err: error, campaign: id }, "the launch could not go on"),
  );
  await Promise.race([inviting, setTimeout(patienceMs)]);
  return redirect(`/campaigns/${params.id}`, 303);
});

export default function CampaignLaunch() {
  const { t } = useTranslation("team");
  const { id, title, invited, checks, due, linkDays: days, usualLinkDays: usual } = useLoaderData<typeof loader>();
  const stopped = checks.some(({ state }) => state === "stop");
  const busy = useNavigation().state === "submitting";
  return (
    <main id="main" className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="launch" />
      <div className="flow-wide section">
        <LaunchChecks id={id} checks={checks} due={due} />
        <Form method="post" className="flow-wide">
          <SelectField
            name="links"
            label={t("campaign.launch.links")}
            hint={t("campaign.launch.linksHint")}
            value={String(usual)}
            choices={days.map((count) => ({ value: String(count), label: t("campaign.launch.linkDays", { count }) }))}
            width="in-m"
          />
          <p className="muted">{t("campaign.launch.final")}</p>
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
