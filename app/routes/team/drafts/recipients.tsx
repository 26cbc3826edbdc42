import { useTranslation } from "react-i18next";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { ErrorSummary, TextArea } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { chooseRecipients } from "#app/services/team/drafts/choose-recipients";
import { showChosen } from "#app/services/team/drafts/chosen-recipients";
import { recipientModes } from "#app/views/team/draft-fields";

export const meta = teamPageTitle;

export const loader = forTeam((ctx, { params }) => showChosen(ctx, { campaign: params.id ?? "" }));

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const form = await request.formData();
    const campaign = params.id ?? "";
    const typed = formInput(form, chooseRecipients.input);
    const outcome = await chooseRecipients.submit(ctx, { ...typed, campaign });
    if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
    return redirect(`/campaigns/${campaign}/${form.get("then") === "stay" ? "recipients" : "message"}`, 303);
  },
  ["stay"],
);

export default function CampaignRecipients() {
  const { t } = useTranslation("team");
  const { id, title, ...chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // Whoever comes back to look must not choose everybody by going on.
  const first = { mode: chosen.all > 0 ? "kept" : "all", countries: "", listed: "" };
  const { mode, countries, listed } = { ...first, ...answer?.typed };
  const errors = (answer?.faults ?? []).map(({ field, code, params }) => ({ field, text: t(`fault.${code}`, params) }));
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="recipients" />
      <p className="section" role="status">
        {chosen.all === 0
          ? t("campaign.recipients.nobody")
          : t("campaign.recipients.chosen", { done: chosen.withContact, all: chosen.all })}
      </p>
      {chosen.withoutContact.length > 0 && (
        <NotInvited
          summary={t("campaign.recipients.without", { count: chosen.all - chosen.withContact - chosen.archived })}
          suppliers={chosen.withoutContact}
        />
      )}
      {chosen.archived > 0 && (
        <NotInvited
          summary={t("campaign.recipients.archived", { count: chosen.archived })}
          suppliers={chosen.firstArchived}
        />
      )}
      <Form method="post" className="flow-wide section">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <fieldset>
          <legend className="label">{t("campaign.recipients.who")}</legend>
          <div className="choices">
            {chosen.all > 0 && (
              <div className="choice">
                <input type="radio" id="mode-kept" name="mode" value="kept" defaultChecked={mode === "kept"} />
                <label htmlFor="mode-kept">
                  {t("campaign.recipients.kept", { count: chosen.all })}
                  <small>{t("campaign.recipients.keptHint")}</small>
                </label>
              </div>
            )}
            {recipientModes.map((one) => (
              <div key={one} className="choice">
                <input type="radio" id={`mode-${one}`} name="mode" value={one} defaultChecked={one === mode} />
                <label htmlFor={`mode-${one}`}>
                  {t(`campaign.recipients.${one}`)}
                  <small>{t(`campaign.recipients.${one}Hint`)}</small>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="named-below">
          <TextArea name="countries" label={t("campaign.recipients.countriesField")} rows={2} value={countries} />
          <TextArea name="listed" label={t("campaign.recipients.listedField")} rows={4} value={listed} />
        </div>
        <div className="actions">
          <button type="submit" className="button">
            {t("form.continue")}
          </button>
          <button type="submit" name="then" value="stay" className="button button-second">
            {t("campaign.recipients.look")}
          </button>
        </div>
      </Form>
    </main>
  );
}

type NotInvitedProps = { summary: string; suppliers: readonly { id: string; name: string; ref: string }[] };

/** The first of those who were chosen and will not be invited. */
function NotInvited({ summary, suppliers }: NotInvitedProps) {
  return (
    <details>
      <summary>{summary}</summary>
      <ul>
        {suppliers.map(({ id, name, ref }) => (
          <li key={id}>
            <Link to={`/suppliers/${id}`}>
              <bdi>{name}</bdi>
            </Link>{" "}
            {ref}
          </li>
        ))}
      </ul>
    </details>
  );
}
