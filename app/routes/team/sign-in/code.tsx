import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import {
  clearedPendingCookie,
  deviceOf,
  pendingOf,
  safeRedirectPath,
  teamLanguage,
} from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { redirectSignedIn } from "#app/routes/team/requests/own-session";
import { forAnyone } from "#app/routes/team/requests/team-requests";
import { waitWords } from "#app/routes/team/requests/wait-words";
import type { VisitorContext } from "#app/services/context/contexts";
import { checkPending, confirmSignIn } from "#app/services/team/sign-in/second-factor/confirm-sign-in";

export const meta = teamPageTitle;

export const loader = forAnyone(async (ctx, { request }) => {
  const next = safeRedirectPath(new URL(request.url).searchParams.get("next"));
  if (!(await checkPending(ctx, { pending: pendingOf(ctx, request) }))) throw toStart(ctx, next);
  return { title: ctx.t(teamLanguage(request))("team:code.title"), next };
});

export const action = forAnyone(async (ctx, { request, context }: ActionArgs) => {
  const form = await request.formData();
  const to = safeRedirectPath(String(form.get("next") ?? "/"));
  const done = await confirmSignIn(ctx, {
    pending: pendingOf(ctx, request),
    code: String(form.get("code") ?? "").slice(0, 200),
    address: context.network ?? context.address,
    device: deviceOf(ctx, request),
  });
  const language = teamLanguage(request);
  switch (done.kind) {
    case "signed-in":
      return redirectSignedIn(ctx, request, { session: done.session, device: done.device, to });
    case "expired":
      return toStart(ctx, to);
    case "refused":
      return data({ error: ctx.t(language)("team:code.refused") }, 401);
    case "wait":
      return data({ error: waitWords(ctx, language, done.until) }, 429);
  }
});

/** The password has to be given first, or again. */
function toStart(ctx: VisitorContext, next: string) {
  const headers = { "set-cookie": clearedPendingCookie(ctx) };
  return redirect(`/login?expired&next=${encodeURIComponent(next)}`, { headers });
}

export default function Code() {
  const { t } = useTranslation("team");
  const { title, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} />
      <p>{t("code.lead")}</p>
      <Form method="post" reloadDocument className="flow-wide">
        <ErrorSummary title={t("form.problem")} errors={answer ? [{ field: "code", text: answer.error }] : []} />
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label={t("code.code")}
          hint={t("code.hint")}
          error={answer?.error}
          autoComplete="one-time-code"
          width="in-m"
        />
        <button type="submit" className="button">
          {t("code.submit")}
        </button>
      </Form>
    </main>
  );
}
