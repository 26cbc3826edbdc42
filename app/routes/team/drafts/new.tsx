import { useTranslation } from "react-i18next";
import { QuestionnaireForm } from "#app/components/team/campaigns/questionnaire-form";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { chosenIn } from "#app/routes/team/requests/chosen-suppliers";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { questionnaireStep } from "#app/services/team/drafts/questionnaire-step";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { listVersions } from "#app/services/team/drafts/versions";
import { choicesIn } from "#app/services/team/imports/import-choices";
import { countOfList } from "#app/services/team/imports/shown/suppliers-of-list";
import { countAsked } from "#app/services/team/suppliers/marks/count-asked";

export const meta = teamPageTitle;

/** The list whose suppliers the campaign is to ask, as the page after an import says it. */
function listOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const upload = query.get("list");
  return upload === null ? undefined : { upload, ...choicesIn(query) };
}

export const loader = forTeam(async (ctx, { request }) => ({
  title: ctx.t(teamLanguage(request))("team:campaign.new"),
  versions: await listVersions(ctx, {}),
  begun: ctx.clock.now().toISOString(),
  asked: await countOfList(ctx, { list: listOf(request) }),
  chosen: await countAsked(ctx, { chosen: chosenIn(request) }),
}));

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const form = await request.formData();
  const typed = formInput(form, questionnaireStep);
  const begun = String(form.get("begun") ?? "");
  const named = chosenIn(request);
  const chosen = named && { ...named, seen: String(form.get("seen") ?? "") };
  const outcome = await startCampaign.submit(ctx, { ...typed, begun, list: listOf(request), chosen });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirect(`/campaigns/${outcome.done}/recipients`, 303);
});

export default function NewCampaign() {
  const { t } = useTranslation("team");
  const { title, versions, begun, asked, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps current="questionnaire" />
      {asked !== undefined && <p className="note-plain">{t("import.campaignWith", { count: asked })}</p>}
      {chosen && answer?.faults.some(({ field }) => field === "chosen") && (
        <p className="note" role="alert">
          {t("fault.suppliers-differ")}
        </p>
      )}
      {chosen && (
        <p className="note-plain">
          {t("campaigns.asks", { count: chosen.suppliers })}{" "}
          {chosen.archived > 0 && t("campaign.recipients.archived", { count: chosen.archived })}
        </p>
      )}
      <QuestionnaireForm
        begun={begun}
        seen={chosen?.suppliers}
        versions={versions}
        {...answer?.typed}
        faults={answer?.faults}
      />
    </main>
  );
}
