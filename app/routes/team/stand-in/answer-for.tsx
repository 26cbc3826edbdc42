import { useTranslation } from "react-i18next";
import { ErrorSummary, TextField } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { formInput } from "#app/http/form-input";
import { supplierSessionCookie } from "#app/http/supplier-session.server";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showStandIn, standIn } from "#app/services/stand-in/begin-stand-in";

export const meta = teamPageTitle;

function askedIn({ id = "", invitation = "" }: LoaderArgs["params"]) {
  return { campaign: id, invitation };
}

export const loader = forTeam(async (ctx, { request, params }) => {
  const shown = await showStandIn(ctx, askedIn(params));
  const title = ctx.t(teamLanguage(request))("team:standIn.title", { supplier: shown.supplier });
  return { ...shown, title };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const { reason } = formInput(await request.formData(), standIn.input);
  const outcome = await standIn.submit(ctx, { ...askedIn(params), reason });
  if ("faults" in outcome) return data({ reason: String(reason), faults: outcome.faults }, { status: 422 });
  const { attestation } = outcome.done;
  return redirect(`/attest/${attestation}`, {
    status: 303,
    headers: { "set-cookie": supplierSessionCookie(ctx, outcome.done) },
  });
});

export default function AnswerFor() {
  const { t } = useTranslation("team");
  const { title, campaign, invitation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`fault.${code}`, { field: t("standIn.reason") }),
  }));
  const back = `/campaigns/${campaign}/invitations/${invitation}/questionnaire`;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: back, label: t("lookAt.open") }} />
      <p className="note">{t("standIn.lead")}</p>
      <Form method="post" className="section flow" reloadDocument>
        <ErrorSummary title={t("form.problem")} errors={errors} />
        <TextField
          name="reason"
          label={t("standIn.reason")}
          hint={t("standIn.reasonHint")}
          value={answer?.reason}
          error={errors[0]?.text}
        />
        <button type="submit" className="button">
          {t("standIn.submit")}
        </button>
      </Form>
    </main>
  );
}
