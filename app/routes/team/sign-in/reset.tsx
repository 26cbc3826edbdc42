import { useTranslation } from "react-i18next";
import { ErrorSummary } from "#app/components/team/forms/field";
import { NewPasswordField } from "#app/components/team/forms/new-password-field";
import { Head } from "#app/components/team/frame/page-header";
import { clearedTeamSessionCookie, teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forAnyone } from "#app/routes/team/requests/team-requests";
import { checkReset, resetPassword } from "#app/services/team/sign-in/reset/reset-password";

export const meta = teamPageTitle;

// Mail scanners open links, so looking at the page changes nothing.
export const loader = forAnyone(async (ctx, { request, params }) => {
  const { email, characters } = await checkReset(ctx, { token: params.token ?? "" });
  return { title: ctx.t(teamLanguage(request))("team:reset.title"), email, characters };
});

export const action = forAnyone(async (ctx, { request, params }: ActionArgs) => {
  const password = String((await request.formData()).get("password") ?? "");
  const outcome = await resetPassword.submit(ctx, { token: params.token ?? "", password });
  if ("faults" in outcome) return data({ faults: outcome.faults }, { status: 422 });
  return redirect("/login?reset", { headers: { "set-cookie": clearedTeamSessionCookie(ctx) } });
});

export default function Reset() {
  const { t } = useTranslation("team");
  const { title, email, characters } = useLoaderData<typeof loader>();
  const errors = (useActionData<typeof action>()?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t("setup.password"), characters }),
  }));
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} />
      <p>{t("reset.lead", { email })}</p>
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <NewPasswordField characters={characters} error={errors[0]?.text} />
        <button type="submit" className="button">
          {t("reset.submit")}
        </button>
      </Form>
    </main>
  );
}
