import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { safeRedirectPath, teamLanguage } from "#app/http/team-session.server";
import { formatTime } from "#app/i18n/dates/moments";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { redirectSignedIn } from "#app/routes/team/requests/own-session";
import { findTeamContext, forAnyone } from "#app/routes/team/requests/team-requests";
import { signIn } from "#app/services/team/sign-in/sign-in";

export const meta = teamPageTitle;

export const loader = forAnyone(async (ctx, { request, context }) => {
  const asked = new URL(request.url).searchParams;
  const next = safeRedirectPath(asked.get("next"));
  const signedIn = asked.has("signed-in");
  if (signedIn && (await findTeamContext(request, context.context))) throw redirect(next);
  return { title: ctx.t(teamLanguage(request))("team:login.title"), next, cookiesRefused: signedIn };
});

export const action = forAnyone(async (ctx, { request, context }: ActionArgs) => {
  const form = await request.formData();
  const { password, ...typed } = formInput(form, signIn.input);
  const outcome = await signIn.submit(ctx, { ...typed, password, address: context.address });
  const language = teamLanguage(request);
  const t = ctx.t(language);
  if ("faults" in outcome) {
    const [fault] = outcome.faults;
    return data({ typed, error: t(`team:fault.${fault?.code ?? "not-valid"}`, { field: t("team:login.email") }) }, 422);
  }
  const { done } = outcome;
  if (done.kind === "signed-in") {
    return redirectSignedIn(ctx, request, {
      session: done.session,
      to: safeRedirectPath(String(form.get("next") ?? "/")),
    });
  }
  if (done.kind === "refused") return data({ typed, error: t("team:login.refused") }, 401);
  const time = formatTime(fullMinute(done.until), language, "UTC");
  return data({ typed, error: t("team:login.wait", { time, zone: "UTC" }) }, 429);
});

/** The minute at which waiting is over for certain: seconds are not shown. */
function fullMinute(at: Date): Date {
  return new Date(Math.ceil(at.getTime() / 60_000) * 60_000);
}

export default function Login() {
  const { t } = useTranslation("team");
  const { title, next, cookiesRefused } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { email } = { email: "", ...answer?.typed };
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} />
      {cookiesRefused && (
        <p className="note" role="alert">
          {t("login.cookiesRefused")}
        </p>
      )}
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={answer ? [{ field: "email", text: answer.error }] : []} />
        <input type="hidden" name="next" value={next} />
        <div>
          <TextField name="email" type="email" label={t("login.email")} value={email} autoComplete="username" />
          <TextField name="password" type="password" label={t("login.password")} autoComplete="current-password" />
        </div>
        <button type="submit" className="button">
          {t("login.submit")}
        </button>
      </Form>
    </main>
  );
}
