import { useTranslation } from "react-i18next";
import { QuestionnaireForm } from "#app/components/team/campaigns/questionnaire-form";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { changeQuestionnaire, showQuestionnaireStep } from "#app/services/team/drafts/change-questionnaire";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { params }) => {
  const step = await showQuestionnaireStep(ctx, { campaign: params.id ?? "" });
  return { ...step, title: step.name };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const typed = formInput(await request.formData(), changeQuestionnaire.input);
  const outcome = await changeQuestionnaire.submit(ctx, { ...typed, campaign: params.id ?? "" });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirect(`/campaigns/${params.id}/recipients`, 303);
});

export default function CampaignQuestionnaire() {
  const { t } = useTranslation("team");
  const { id, title, ...saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="questionnaire" />
      <QuestionnaireForm {...saved} {...answer?.typed} faults={answer?.faults} />
    </main>
  );
}
