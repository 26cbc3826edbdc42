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
import { changeQuestionnaire, findDraft, versionChoices } from "#app/services/team/drafts/draft";

export const meta = pageTitle;

export const loader = forTeam("campaigns.write", async (ctx, { request, params }) => {
  const { id, name, questionnaire, version, regimes } = await findDraft(ctx, params.id ?? "");
  return {
    id,
    title: name,
    chosen: `${questionnaire}@${version}`,
    regimes,
    versions: versionChoices(teamLanguage(request)),
  };
});

export const action = forTeam("campaigns.write", async (ctx, { request, params }: ActionArgs) => {
  const form = await request.formData();
  const step = {
    name: String(form.get("name") ?? ""),
    key: String(form.get("version") ?? ""),
    regimes: form.getAll("regime").map(String),
  };
  const saved = await changeQuestionnaire(ctx, params.id ?? "", step);
  return saved ? redirect(`/campaigns/${params.id}/recipients`, 303) : data({ nameMissing: true }, { status: 422 });
});

export default function CampaignQuestionnaire() {
  const { t } = useTranslation("team");
  const { id, title, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="questionnaire" />
      <QuestionnaireForm {...form} name={title} nameMissing={answer?.nameMissing} />
    </main>
  );
}
