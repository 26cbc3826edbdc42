import { useTranslation } from "react-i18next";
import { Sessions } from "#app/components/team/account/sessions";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { NewPasswordField } from "#app/components/team/forms/new-password-field";
import { Head } from "#app/components/team/frame/page-header";
import { clearedTeamSessionCookie, teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { changePassword } from "#app/services/team/account/change-password";
import { endOwnSessions } from "#app/services/team/account/end-sessions";
import { showAccount } from "#app/services/team/account/show-account";

export const meta = teamPageTitle;

export const loader = forTeam(async (ctx, { request }) => {
  const language = teamLanguage(request);
  const account = await showAccount({ ...ctx, language }, {});
  return { ...account, title: ctx.t(language)("team:settings.account.title") };
});

export const action = forTeam(
  async (ctx, { request }: ActionArgs) => {
    const form = await request.formData();
    const field = (name: string) => String(form.get(name) ?? "");
    const intent = field("intent");
    if (intent === "end-session" || intent === "end-sessions") {
      const { isOwn } = await endOwnSessions(ctx, intent === "end-session" ? { session: field("session") } : {});
      if (isOwn) return redirect("/login", { headers: { "set-cookie": clearedTeamSessionCookie(ctx) } });
      return data({ faults: [], done: "ended" as const });
    }
    const outcome = await changePassword.submit(ctx, { current: field("current"), password: field("password") });
    if ("faults" in outcome) return data({ faults: outcome.faults, done: undefined }, { status: 422 });
    return data({ faults: [], done: "changed" as const });
  },
  ["end-session", "end-sessions"],
);

function Password({ faults, characters, email }: { faults: readonly Said[]; characters: number; email: string }) {
  const { t } = useTranslation("team");
  const errorOf = (name: string) => faults.find(({ field }) => field === name)?.text;
  return (
    <section className="section flow">
      <h2>{t("account.password")}</h2>
      <ErrorSummary title={t("form.problem")} errors={faults} />
      <Form method="post" className="flow" reloadDocument>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          name="current"
          type="password"
          label={t("account.current")}
          error={errorOf("current")}
          autoComplete="current-password"
        />
        <NewPasswordField characters={characters} error={errorOf("password")} label={t("account.new")} />
        <p className="muted">{t("account.changeHint")}</p>
        <button type="submit" className="button button-second">
          {t("account.change")}
        </button>
      </Form>
    </section>
  );
}

type Said = { readonly field: string; readonly text: string };

export default function Account() {
  const { t } = useTranslation("team");
  const account = useLoaderData<typeof loader>();
  const { second, mustHaveSecondFactor, sessions, limits, characters, email, title } = account;
  const { faults = [], done } = useActionData<typeof action>() ?? {};
  const said = faults.map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t("account.new"), characters }),
  }));
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} meta={[email]} back={{ to: "/settings", label: t("settings.title") }} />
      {done && (
        <p className="note-plain" role="status">
          {t(done === "changed" ? "account.changed" : "account.sessionsEnded")}
        </p>
      )}
      <Password faults={said} characters={characters} email={email} />
      <section className="section flow">
        <h2>{t("account.second")}</h2>
        <p>
          {second ? t("account.secondOn", { since: second.since }) : t("account.secondOff")}{" "}
          {second && t("account.codesLeft", { count: second.codesLeft })}{" "}
          {mustHaveSecondFactor && t("account.secondMust")}
        </p>
        <p>
          <Link to="/settings/account/second-factor">{t(second ? "account.secondManage" : "account.secondSet")}</Link>
        </p>
      </section>
      <section className="section flow">
        <h2>{t("account.sessions")}</h2>
        <p className="muted">{t("account.sessionsHint", limits)}</p>
        <Sessions sessions={sessions} mayEnd />
        {sessions.length > 1 && (
          <Form method="post" reloadDocument>
            <input type="hidden" name="intent" value="end-sessions" />
            <button type="submit" className="button button-second">
              {t("account.endOthers")}
            </button>
          </Form>
        )}
      </section>
    </main>
  );
}
