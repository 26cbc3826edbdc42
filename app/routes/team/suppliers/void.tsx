import { useTranslation } from "react-i18next";
import { ErrorSummary, TextArea } from "#app/components/team/forms/field";
import { Head } from "#app/components/team/frame/page-header";
import { VoidNotice } from "#app/components/team/supplier/void-notice";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import type { RouteHandle } from "#app/page/route-handle";
import { teamPageTitle } from "#app/page/title";
import { data, redirect } from "#app/router/api/answers.server";
import { Form, Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs, LoaderArgs } from "#app/router/api/route-types";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showVoiding, voidSubmission } from "#app/services/team/voids/void-submission";

export const handle = { namespaces: ["team", "ratings"] } satisfies RouteHandle;

export const meta = teamPageTitle;

const askedIn = ({ id = "", attestation = "" }: LoaderArgs["params"]) => ({ supplier: id, attestation });

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const shown = await showVoiding({ ...ctx, language }, askedIn(params));
  return { ...shown, title: ctx.t(language)("ratings:void.title", { reference: shown.reference }) };
});

export const action = forTeam(async (ctx, { request, params }: ActionArgs) => {
  const { reason } = formInput(await request.formData(), voidSubmission.input);
  const asked = askedIn(params);
  const outcome = await voidSubmission.submit(ctx, { ...asked, reason });
  if ("faults" in outcome) return data({ reason: String(reason), faults: outcome.faults }, { status: 422 });
  const [supplier, attestation] = [asked.supplier, asked.attestation].map(encodeURIComponent);
  return redirect(`/suppliers/${supplier}/attestations/${attestation}/void`, 303);
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** What was done, and what can be done next: the supplier is asked anew by a campaign of its own. */
function Done({ voided, supplier, mayAskAgain }: Shown & { voided: NonNullable<Shown["voided"]> }) {
  const { t } = useTranslation("ratings");
  return (
    <>
      <VoidNotice {...voided} />
      <section className="section flow" aria-labelledby="next">
        <h2 id="next">{t("void.next")}</h2>
        <p>{t("void.seen")}</p>
        <p>{t(mayAskAgain ? "void.askAgain" : "void.askColleague")}</p>
        <p className="actions">
          {mayAskAgain && (
            <Link className="button" to="/campaigns/new">
              {t("void.newCampaign")}
            </Link>
          )}
          <Link to={`/suppliers/${supplier.id}`}>{t("void.back")}</Link>
        </p>
      </section>
    </>
  );
}

function Confirm({ supplier, signer, campaign, mayAskAgain }: Shown) {
  const { t } = useTranslation(["ratings", "team"]);
  const answer = useActionData<typeof action>();
  const errors = (answer?.faults ?? []).map(({ field, code }) => ({
    field,
    text: t(`team:fault.${code}`, { field: t("void.reason") }),
  }));
  return (
    <>
      <p>{t("void.about", { name: signer.name, job: signer.job, campaign: campaign.name })}</p>
      <ul>
        {(["kept", "rating", "seenBy", "final"] as const).map((effect) => (
          <li key={effect}>{t(`void.effect.${effect}`)}</li>
        ))}
        <li>{t(mayAskAgain ? "void.askAgain" : "void.askColleague")}</li>
      </ul>
      <Form method="post" className="section flow" reloadDocument>
        <ErrorSummary title={t("team:form.problem")} errors={errors} />
        <TextArea
          name="reason"
          label={t("void.reason")}
          hint={t("void.reasonHint")}
          value={answer?.reason}
          error={errors[0]?.text}
          dir="auto"
        />
        <div className="actions">
          <button type="submit" className="button button-destroys">
            {t("void.submit")}
          </button>
          <Link to={`/suppliers/${supplier.id}#campaigns`}>{t("team:form.cancel")}</Link>
        </div>
      </Form>
    </>
  );
}

export default function VoidSubmission() {
  const shown = useLoaderData<typeof loader>();
  const { title, supplier, voided } = shown;
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head title={title} back={{ to: `/suppliers/${supplier.id}#campaigns`, label: supplier.name }} />
      {voided ? <Done {...shown} voided={voided} /> : <Confirm {...shown} />}
    </main>
  );
}
