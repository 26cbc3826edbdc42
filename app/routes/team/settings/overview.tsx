import { useTranslation } from "react-i18next";
import { SelectField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/head";
import { forTeam, teamLanguage } from "#app/http/team-session.server";
import { languageCookie } from "#app/i18n/language-cookie";
import { findLanguage, languages } from "#app/i18n/languages";
import { pageTitle } from "#app/page/title";
import { redirect } from "#app/router/answers.server";
import { Form, Link } from "#app/router/navigation";
import { useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";

export const meta = pageTitle;

export const loader = forTeam("suppliers.read", (ctx, { request }) => ({
  title: ctx.t(teamLanguage(request))("team:settings.title"),
  language: ctx.language,
  mails: ctx.may("mails.read"),
  people: ctx.may("people.read"),
  organisation: ctx.organisation.name,
  person: { name: ctx.user.name, email: ctx.user.email, role: ctx.user.role },
}));

export const action = forTeam("suppliers.read", async (ctx, { request }: ActionArgs) => {
  const chosen = findLanguage(String((await request.formData()).get("language")));
  const headers = chosen && { "set-cookie": languageCookie(chosen.tag, ctx.config) };
  return redirect("/settings", { status: 303, headers });
});

export default function Settings() {
  const { t } = useTranslation("team");
  const { title, language, mails, people, organisation, person } = useLoaderData<typeof loader>();
  const places = [
    { to: "/settings/reference", key: "reference", there: true },
    { to: "/settings/mail", key: "mail", there: mails },
    { to: "/settings/people", key: "people", there: people },
  ] as const;
  return (
    <main id="main" className="wide narrow">
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
      </dl>
      <Form method="post" className="section" reloadDocument>
        <SelectField
          name="language"
          label={t("settings.language")}
          hint={t("settings.languageHint")}
          value={language}
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
