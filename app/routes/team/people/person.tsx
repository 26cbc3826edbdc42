import { useTranslation } from "react-i18next";
import { Sessions } from "#app/components/team/account/sessions";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { ErrorSummary, SelectField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { EvenFromLast } from "#app/components/team/people/even-from-last";
import { NorthKoreaRight } from "#app/components/team/people/north-korea-right";
import { OneAction } from "#app/components/team/people/one-action";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import type { Fault } from "#app/services/context/faults";
import { changeNorthKorea, changeRole, endAccess, restoreAccess } from "#app/services/team/people/change-access";
import { endSessionsOf, offerReset, removeSecondFactorOf } from "#app/services/team/people/help-person";
import { showPerson } from "#app/services/team/people/show-person";
import { roles } from "#terms/roles";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request, params }) => {
  const person = await showPerson({ ...ctx, language: teamLanguage(request) }, { id: params.id ?? "" });
  return { ...person, title: person.name };
});

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const form = await request.formData();
    const id = params.id ?? "";
    const none: readonly Fault[] = [];
    const evenFromLast = form.get("evenFromLast") === "yes" ? ("yes" as const) : undefined;
    switch (form.get("intent")) {
      case "reset": {
        const reset = await offerReset({ ...ctx, language: teamLanguage(request) }, { id });
        return data({ faults: none, reset });
      }
      case "end-access":
        return answerTo(await endAccess.submit(ctx, { id, evenFromLast }));
      case "give-north-korea":
        return answerTo(await changeNorthKorea.submit(ctx, { id, reads: "yes" }));
      case "take-north-korea":
        return answerTo(await changeNorthKorea.submit(ctx, { id, reads: "no", evenFromLast }));
      case "restore-access":
        return answerTo(await restoreAccess.submit(ctx, { id }));
      case "end-session":
        return answerTo(await endSessionsOf.submit(ctx, { id, session: String(form.get("session") ?? "") }));
      case "end-sessions":
        return answerTo(await endSessionsOf.submit(ctx, { id }));
      case "remove-second-factor":
        return answerTo(await removeSecondFactorOf.submit(ctx, { id }));
      default:
        return answerTo(await changeRole.submit(ctx, { id, role: form.get("role") ?? "" }));
    }
  },
  [
    ...["reset", "end-access", "restore-access", "end-session", "end-sessions"],
    ...["give-north-korea", "take-north-korea", "remove-second-factor"],
  ],
);

function answerTo(outcome: { readonly faults: readonly Fault[] } | { readonly done: unknown }) {
  if ("faults" in outcome) return data({ faults: outcome.faults, reset: undefined }, { status: 422 });
  const none: readonly Fault[] = [];
  return data({ faults: none, reset: undefined });
}

export default function Person() {
  const { t } = useTranslation("team");
  const person = useLoaderData<typeof loader>();
  const {
    title,
    email,
    role,
    since,
    endedOn,
    hasSecondFactor,
    isSelf,
    mayChange,
    sessions,
    readsNorthKorea,
    isLastReader,
  } = person;
  const { faults = [], reset } = useActionData<typeof action>() ?? {};
  const errors = faults.map(({ field, code }) => ({ field, text: t(`fault.${code}`, { field: t("people.role") }) }));
  const lastError = errors.find(({ field }) => field === "evenFromLast")?.text;
  const roleError = errors.find(({ field }) => field === "role")?.text;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head
        title={title}
        meta={[email, t(`role.${role}`), since, ...(isSelf ? [t("people.self")] : [])]}
        back={{ to: "/settings/people", label: t("settings.people.title") }}
      />
      <ErrorSummary title={t("form.problem")} errors={errors} />
      {mayChange && (
        <Form method="post" className="section flow" reloadDocument>
          <h2>{t("people.role")}</h2>
          <SelectField
            name="role"
            label={t("people.role")}
            hint={t("people.roleHint")}
            value={role}
            error={roleError}
            choices={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
            width="in-m"
          />
          <button type="submit" className="button button-second">
            {t("people.roleChange")}
          </button>
        </Form>
      )}
      {!endedOn && (
        <NorthKoreaRight reads={readsNorthKorea} isLast={isLastReader} mayChange={mayChange} error={lastError} />
      )}
      <section className="section flow">
        <h2>{t("people.sessions")}</h2>
        {sessions.length === 0 ? <p>{t("people.noSessions")}</p> : <Sessions sessions={sessions} mayEnd={mayChange} />}
        {mayChange && sessions.length > 1 && <OneAction intent="end-sessions" label={t("account.endAll")} />}
      </section>
      {mayChange && !endedOn && (
        <section className="section flow">
          <h2>{t("people.reset")}</h2>
          {reset && (
            <div className="note-plain field" role="status">
              <label htmlFor="reset-link">{t("people.resetLink", { email: reset.email, until: reset.until })}</label>
              <input type="text" id="reset-link" className="copy-field" readOnly value={reset.link} dir="ltr" />
              <CopyButton text={reset.link} what={t("recipient.link")} />
            </div>
          )}
          <OneAction intent="reset" label={t("people.resetMake")} hint={t("people.resetHint")} />
        </section>
      )}
      {mayChange && hasSecondFactor && !isSelf && (
        <section className="section flow">
          <h2>{t("people.second")}</h2>
          <OneAction
            intent="remove-second-factor"
            label={t("people.secondRemove")}
            hint={t("people.secondRemoveHint")}
          />
        </section>
      )}
      <section className="section flow" id="access">
        <h2>{t("people.access")}</h2>
        <p>{endedOn ? t("people.accessEnded", { day: endedOn }) : t("people.accessOpen")}</p>
        {mayChange && endedOn && (
          <OneAction intent="restore-access" label={t("people.restoreAccess")} hint={t("people.restoreHint")} />
        )}
        {mayChange && !endedOn && (
          <OneAction intent="end-access" label={t("people.endAccess")} hint={t("people.endAccessHint")}>
            {isLastReader && <EvenFromLast id="evenFromLast-access" error={lastError} />}
          </OneAction>
        )}
      </section>
    </main>
  );
}
