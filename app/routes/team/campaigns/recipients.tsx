import { useTranslation } from "react-i18next";
import { CampaignSteps } from "#app/components/team/campaigns/steps";
import { ErrorSummary, TextArea } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/head";
import { pageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/answers.server";
import { Form, Link } from "#app/router/navigation";
import { useActionData, useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { findDraft } from "#app/services/team/drafts/draft";
import { chooseRecipients, readChosen } from "#app/services/team/drafts/recipients";

export const meta = pageTitle;

export const loader = forTeam("campaigns.write", async (ctx, { params }) => {
  const { id, name } = await findDraft(ctx, params.id ?? "");
  return { id, title: name, chosen: await readChosen(ctx, id) };
});

const modes = ["all", "countries", "listed"] as const;
type Mode = (typeof modes)[number] | "kept";

export const action = forTeam("campaigns.write", async (ctx, { request, params }: ActionArgs) => {
  const form = await request.formData();
  const value = (name: string) => String(form.get(name) ?? "");
  const typed = {
    mode: modes.find((mode) => mode === value("mode")) ?? "all",
    countries: value("countries"),
    listed: value("listed"),
  };
  const id = params.id ?? "";
  const next = redirect(`/campaigns/${id}/${value("then") === "stay" ? "recipients" : "message"}`, 303);
  if (value("mode") === "kept") return next;
  const { unknown } = await chooseRecipients(ctx, id, typed);
  if (unknown.length > 0) return data({ typed, unknown }, { status: 422 });
  return next;
});

export default function CampaignRecipients() {
  const { t } = useTranslation("team");
  const { id, title, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // Whoever comes back to look must not choose everybody by going on.
  const mode: Mode = answer?.typed.mode ?? (chosen.all > 0 ? "kept" : "all");
  const error = answer && t("campaign.recipients.unknown", { names: answer.unknown.join(", ") });
  return (
    <main id="main" className="wide narrow">
      <Head title={title} back={{ to: "/campaigns", label: t("bar.campaigns") }} />
      <CampaignSteps id={id} current="recipients" />
      <p className="section" role="status">
        {chosen.all === 0
          ? t("campaign.recipients.nobody")
          : t("campaign.recipients.chosen", { done: chosen.withContact, all: chosen.all })}
      </p>
      {chosen.withoutContact.length > 0 && (
        <details>
          <summary>{t("campaign.recipients.without", { count: chosen.all - chosen.withContact })}</summary>
          <ul>
            {chosen.withoutContact.map((supplier) => (
              <li key={supplier.id}>
                <Link to={`/suppliers/${supplier.id}`}>
                  <bdi>{supplier.name}</bdi>
                </Link>{" "}
                {supplier.ref}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Form method="post" className="flow-wide section">
        <ErrorSummary title={t("form.problem")} errors={error ? [{ field: mode, text: error }] : []} />
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
            {modes.map((one) => (
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
          <TextArea
            name="countries"
            label={t("campaign.recipients.countriesField")}
            rows={2}
            value={answer?.typed.countries}
          />
          <TextArea name="listed" label={t("campaign.recipients.listedField")} rows={4} value={answer?.typed.listed} />
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
