import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { shareResults, showResultSharing } from "#app/services/team/campaigns/share-results";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => ({
  ...(await showResultSharing(ctx, { campaign: params.id ?? "" })),
  title: ctx.t(teamLanguage(request))("team:campaign.results.title"),
}));

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const campaign = params.id ?? "";
  const typed = formInput(await request.formData(), shareResults.input);
  const outcome = await shareResults.submit(ctx, { ...typed, campaign });
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  return redirect(`/campaigns/${campaign}`, 303);
});

export default function CampaignResults() {
  const { t } = useTranslation("team");
  const { id, name, title, sharesResults } = useLoaderData<typeof loader>();
  const errors = (useActionData<typeof action>()?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: title }),
  }));
  const now = sharesResults ? "shared" : "kept";
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: `/campaigns/${id}`, label: name }} />
      <Form method="post" className="section flow" reloadDocument>
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <p>{t("campaign.results.lead")}</p>
        <fieldset id="results" className="field">
          <legend className="label">{t("campaign.results.ask")}</legend>
          <div className="choices">
            {(["kept", "shared"] as const).map((choice) => (
              <div key={choice} className="choice">
                <input type="radio" id={choice} name="results" value={choice} defaultChecked={choice === now} />
                <label htmlFor={choice}>
                  {t(`campaign.results.${choice}`)}
                  <small>{t(`campaign.results.${choice}Hint`)}</small>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <button type="submit" className="button">
          {t("form.save")}
        </button>
      </Form>
    </main>
  );
}
