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
import { changeDocumentRules, showDocumentRules } from "#app/services/team/documents/document-rules";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => ({
  ...(await showDocumentRules(ctx, {})),
  saved: new URL(request.url).searchParams.has("saved"),
  title: ctx.t(teamLanguage(request))("team:settings.documents.title"),
}));

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const typed = formInput(await request.formData(), changeDocumentRules.input);
  const outcome = await changeDocumentRules.submit(ctx, typed);
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  return redirect("/settings/documents?saved", 303);
});

export default function DocumentRules() {
  const { t } = useTranslation("team");
  const { title, keepsApart, saved } = useLoaderData<typeof loader>();
  const errors = (useActionData<typeof action>()?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t("documents.dangerous") }),
  }));
  const now = keepsApart ? "keep-apart" : "refuse";
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/settings", label: t("settings.title") }} />
      {saved && (
        <p className="note-plain" role="status">
          {t("documents.saved")}
        </p>
      )}
      <Form method="post" className="section flow" reloadDocument>
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <fieldset id="dangerous" className="field">
          <legend className="label">{t("documents.dangerous")}</legend>
          <p className="hint">{t("documents.dangerousHint")}</p>
          <div className="choices">
            {(["refuse", "keep-apart"] as const).map((choice) => (
              <div key={choice} className="choice">
                <input type="radio" id={choice} name="dangerous" value={choice} defaultChecked={choice === now} />
                <label htmlFor={choice}>
                  {t(`documents.${choice}`)}
                  <small>{t(`documents.${choice}-hint`)}</small>
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
