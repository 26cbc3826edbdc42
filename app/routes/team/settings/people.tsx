import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { ErrorSummary, SelectField, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { Joinings } from "#app/components/team/people/joinings";
import { SecondFactorRoles } from "#app/components/team/people/second-factor-roles";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { type FormInput, formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import type { Fault } from "#app/services/context/faults";
import { renewJoining, withdrawJoining } from "#app/services/team/people/joinings";
import { changeSecondFactorRoles } from "#app/services/team/people/second-factor-roles";
import { inviteUser } from "#app/services/team/settings/invite-person";
import { listUsers, showJoinings } from "#app/services/team/settings/list-people";
import { roles } from "#terms/roles";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const at = { ...ctx, language };
  const title = ctx.t(language)("team:settings.people.title");
  return { title, people: await listUsers(at, {}), ...(await showJoinings(at, {})) };
});

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const form = await request.formData();
    const at = { ...ctx, language: teamLanguage(request) };
    const joining = { id: String(form.get("joining") ?? "") };
    switch (form.get("intent")) {
      case "renew":
        return data({
          ...nothing,
          invited: await renewJoining(at, { ...joining, generation: String(form.get("generation") ?? "") }),
        });
      case "withdraw":
        await withdrawJoining(at, joining);
        return data({ ...nothing, invited: undefined });
      case "second-factor": {
        const outcome = await changeSecondFactorRoles.submit(at, { roles: form.getAll("roles") });
        if ("faults" in outcome)
          return data({ ...nothing, faults: outcome.faults, invited: undefined }, { status: 422 });
        return data({ ...nothing, invited: undefined });
      }
      default: {
        const { email, role } = formInput(form, inviteUser.input);
        const typed = { email, role };
        const outcome = await inviteUser.submit(at, typed);
        if ("faults" in outcome) return data({ typed, faults: outcome.faults, invited: undefined }, { status: 422 });
        return data({ ...nothing, invited: outcome.done });
      }
    }
  },
  ["renew", "withdraw", "second-factor"],
);

const nothing: { readonly typed: FormInput; readonly faults: readonly Fault[] } = { typed: {}, faults: [] };

export default function People() {
  const { t } = useTranslation("team");
  const figures = useNumberFormats();
  const { title, people, joinings, secondFactorRoles } = useLoaderData<typeof loader>();
  const { typed, faults = [], invited } = useActionData<typeof action>() ?? {};
  const errors = faults.map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t(field === "role" ? "people.role" : "people.email") }),
  }));
  // What was typed stays where it can be corrected; the next colleague is somebody else.
  const email = String(typed?.email ?? "");
  const role = String(typed?.role ?? "buyer");
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} count={figures.count(people.length)} back={{ to: "/settings", label: t("settings.title") }} />
      <p className="muted">{t("people.hint")}</p>
      <table className="rows section">
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("people.email")}</th>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.northKorea.column")}</th>
            <th scope="col">{t("people.second")}</th>
            <th scope="col">{t("people.since")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email, role, readsNorthKorea, since, disabled, hasSecondFactor }) => (
            <tr key={id}>
              <td>
                <Link to={`/settings/people/${id}`}>
                  <bdi>{name}</bdi>
                </Link>
                {disabled && <small>{t("people.disabled")}</small>}
              </td>
              <td data-label={t("people.email")}>{email}</td>
              <td data-label={t("people.role")}>{t(`role.${role}`)}</td>
              <td data-label={t("people.northKorea.column")}>
                {t(readsNorthKorea ? "people.northKorea.yes" : "people.northKorea.no")}
              </td>
              <td data-label={t("people.second")}>{t(hasSecondFactor ? "people.secondOn" : "people.secondOff")}</td>
              <td data-label={t("people.since")}>{since}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Joinings joinings={joinings} />
      <section className="section">
        <h2>{t("people.roles")}</h2>
        <dl className="facts">
          {roles.map((role) => (
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
        <p className="muted">{t("people.northKorea.notNew")}</p>
        {invited && (
          <div className="note-plain field" role="status">
            <label htmlFor="join-link">{t("people.link", { email: invited.email, until: invited.until })}</label>
            <input type="text" id="join-link" className="copy-field" readOnly value={invited.link} dir="ltr" />
            <CopyButton text={invited.link} what={t("recipient.link")} />
          </div>
        )}
        <Form method="post" className="flow">
          <ErrorSummary title={t("form.problem")} errors={errors} />
          <div>
            <TextField
              name="email"
              type="email"
              label={t("people.email")}
              value={errors.length > 0 ? email : undefined}
              error={errorOf("email")}
              width="in-m"
            />
            <SelectField
              name="role"
              label={t("people.role")}
              value={role}
              error={errorOf("role")}
              choices={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
              width="in-m"
            />
          </div>
          <button type="submit" className="button">
            {t("people.makeLink")}
          </button>
        </Form>
      </section>
      <SecondFactorRoles chosen={secondFactorRoles} error={errorOf("roles")} />
    </main>
  );
}
