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
import { checkJoining, join } from "#app/services/team/sign-in/joining";
import { passwordLimits } from "#app/services/team/sign-in/passwords/password-rules";

export const meta = teamPageTitle;

export const loader = forAnyone(async (ctx, { request, params }) => {
  const { organisation, email, role } = await checkJoining(ctx, { token: params.token ?? "" });
  const title = ctx.t(teamLanguage(request))("team:join.title", { organisation });
  return { title, email, role, characters: passwordLimits.characters };
});

export const action = forAnyone(async (ctx, { request, params }: ActionArgs) => {
  const token = params.token ?? "";
  // Whether the link works comes before what was typed.
  await checkJoining(ctx, { token });
  const { password, ...typed } = formInput(await request.formData(), join.input);
  const outcome = await join.submit(ctx, { ...typed, password, token });
  if ("faults" in outcome) return data({ typed, faults: outcome.faults }, { status: 422 });
  return redirectSignedIn(ctx, request, { session: outcome.done.session, to: "/" });
});

export default function Join() {
  const { t } = useTranslation("team");
  const { title, email, role, characters } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { name } = { name: "", ...answer?.typed };
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t("setup.name"), characters }),
  }));
  const errorOf = (of: string) => errors.find(({ field }) => field === of)?.text;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} meta={[email, t(`role.${role}`)]} />
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <div>
          <TextField name="name" label={t("setup.name")} value={name} error={errorOf("name")} autoComplete="name" />
          <NewPasswordField characters={characters} error={errorOf("password")} />
        </div>
        <button type="submit" className="button">
          {t("join.submit")}
        </button>
      </Form>
    </main>
  );
}
