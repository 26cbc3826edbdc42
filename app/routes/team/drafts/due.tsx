import { useTranslation } from "react-i18next";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { ErrorSummary, SelectField, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { changeDue, showDue } from "#app/services/team/drafts/change-due";

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { params }) => showDue(ctx, { campaign: params.id ?? "" }));

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const typed = formInput(await request.formData(), changeDue.input);
  const outcome = await changeDue.submit(ctx, { ...typed, campaign: params.id ?? "" });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirect(`/campaigns/${params.id}/launch`, 303);
});

export default function CampaignDue() {
  const { t } = useTranslation("team");
  const { id, title, zones: all, ...saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { date, time, zone } = { ...saved, ...answer?.typed };
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({ field, text: t(`fault.${code}`) }));
  const error = errors[0]?.text;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="due" />
      <Form method="post" className="flow-wide section">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <p className="muted">{t("campaign.due.lead")}</p>
        <div>
          <TextField name="date" type="date" label={t("campaign.due.date")} value={date} error={error} width="in-s" />
          <TextField name="time" type="time" label={t("campaign.due.time")} value={time} width="in-s" />
          <SelectField
            name="zone"
            label={t("campaign.due.zone")}
            hint={t("campaign.due.zoneHint")}
            value={zone}
            choices={all.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
            width="in-m"
          />
        </div>
        <button type="submit" className="button">
          {t("form.continue")}
        </button>
      </Form>
    </main>
  );
}
