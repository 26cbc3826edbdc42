import { useTranslation } from "react-i18next";
import { Head } from "#app/components/team/frame/page-header";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { ActionsView } from "#app/views/team/actions/actions";
import { ActionsBoard } from "./actions-board";
import { ActionsTable } from "./actions-table";

/** Corrective actions of all suppliers, or of one: as a table by due date, or as a board by state. */
export function ActionsPage(page: ActionsView) {
  const { t } = useTranslation("actions");
  const { supplier, csv, found, shape, previous, next, mayWrite, showsPoints } = page;
  return (
    <main id="main" tabIndex={-1} className="wide">
      <Head
        title={page.title}
        count={t("counted", { open: page.open, overdue: page.overdue })}
        meta={showsPoints ? [t("lead")] : []}
        actions={
          csv !== undefined && (
            <a className="button button-second" href={csv} download>
              {t("export")}
            </a>
          )
        }
      />
      <Filters {...page} />
      {supplier && (
        <p>
          <Link to={supplier.href}>{t("ofSupplier", { name: supplier.name })}</Link>{" "}
          <Link to={supplier.all}>{t("allSuppliers")}</Link>
        </p>
      )}
      {found === 0 && <p>{t("empty")}</p>}
      {found > 0 && (shape === "board" ? <ActionsBoard {...page} /> : <ActionsTable {...page} />)}
      {(previous !== undefined || next !== undefined) && (
        <p className="actions">
          {previous !== undefined && <Link to={previous}>{t("previous")}</Link>}
          {next !== undefined && <Link to={next}>{t("next")}</Link>}
        </p>
      )}
      <div className="actions-notes muted">
        {mayWrite && (
          <p>
            {t("openHow")} {!supplier && <Link to="/suppliers">{t("chooseSupplier")}</Link>}
          </p>
        )}
        {showsPoints && <p>{t("states")}</p>}
      </div>
    </main>
  );
}

/** The lists, the states of the one that is shown, how many there are, and the other shape. */
function Filters({ views, states, found, all, at, shape, otherShape }: ActionsView) {
  const t = useTexts("actions");
  const { count } = useNumberFormats();
  return (
    <>
      <nav aria-label={t("view.label")}>
        <ul className="action-views">
          {views.map(({ id, href, count: own, isShown }) => (
            <li key={id}>
              <Link to={href} aria-current={isShown ? "page" : undefined}>
                {t(`view.${id}`)} <span className="count">{count(own)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t("filter")}>
        <ul className="action-states">
          {states.map(({ id, href, count: own, isShown }) => (
            <li key={id}>
              <Link to={href} aria-current={isShown ? "true" : undefined}>
                {t(`state.${id}`)} <span className="count">{count(own)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="actions-tools">
        <p role="status">{t("result", { count: all, found: count(found), all: count(all), at })}</p>
        <p>
          <Link to={otherShape} className="button button-second">
            {t(shape === "board" ? "shape.table" : "shape.board")}
          </Link>
        </p>
      </div>
    </>
  );
}
