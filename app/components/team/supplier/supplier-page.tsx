import { useTranslation } from "react-i18next";
import { DoNoHarm } from "#app/components/team/actions/do-no-harm";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { Head } from "#app/components/team/frame/page-header";
import { Link } from "#app/router/api/navigation";
import type { RatedView, SupplierPageView } from "#app/views/team/supplier/supplier-page";
import type { DprkState } from "#terms/dprk-states";
import { AnswerProblems } from "./answers/answer-problems";
import { Answers } from "./answers/answers";
import { HeadActions } from "./head-actions";
import { BandChanges } from "./rating/band-changes";
import { RatingComparison } from "./rating/compared";
import { ExpectedRiskSum } from "./rating/expected-risk";
import { RatingVersionsList } from "./rating/made-from";
import { RateAgain } from "./rating/rate-again";
import { RatingSummary } from "./rating/rating-summary";
import { Standing } from "./rating/standing";
import { Unrated } from "./rating/unrated";
import { RatingReasons } from "./rating/why";
import { Campaigns } from "./record/campaigns";
import { Contacts } from "./record/contacts";
import { Documents } from "./record/documents";
import { History } from "./record/history";
import { Sites } from "./record/sites";
import { Trail } from "./record/trail";
import { RecordLine } from "./record-line";
import { RestrictedSections, RestrictedSummary } from "./restricted/restricted";
import { type PageSection, SectionNavigation } from "./section-navigation";
import { Sum } from "./sum/sum";
import { useOpenedPart } from "./use-opened-part";
import { VoidNotice } from "./void-notice";

type SupplierPageProps = SupplierPageView & {
  /** What became of the request to rate again. */
  outcome?: "added" | "same";
  /** What is wrong with the countries chosen for rating again. */
  error?: string;
};

export function SupplierPage(page: SupplierPageProps) {
  const { t } = useTranslation("ratings");
  const { supplier, rated, restricted } = page;
  useOpenedPart();
  const { ref, externalId } = supplier;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={supplier.name}
        back={{ to: page.walk?.view ?? "/suppliers", label: t("page.back") }}
        meta={[
          <span key="ref">
            <span className="mono">{ref}</span> <CopyButton text={ref} what={ref} />
          </span>,
          <span key="place">{supplier.place}</span>,
          ...(externalId === undefined ? [] : [<bdi key="own">{t("page.externalId", { id: externalId })}</bdi>]),
        ]}
        actions={<HeadActions {...page} />}
      />
      <div className="supplier-page">
        <SectionNavigation sections={sectionsOf(page)} />
        <div>
          <section id="rating" aria-label={t("page.sections.rating")}>
            <div className="double-rule" />
            <Notices {...page} />
            {rated && <RecordLine at={rated.rating.at} versions={rated.rating.versions} signed={rated.signed} />}
            {restricted && <RestrictedSummary {...restricted} />}
            {rated ? <RatingSummary {...rated.rating} /> : !restricted && <Unrated newest={page.campaigns[0]} />}
            {rated?.standing && <Standing {...rated.standing} />}
            {rated && isNorthKoreaFinding(rated.rating.dprk) && <DoNoHarm />}
          </section>
          {page.expected && <ExpectedRiskSum {...page.expected} />}
          {rated && <RatedSections rated={rated} />}
          {restricted && <RestrictedSections {...restricted} />}
          {page.documents && page.documents.all > 0 && <Documents {...page.documents} />}
          {page.history.length > 0 && <History lines={page.history} />}
          {page.rateAgain && <RateAgain {...page.rateAgain} error={page.error} />}
          <Campaigns lines={page.campaigns} />
          <Contacts contacts={page.contacts} add={page.addContact} />
          <Trail {...page.trail} signed={rated?.signed} />
        </div>
      </div>
    </main>
  );
}

/** Whether anything was said of North Korean labour that somebody may now do harm about. */
function isNorthKoreaFinding(state: DprkState): boolean {
  return state !== "no-checked" && state !== "no-not-checked";
}

function Notices({ outcome, rated, restricted, supplier, archived, holds, changeHolds }: SupplierPageProps) {
  const { t } = useTranslation("ratings");
  const shown = rated ?? restricted;
  return (
    <>
      {archived && (
        <p className="note">
          <bdi>{t("page.archive.since", { since: archived.since.text, by: archived.by })}</bdi> {t("page.archive.text")}
        </p>
      )}
      {holds.length > 0 && (
        <div className="note">
          <h2>{t("page.hold.title")}</h2>
          {holds.map(({ id, supplier: about, reason, by, since }) => (
            <p key={id}>
              <bdi>{t(`page.hold.${about ? "one" : "all"}`, { reason, by, since: since.text })}</bdi>
            </p>
          ))}
          {changeHolds !== undefined && (
            <p>
              <Link to={changeHolds}>{t("page.hold.change")}</Link>
            </p>
          )}
        </div>
      )}
      {outcome && (
        <p className="note-plain" role="status">
          {t(`page.rateAgain.${outcome}`)}
        </p>
      )}
      {rated?.mismatch && (
        <div className="note" role="alert">
          <h2>{t("page.mismatch.title")}</h2>
          <p>{t("page.mismatch.text", rated.mismatch)}</p>
        </div>
      )}
      {restricted?.isChanged && (
        <div className="note" role="alert">
          <h2>{t("page.mismatch.title")}</h2>
          <p>{t("page.mismatch.restricted")}</p>
        </div>
      )}
      {shown?.voided && <VoidNotice {...shown.voided} />}
      {shown && !shown.newest && (
        <p className="note">
          {t("page.notNewest")} <Link to={`/suppliers/${supplier.id}`}>{t("page.newest")}</Link>
        </p>
      )}
    </>
  );
}

function RatedSections({ rated }: { rated: RatedView }) {
  const { t } = useTranslation("ratings");
  const { rating, explained, compared, sites, answers, findings } = rated;
  return (
    <>
      <div className="sum-and-changes">
        <Sum {...rating} explained={explained} />
        <section id="changes" className="section">
          <h2>{t("page.why.changes")}</h2>
          <BandChanges conditions={rating.conditions} changes={explained?.changes} />
        </section>
      </div>
      {answers && <Answers sections={answers} />}
      {findings && <AnswerProblems {...findings} />}
      <RatingReasons {...rating.why} />
      {compared && <RatingComparison {...compared} />}
      {sites && <Sites {...sites} />}
      <RatingVersionsList versions={rating.versions} />
    </>
  );
}

function sectionsOf({ expected, rated, restricted, history, campaigns, documents }: SupplierPageProps): PageSection[] {
  const read = rated ?? restricted;
  const sections: (PageSection | false | undefined)[] = [
    "rating",
    expected && "expected",
    rated && "steps",
    rated && "changes",
    read?.answers && "answers",
    read?.findings && "findings",
    rated && "why",
    read?.sites && "sites",
    read && "versions",
    Boolean(documents?.all) && "documents",
    history.length > 0 && "history",
    campaigns.length > 0 && "campaigns",
    "contacts",
    "trail",
  ];
  return sections.filter((section): section is PageSection => Boolean(section));
}
