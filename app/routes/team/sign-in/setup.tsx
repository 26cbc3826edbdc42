import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { NewPasswordField } from "#app/components/team/forms/new-password-field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { redirectSignedIn } from "#app/routes/team/requests/own-session";
import { forAnyone } from "#app/routes/team/requests/team-requests";
import { passwordLimits } from "#app/services/team/sign-in/passwords/password-rules";
import { checkSetup, setUp } from "#app/services/team/sign-in/setup";

export const meta = teamPageTitle;

export const loader = forAnyone(async (ctx, { request, params }) => {
  await checkSetup(ctx, { secret: params.secret ?? "" });
  return { title: ctx.t(teamLanguage(request))("team:setup.title"), characters: passwordLimits.characters };
});

export const action = forAnyone(async (ctx, { request, params }: ActionArgs) => {
  const secret = params.secret ?? "";
  // Whether the address works comes before what was typed.
  await checkSetup(ctx, { secret });
  const { password, ...typed } = formInput(await request.formData(), setUp.input);
  const outcome = await setUp.submit(ctx, { ...typed, password, secret });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirectSignedIn(ctx, request, { session: outcome.done.session, to: "/" });
});

const labelled = ["organisation", "name", "email", "password"] as const;

export default function Setup() {
  const { t } = useTranslation("team");
  const { title, characters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { organisation, name, email } = { organisation: "", name: "", email: "", ...answer?.typed };
  const errors = (answer?.faults ?? []).map(({ field, code }) => {
    const label = labelled.find((one) => one === field);
    return { field, text: t(`fault.${code}`, { field: label && t(`setup.${label}`), characters }) };
  });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} meta={[t("setup.lead")]} />
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <div>
          <TextField
            name="organisation"
            label={t("setup.organisation")}
            hint={t("setup.organisationHint")}
            value={organisation}
            error={errorOf("organisation")}
            autoComplete="organization"
          />
          <TextField name="name" label={t("setup.name")} value={name} error={errorOf("name")} autoComplete="name" />
          <TextField
            name="email"
            type="email"
            label={t("setup.email")}
            hint={t("setup.emailHint")}
            value={email}
            error={errorOf("email")}
            autoComplete="username"
          />
          <NewPasswordField characters={characters} error={errorOf("password")} />
        </div>
        <button type="submit" className="button">
          {t("setup.submit")}
        </button>
      </Form>
    </main>
  );
}
