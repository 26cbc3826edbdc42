import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { ErrorSummary, SelectField, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/head";
import { useFigures } from "#app/components/team/ratings/figures";
import { forTeam, teamLanguage } from "#app/http/team-session.server";
import { dayMoment, timeMoment } from "#app/i18n/dates/moments";
import { pageTitle } from "#app/page/title";
import { data } from "#app/router/answers.server";
import { Form } from "#app/router/navigation";
import { useActionData, useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { invitePerson, listPeople, roles } from "#app/services/team/settings/people";

export const meta = pageTitle;

export const loader = forTeam("people.read", async (ctx, { request }) => {
  const language = teamLanguage(request);
  const people = await listPeople(ctx);
  return {
    title: ctx.t(language)("team:settings.people.title"),
    roles,
    people: people.map(({ id, name, email, role, createdAt, disabledAt }) => ({
      id,
      name,
      email,
      role,
      disabled: disabledAt !== undefined,
      since: dayMoment(createdAt, language).text,
    })),
  };
});

export const action = forTeam("people.write", async (ctx, { request }: ActionArgs) => {
  const form = await request.formData();
  const typed = { email: String(form.get("email") ?? ""), role: String(form.get("role") ?? "") };
  const result = await invitePerson(ctx, typed);
  if ("fault" in result)
    return data({ typed, fault: result.fault, link: undefined, until: undefined }, { status: 422 });
  return data({
    typed,
    fault: undefined,
    link: result.link,
    until: timeMoment(result.until, teamLanguage(request)).text,
  });
});

export default function People() {
  const { t } = useTranslation("team");
  const figures = useFigures();
  const { title, people, roles: all } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer?.fault && t(`fault.${answer.fault}`, { field: t("people.email") });
  return (
    <main id="main" className="wide narrow">
      <Head title={title} count={figures.count(people.length)} back={{ to: "/settings", label: t("settings.title") }} />
      <p className="muted">{t("people.hint")}</p>
      <table className="rows section">
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("people.email")}</th>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.since")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email, role, since, disabled }) => (
            <tr key={id}>
              <td>
                <bdi>{name}</bdi>
                {disabled && <small>{t("people.disabled")}</small>}
              </td>
              <td data-label={t("people.email")}>{email}</td>
              <td data-label={t("people.role")}>{t(`role.${role}`)}</td>
              <td data-label={t("people.since")}>{since}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className="section">
        <h2>{t("people.roles")}</h2>
        <dl className="facts">
          {all.map((role) => (
            <div key={role}>
              <dt>{t(`role.${role}`)}</dt>
              <dd>{t(`people.rolesText.${role}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="section">
        <h2>{t("people.add")}</h2>
        <p className="muted">{t("people.addHint")}</p>
        {answer?.link && (
          <div className="note-plain field" role="status">
            <label htmlFor="join-link">{t("people.link", { email: answer.typed.email, until: answer.until })}</label>
            <input type="text" id="join-link" className="copy-field" readOnly value={answer.link} dir="ltr" />
            <CopyButton text={answer.link} what={t("recipient.link")} />
          </div>
        )}
        <Form method="post" className="flow">
          <ErrorSummary title={t("form.problem")} errors={error ? [{ field: "email", text: error }] : []} />
          <div>
            <TextField
              name="email"
              type="email"
              label={t("people.email")}
              value={answer?.fault ? answer.typed.email : undefined}
              error={error}
              width="in-m"
            />
            <SelectField
              name="role"
              label={t("people.role")}
              value={answer?.typed.role ?? "buyer"}
              choices={all.map((value) => ({ value, label: t(`role.${value}`) }))}
              width="in-m"
            />
          </div>
          <button type="submit" className="button">
            {t("people.makeLink")}
          </button>
        </Form>
      </section>
    </main>
  );
}
