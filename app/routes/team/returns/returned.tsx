import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { ReturnList } from "#app/components/team/returns/return-list";
import { SentReturn } from "#app/components/team/returns/sent-return";
import { formInput } from "#app/http/form-input";
import { teamLanguage } from "#app/http/team-session.server";
import { teamPageTitle } from "#app/page/title";
import { redirect } from "#app/router/api/answers.server";
import { Link } from "#app/router/api/navigation";
import { useActionData, useLoaderData } from "#app/router/api/route-data";
import type { ActionArgs } from "#app/router/api/route-types";
import { changeReturned } from "#app/routes/team/requests/forms/change-returned";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showReturned } from "#app/services/returns/show-returned";
import styles from "#app/styles/team/returns.css?url";

export const meta = teamPageTitle;

export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = forTeam(async (ctx, { request, params }) => {
  const language = teamLanguage(request);
  const asked = formInput(new URL(request.url).searchParams, showReturned.input);
  const shown = await showReturned({ ...ctx, language }, { ...asked, attestation: params.attestation ?? "" });
  return { ...shown, title: ctx.t(language)("team:returns.title", { supplier: shown.supplier.name }) };
});

export const action = forTeam(
  async (ctx, { request, params }: ActionArgs) => {
    const { attestation = "" } = params;
    const wrong = await changeReturned(ctx, attestation, await request.formData());
    return wrong ?? redirect(`/reviews/${encodeURIComponent(attestation)}/returned`, 303);
  },
  ["take-off", "accept", "call-back", "send"],
);

/** What goes back of what a supplier signed, or went, with what was answered to it. */
export default function ReturnedPage() {
  const { t } = useTranslation("team");
  const shown = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { title, supplier, campaign, reference, signer, isVoid, corrects, calledBack, list, sent } = shown;
  const [fault] = answered?.faults ?? [];
  const error = fault && t(`fault.${fault.code}`, { field: t("returns.date"), ...fault.params });
  return (
    <main id="main" tabIndex={-1} className="wide narrow">
      <Head
        title={title}
        back={{ to: "/returns", label: t("returns.list.title") }}
        meta={[t("returns.meta", { reference, campaign: campaign.name, signer })]}
      />
      {answered?.outcome && (
        <p className="note" role="alert">
          {t(`returns.outcome.${answered.outcome}`)}
        </p>
      )}
      <p className="actions returned-ways">
        <Link to=".." relative="path">
          {t("returns.review")}
        </Link>
        <Link to={`/suppliers/${supplier.id}#answers`}>{t("returns.answers")}</Link>
      </p>
      {corrects && (
        <p className="muted">
          {t("returns.correctsText")} <Link to={corrects}>{t("returns.corrects")}</Link>
        </p>
      )}
      {calledBack.map((one) => (
        <p key={one.reference} className="muted">
          {t("returns.calledBack", { reference: one.reference, at: one.at.text })}
        </p>
      ))}
      {sent && <SentReturn sent={sent} />}
      {list && isVoid && <p className="note">{t("returns.isVoid")}</p>}
      {list && !isVoid && <ReturnList list={list} typed={answered?.typed && { ...answered.typed, error }} />}
    </main>
  );
}
