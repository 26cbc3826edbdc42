import { useTranslation } from "react-i18next";
import { ErrorSummary, SelectField } from "#app/components/team/forms/field";
import { BackupAge } from "#app/components/team/frame/backup-age";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { languageCookie } from "#app/http/language-cookie";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { chooseLanguage, showSettings } from "#app/services/team/settings/own-settings";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => ({
  ...(await showSettings(ctx, {})),
  title: ctx.t(teamLanguage(request))("team:settings.title"),
}));

export const action = forTeam(async (ctx, { request }: ActionArgs) => {
  const typed = formInput(await request.formData(), chooseLanguage.input);
  const outcome = await chooseLanguage.submit(ctx, typed);
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  const headers = { "set-cookie": languageCookie(outcome.done.language, ctx.config) };
  return redirect("/settings", { status: 303, headers });
});

export default function Settings() {
  const { t } = useTranslation("team");
  const {
    title,
    language,
    languages,
    mails,
    people,
    api,
    trail,
    persons,
    documents,
    retention,
    backup,
    organisation,
    person,
  } = useLoaderData<typeof loader>();
  const errors = (useActionData<typeof action>()?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t("settings.language") }),
  }));
  const places = [
    { to: "/settings/account", key: "account", there: true },
    { to: "/settings/reference", key: "reference", there: true },
    { to: "/settings/mail", key: "mail", there: mails },
    { to: "/settings/people", key: "people", there: people },
    { to: "/settings/api", key: "api", there: api },
    { to: "/settings/retention", key: "retention", there: retention },
    { to: "/settings/trail", key: "trail", there: trail },
    { to: "/settings/persons", key: "persons", there: persons },
    { to: "/settings/documents", key: "documents", there: documents },
  ] as const;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} meta={[organisation, person.name, person.email, t(`role.${person.role}`)]} />
      <dl className="facts">
        {places
          .filter(({ there }) => there)
          .map(({ to, key }) => (
            <div key={to}>
              <dt>
                <Link to={to}>{t(`settings.${key}.title`)}</Link>
              </dt>
              <dd>{t(`settings.${key}.lead`)}</dd>
            </div>
          ))}
        {backup && (
          <div>
            <dt>{t("backup.title")}</dt>
            <dd>
              <BackupAge backup={backup} />
            </dd>
          </div>
        )}
      </dl>
      <Form method="post" className="section" reloadDocument>
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <SelectField
          name="language"
          label={t("settings.language")}
          hint={t("settings.languageHint")}
          value={language}
          error={errors[0]?.text}
          choices={languages.map(({ tag, endonym }) => ({ value: tag, label: endonym, lang: tag }))}
          width="in-m"
        />
        <p className="actions">
          <button type="submit" className="button button-second">
            {t("form.save")}
          </button>
        </p>
      </Form>
    </main>
  );
}
