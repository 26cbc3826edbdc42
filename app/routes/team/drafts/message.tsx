import { useTranslation } from "react-i18next";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { ErrorSummary, SelectField, TextArea } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { languages } from "#app/i18n/languages";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { changeReasons } from "#app/services/team/messages/change-reasons";
import { showMessage } from "#app/services/team/messages/show-message";
import { reasonField } from "#app/views/team/draft-fields";

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { request, params }) => {
  const asked = formInput(new URL(request.url).searchParams, showMessage.input);
  return showMessage(ctx, { ...asked, campaign: params.id ?? "" });
});

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const form = await request.formData();
    const reasons = Object.fromEntries(languages.map(({ tag }) => [tag, String(form.get(reasonField(tag)) ?? "")]));
    const id = params.id ?? "";
    const outcome = await changeReasons.submit(ctx, { campaign: id, reasons });
    if ("faults" in outcome) return data({ reasons, faults: outcome.faults }, { status: 422 });
    return redirect(form.get("then") === "stay" ? `/campaigns/${id}/message` : `/campaigns/${id}/due`, 303);
  },
  ["stay"],
);

export default function CampaignMessage() {
  const { t } = useTranslation("team");
  const { id, title, reason, needed, preview, mail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => {
    const language = languages.find(({ tag }) => reasonField(tag) === field)?.endonym ?? "";
    return { field, text: t(`fault.${code}`, { field: t("campaign.message.reason", { language }) }) };
  });
  const sorted = [...languages].sort((a, b) => Number(needed.includes(b.tag)) - Number(needed.includes(a.tag)));
  const field = ({ tag, endonym }: (typeof languages)[number]) => (
    <TextArea
      key={tag}
      name={reasonField(tag)}
      label={t("campaign.message.reason", { language: endonym })}
      value={answer?.reasons[tag] ?? reason[tag]}
      error={errors.find(({ field }) => field === reasonField(tag))?.text}
      dir="auto"
      lang={tag}
    />
  );
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="message" />
      <div className="main-and-side">
        <Form method="post" className="flow-wide">
          <ErrorSummary title={t("form.problem")} errors={errors} />
          <p className="muted">{t("campaign.message.lead")}</p>
          <div>{sorted.filter(({ tag }) => needed.includes(tag)).map(field)}</div>
          <details>
            <summary>{t("campaign.message.others")}</summary>
            <div>{sorted.filter(({ tag }) => !needed.includes(tag)).map(field)}</div>
          </details>
          <div className="actions">
            <button type="submit" className="button">
              {t("form.continue")}
            </button>
            <button type="submit" name="then" value="stay" className="button button-second">
              {t("campaign.message.saveLook")}
            </button>
          </div>
        </Form>
        <section aria-labelledby="preview-title" className="flow">
          <h2 id="preview-title">{t("campaign.message.preview")}</h2>
          <Form method="get" className="filters">
            <SelectField
              name="preview"
              label={t("campaign.message.previewIn")}
              value={preview}
              choices={languages.map(({ tag, endonym }) => ({ value: tag, label: endonym, lang: tag }))}
            />
            <button type="submit" className="button button-second">
              {t("campaign.message.show")}
            </button>
          </Form>
          <p>
            <strong>
              <bdi>{mail.subject}</bdi>
            </strong>
            <br />
            {t("campaign.message.to", { to: mail.to })}
          </p>
          <pre className="mail-text" dir="auto" lang={preview}>
            {mail.text}
          </pre>
          <p>
            <a href={`/campaigns/${id}/message.html?preview=${preview}`} download>
              {t("campaign.message.html")}
            </a>
          </p>
        </section>
      </div>
    </main>
  );
}
