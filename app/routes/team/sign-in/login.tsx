import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { deviceOf, pendingCookie, safeRedirectPath, teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { redirectSignedIn } from "#app/routes/team/requests/own-session";
import { findTeamContext, forAnyone } from "#app/routes/team/requests/team-requests";
import { waitWords } from "#app/routes/team/requests/wait-words";
import { signIn } from "#app/services/team/sign-in/sign-in";

export const meta = teamPageTitle;

export const loader = forAnyone(async (ctx, { request, context }) => {
  const asked = new URL(request.url).searchParams;
  const next = safeRedirectPath(asked.get("next"));
  const signedIn = asked.has("signed-in");
  if (signedIn && (await findTeamContext(request, context.context))) throw redirect(next);
  const note = (["reset", "expired"] as const).find((one) => asked.has(one));
  return { title: ctx.t(teamLanguage(request))("team:login.title"), next, cookiesRefused: signedIn, note };
});

export const action = forAnyone(async (ctx, { request, context }: ActionArgs) => {
  const form = await request.formData();
  const { password, email } = formInput(form, signIn.input);
  const typed = { email };
  const address = context.network ?? context.address;
  const outcome = await signIn.submit(ctx, { ...typed, password, address, device: deviceOf(ctx, request) });
  const language = teamLanguage(request);
  const t = ctx.t(language);
  if ("faults" in outcome) {
    const [fault] = outcome.faults;
    return data({ typed, error: t(`team:fault.${fault?.code ?? "not-valid"}`, { field: t("team:login.email") }) }, 422);
  }
  const { done } = outcome;
  const to = safeRedirectPath(String(form.get("next") ?? "/"));
  switch (done.kind) {
    case "signed-in":
      return redirectSignedIn(ctx, request, { session: done.session, device: done.device, to });
    case "code-needed": {
      const headers = { "set-cookie": pendingCookie(ctx, done.pending) };
      return redirect(`/login/code?next=${encodeURIComponent(to)}`, { headers });
    }
    case "refused":
      return data({ typed, error: t("team:login.refused") }, 401);
    case "wait":
      return data({ typed, error: waitWords(ctx, language, done.until) }, 429);
  }
});

export default function Login() {
  const { t } = useTranslation("team");
  const { title, next, cookiesRefused, note } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { email = "" } = answer?.typed ?? {};
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} />
      {cookiesRefused && (
        <p className="note" role="alert">
          {t("login.cookiesRefused")}
        </p>
      )}
      {note && !answer && (
        <p className="note-plain" role="status">
          {t(note === "reset" ? "login.newPassword" : "code.expired")}
        </p>
      )}
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={answer ? [{ field: "email", text: answer.error }] : []} />
        <input type="hidden" name="next" value={next} />
        <div>
          <TextField name="email" type="email" label={t("login.email")} value={String(email)} autoComplete="username" />
          <TextField name="password" type="password" label={t("login.password")} autoComplete="current-password" />
        </div>
        <button type="submit" className="button">
          {t("login.submit")}
        </button>
      </Form>
      <p className="section">
        <Link to="/forgot">{t("login.forgot")}</Link>
      </p>
    </main>
  );
}
