import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/head";
import { forAnyone, redirectSignedIn, teamLanguage } from "#app/http/team-session.server";
import { pageTitle } from "#app/page/title";
import { data } from "#app/router/answers.server";
import { Form } from "#app/router/navigation";
import { useActionData, useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { checkJoining, join } from "#app/services/team/settings/people";
import { passwordLimits } from "#app/services/team/sign-in/password-rules";

export const meta = pageTitle;

export const loader = forAnyone(async (ctx, { request, params }) => {
  const { organisation, email, role } = await checkJoining(ctx, params.token ?? "");
  const title = ctx.t(teamLanguage(request))("team:join.title", { organisation });
  return { title, email, role, characters: passwordLimits.characters };
});

export const action = forAnyone(async (ctx, { request, params }: ActionArgs) => {
  const form = await request.formData();
  const name = String(form.get("name") ?? "");
  const result = await join(ctx, params.token ?? "", { name, password: String(form.get("password") ?? "") });
  if ("session" in result) return redirectSignedIn(ctx, request, { session: result.session, to: "/" });
  return data({ name, fault: result.fault }, { status: 422 });
});

export default function Join() {
  const { t } = useTranslation("team");
  const { title, email, role, characters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const error = answer && t(`fault.${answer.fault}`, { field: t("setup.name"), characters });
  const at = answer?.fault === "required" || answer?.fault === "too-long" ? "name" : "password";
  return (
    <main id="main" className="wide narrow">
      <Head title={title} meta={[email, t(`role.${role}`)]} />
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={error ? [{ field: at, text: error }] : []} />
        <div>
          <TextField
            name="name"
            label={t("setup.name")}
            value={answer?.name}
            error={at === "name" ? error : undefined}
            autoComplete="name"
          />
          <TextField
            name="password"
            type="password"
            label={t("setup.password")}
            hint={t("setup.passwordHint", { characters })}
            error={at === "password" ? error : undefined}
            autoComplete="new-password"
          />
        </div>
        <button type="submit" className="button">
          {t("join.submit")}
        </button>
      </Form>
    </main>
  );
}
