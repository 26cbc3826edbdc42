import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { forAnyone } from "#app/routes/team/requests/team-requests";
import { waitWords } from "#app/routes/team/requests/wait-words";
import { askReset, canAskReset } from "#app/services/team/sign-in/reset/ask-reset";

export const meta = teamPageTitle;

export const loader = forAnyone(async (ctx, { request }) => ({
  title: ctx.t(teamLanguage(request))("team:forgot.title"),
  isMailed: await canAskReset(ctx, {}),
}));

export const action = forAnyone(async (ctx, { request, context }: ActionArgs) => {
  const { email } = formInput(await request.formData(), askReset.input);
  const language = teamLanguage(request);
  const outcome = await askReset.submit(ctx, { email, address: context.network ?? context.address });
  const typed = String(email);
  if ("faults" in outcome) {
    const t = ctx.t(language);
    const code = outcome.faults[0]?.code ?? "not-valid";
    return data({ typed, error: t(`team:fault.${code}`, { field: t("team:login.email") }) }, 422);
  }
  if (outcome.done.kind === "wait") return data({ typed, error: waitWords(ctx, language, outcome.done.until) }, 429);
  return data({ typed, error: undefined }, 200);
});

export default function Forgot() {
  const { t } = useTranslation("team");
  const { title, isMailed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isAsked = answer !== undefined && answer.error === undefined;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: "/login", label: t("forgot.back") }} />
      {!isMailed && (
        <div className="note-plain flow">
          <p>{t("forgot.noMail")}</p>
          <p>{t("forgot.noMailOperator")}</p>
        </div>
      )}
      {isMailed && isAsked && (
        <p className="note-plain" role="status">
          {t("forgot.asked")}
        </p>
      )}
      {isMailed && !isAsked && (
        <Form method="post" reloadDocument className="flow-wide">
          <ErrorSummary
            title={t("form.problem")}
            errors={answer?.error ? [{ field: "email", text: answer.error }] : []}
          />
          <p>{t("forgot.lead")}</p>
          <TextField
            name="email"
            type="email"
            label={t("login.email")}
            value={answer?.typed}
            error={answer?.error}
            autoComplete="username"
          />
          <button type="submit" className="button">
            {t("forgot.submit")}
          </button>
        </Form>
      )}
    </main>
  );
}
