import { useTranslation } from "react-i18next";
import { CopyButton } from "#app/components/team/forms/copy-button";
import { Head } from "#app/components/team/frame/page-header";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { PrintButton } from "#app/components/team/supplier/answers/print-button";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { ComparisonView } from "#app/views/team/suppliers/comparison";
import { AddSupplier } from "./add-supplier";
import { CompareTable } from "./compare-table";

/** Suppliers beside each other, with what is left out and why, and the way to another one. */
export function ComparePage(page: ComparisonView) {
  // Everything below takes its words as they are there: this waits for them where the browser has yet to load them.
  const { t } = useTranslation("ratings");
  const { columns, csv, adding, address } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={t("compare.pageTitle", { count: columns.length })}
        back={{ to: "/suppliers", label: t("page.back") }}
        meta={[
          <Made key="made" {...page} />,
          <span key="address" className="compared-link">
            <a href={address}>{t("compare.link")}</a> <CopyButton text={address} what={t("compare.link")} />
          </span>,
        ]}
        actions={
          columns.length > 0 && (
            <>
              {adding && (
                <a className="button button-second" href="#adding">
                  {t("compare.addMore")}
                </a>
              )}
              {csv !== undefined && (
                <a className="button button-second" href={csv} download>
                  {t("compare.csv")}
                </a>
              )}
              <PrintButton label={t("page.print")} />
            </>
          )
        }
      />
      <Notices {...page} />
      {page.rated > 0 && <Shown {...page} />}
      {columns.length > 0 && <CompareTable {...page} />}
      {adding && <AddSupplier {...adding} />}
    </main>
  );
}

/** What all ratings were made with, and when their answers were signed. */
function Made({ madeBy, signed, rated }: ComparisonView) {
  const t = useTexts("ratings");
  return (
    <>
      {madeBy && rated > 1 && t("compare.madeBy", madeBy)}{" "}
      {signed && t(signed.from === signed.until ? "compare.signedOn" : "compare.signed", signed)}
    </>
  );
}

function Notices({ columns, rated, madeBy, isSameQuestionnaire, unknown, tooMany }: ComparisonView) {
  const t = useTexts("ratings");
  return (
    <>
      {unknown > 0 && <p className="note">{t("compare.unknown", { count: unknown })}</p>}
      {tooMany > 0 && <p className="note">{t("compare.tooMany", { count: tooMany })}</p>}
      {columns.length === 0 && <p>{t("compare.none")}</p>}
      {columns.length === 1 && <p className="note">{t("compare.one")}</p>}
      {columns.length > 1 && rated === 0 && <p className="note">{t("compare.unrated")}</p>}
      {columns.length > 1 && rated === 1 && <p className="note">{t("compare.oneRated")}</p>}
      {rated > 1 && !madeBy && <p className="note">{t("compare.mixed")}</p>}
      {rated > 1 && !isSameQuestionnaire && <p className="note">{t("compare.mixedQuestions")}</p>}
    </>
  );
}

/** How many rows are shown of how many, on which scale, and the way to the others. */
function Shown({ shown, all, onlyDifferences, otherRows, scale, rated, columns }: ComparisonView) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  const hidden = all - shown;
  return (
    <div className="compared-tools">
      <p role="status">
        <strong className="num">{t("compare.shown", { shown: figures.count(shown), all: figures.count(all) })}</strong>{" "}
        {t(onlyDifferences ? "compare.differences" : "compare.everything")}{" "}
        {columns.some(({ rating }) => rating?.figures) && t("compare.scale", { scale: figures.count(scale) })}
      </p>
      {rated > 1 && (hidden > 0 || !onlyDifferences) && (
        <Link className="button button-second" to={otherRows} preventScrollReset>
          {onlyDifferences ? t("compare.showAlike", { count: hidden }) : t("compare.onlyDifferences")}
        </Link>
      )}
    </div>
  );
}
