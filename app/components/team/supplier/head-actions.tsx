import { useTranslation } from "react-i18next";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { SupplierPageView } from "#app/views/team/supplier/supplier-page";
import { PrintButton } from "./answers/print-button";
import { ListWalk } from "./list-walk";

/** What can be done about a supplier, and the way to those beside it in the list one came from. */
export function HeadActions(page: SupplierPageView) {
  const { supplier, archived, archiveAt, walk, changeHolds, rateAgain, rated, restricted, review, brief } = page;
  const t = useTexts("ratings");
  const { t: actions } = useTranslation("actions");
  return (
    <>
      {walk && <ListWalk {...walk} />}
      {(rated ?? restricted) && <PrintButton label={t("page.print")} />}
      {brief !== undefined && (
        <a href={brief} className="button button-second" download>
          {t("brief.open")}
        </a>
      )}
      {changeHolds !== undefined && (
        <Link to={changeHolds} className="button button-second">
          {t("page.hold.open")}
        </Link>
      )}
      <Link to={`/suppliers/compare?ids=${supplier.id}`} className="button button-second">
        {t("compare.open")}
      </Link>
      <Link to={`/actions?supplier=${supplier.id}`} className="button button-second">
        {actions("title")}
      </Link>
      {archiveAt !== undefined && (
        <Link to={archiveAt} className="button button-second">
          {t(archived ? "page.archive.restore" : "page.archive.open")}
        </Link>
      )}
      {rateAgain && (
        <Link to={`/actions/new?supplier=${supplier.id}`} className="button button-second">
          {actions("new.title")}
        </Link>
      )}
      {review !== undefined && (
        <Link to={review} className="button">
          {t("page.review")}
        </Link>
      )}
    </>
  );
}
