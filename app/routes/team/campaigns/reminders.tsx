import { useTranslation } from "react-i18next";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { Head } from "#app/components/team/frame/page-header";
import { ReminderForm } from "#app/components/team/reminders/reminder-form";
import { ReminderState } from "#app/components/team/reminders/reminder-line";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { changeReminders, pauseReminders } from "#app/services/reminders/change-reminders";
import { showReminders } from "#app/services/reminders/show-reminders";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => ({
  ...(await showReminders(ctx, { campaign: params.id ?? "" })),
  title: ctx.t(teamLanguage(request))("team:campaign.reminders.title"),
}));

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const campaign = params.id ?? "";
  const form = await request.formData();
  if (form.has("pause")) {
    const outcome = await pauseReminders.submit(ctx, { ...formInput(form, pauseReminders.input), campaign });
    if ("faults" in outcome) return data({ typed: undefined, faults: outcome.faults }, { status: 422 });
    return redirect(`/campaigns/${campaign}/reminders`, 303);
  }
  const typed = readTyped(form);
  const outcome = await changeReminders.submit(ctx, { ...typed, campaign });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirect(outcome.done === "draft" ? `/campaigns/${campaign}/launch` : `/campaigns/${campaign}`, 303);
});

function readTyped(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  return {
    reminders: text("reminders"),
    first: text("first"),
    every: text("every"),
    most: text("most"),
    days: form.getAll("days").map(String),
    from: text("from"),
    to: text("to"),
  };
}

export default function CampaignReminders() {
  const { t } = useTranslation("team");
  const { id, name, title, state, isOn, schedule, summary } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels: Readonly<Record<string, string>> = {
    reminders: t("campaign.reminders.ask"),
    first: t("campaign.reminders.first"),
    every: t("campaign.reminders.every"),
    most: t("campaign.reminders.most"),
    days: t("campaign.reminders.days"),
    from: t("campaign.reminders.from"),
    to: t("campaign.reminders.to"),
  };
  const errors = (answer?.faults ?? []).map(({ field, code, params }) => ({
    field,
    text: t(`fault.${code}`, { field: labels[field] ?? title, ...params }),
  }));
  const typed = { reminders: isOn ? "on" : "off", ...schedule, ...answer?.typed };
  const isDraft = state === "draft";
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head
        title={isDraft ? name : title}
        back={isDraft ? { to: "/campaigns", label: t("bar.campaigns") } : { to: `/campaigns/${id}`, label: name }}
      />
      {isDraft && <CampaignSteps id={id} current="reminders" />}
      {state !== "closed" && (
        <ReminderForm {...typed} errors={errors} button={t(isDraft ? "form.continue" : "form.save")} />
      )}
      {!isDraft && <HowFar {...summary} mayPause={isOn && state === "live"} />}
    </main>
  );
}

type Summary = ReturnType<typeof useLoaderData<typeof loader>>["summary"];

function HowFar({ state, next, rounds, mayPause }: Summary & { mayPause: boolean }) {
  const { t } = useTranslation("team");
  return (
    <section className="section flow">
      <h2>{t("campaign.reminders.now")}</h2>
      <p>
        <ReminderState state={state} next={next} />
      </p>
      {rounds.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t("campaign.reminders.round")}</th>
              <th scope="col" className="num">
                {t("campaign.reminders.mails")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rounds.map(({ round, mails }) => (
              <tr key={round}>
                <th scope="row">{round}</th>
                <td className="num">{mails.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayPause && (
        <Form method="post" reloadDocument>
          <button
            type="submit"
            className="button button-second"
            name="pause"
            value={state === "paused" ? "resume" : "pause"}
          >
            {t(state === "paused" ? "campaign.reminders.resume" : "campaign.reminders.pause")}
          </button>
        </Form>
      )}
    </section>
  );
}
