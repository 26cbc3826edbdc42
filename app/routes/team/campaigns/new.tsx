import { useTranslation } from "react-i18next";
import { QuestionnaireForm } from "#app/components/team/campaigns/questionnaire-form";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { Head } from "#app/components/team/frame/head";
import { teamLanguage } from "#app/http/team-session.server";
import { pageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/answers.server";
import { useActionData, useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { startCampaign, versionChoices } from "#app/services/team/drafts/draft";

export const meta = pageTitle;

export const loader = forTeam("campaigns.write", (ctx, { request }) => ({
  title: ctx.t(teamLanguage(request))("team:campaign.new"),
  versions: versionChoices(teamLanguage(request)),
}));

export const action = forTeam("campaigns.write", async (ctx, { request }: ActionArgs) => {
  const form = await request.formData();
  const step = {
    name: String(form.get("name") ?? ""),
    key: String(form.get("version") ?? ""),
    regimes: form.getAll("regime").map(String),
  };
  const id = await startCampaign(ctx, step);
  return id
    ? redirect(`/campaigns/${id}/recipients`, 303)
    : data({ nameMissing: true, regimes: step.regimes }, { status: 422 });
});

export default function NewCampaign() {
  const { t } = useTranslation("team");
  const { title, versions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps current="questionnaire" />
      <QuestionnaireForm versions={versions} nameMissing={answer?.nameMissing} regimes={answer?.regimes} />
    </main>
  );
}
