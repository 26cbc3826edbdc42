import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/head";
import { forAnyone, redirectSignedIn, teamLanguage } from "#app/http/team-session.server";
import { pageTitle } from "#app/page/title";
import { data } from "#app/router/answers.server";
import { Form } from "#app/router/navigation";
import { useActionData, useLoaderData } from "#app/router/route-data";
import type { ActionArgs } from "#app/router/route-types";
import { passwordLimits } from "#app/services/team/sign-in/password-rules";
import { checkSetup, setUp } from "#app/services/team/sign-in/setup";

export const meta = pageTitle;

export const loader = forAnyone(async (ctx, { request, params }) => {
  await checkSetup(ctx, params.secret ?? "");
  return { title: ctx.t(teamLanguage(request))("team:setup.title"), characters: passwordLimits.characters };
});

export const action = forAnyone(async (ctx, { request, params }: ActionArgs) => {
  const form = await request.formData();
  const value = (name: string) => String(form.get(name) ?? "");
  const fields = {
    organisation: value("organisation"),
    name: value("name"),
    email: value("email"),
    password: value("password"),
  };
  const result = await setUp(ctx, params.secret ?? "", fields);
  if ("session" in result) return redirectSignedIn(ctx, request, { session: result.session, to: "/" });
  const { password: _never, ...typed } = fields;
  return data({ typed, faults: result.faults }, { status: 422 });
});

export default function Setup() {
  const { t } = useTranslation("team");
  const { title, characters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t(`setup.${field}`), characters }),
  }));
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <main id="main" className="wide narrow">
      <Head title={title} meta={[t("setup.lead")]} />
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <div>
          <TextField
            name="organisation"
            label={t("setup.organisation")}
            hint={t("setup.organisationHint")}
            value={answer?.typed.organisation}
            error={errorOf("organisation")}
            autoComplete="organization"
          />
          <TextField
            name="name"
            label={t("setup.name")}
            value={answer?.typed.name}
            error={errorOf("name")}
            autoComplete="name"
          />
          <TextField
            name="email"
            type="email"
            label={t("setup.email")}
            hint={t("setup.emailHint")}
            value={answer?.typed.email}
            error={errorOf("email")}
            autoComplete="username"
          />
          <TextField
            name="password"
            type="password"
            label={t("setup.password")}
            hint={t("setup.passwordHint", { characters })}
            error={errorOf("password")}
            autoComplete="new-password"
          />
        </div>
        <button type="submit" className="button">
          {t("setup.submit")}
        </button>
      </Form>
    </main>
  );
}
