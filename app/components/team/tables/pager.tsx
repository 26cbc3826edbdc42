import type { ReactNode } from "react";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { PagesView } from "#app/views/team/pages";

/** Which rows of how many are shown, and the pages before and after. `children`: what else can be said of the table. */
export function Pager({ pages, children }: { pages: PagesView; children?: ReactNode }) {
  const t = useTexts("team");
  const { count } = useNumberFormats();
  const { from, to, total, size, previous, next } = pages;
  if (total === 0) return null;
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      <span className="num">{t("pager.range", { from: count(from), to: count(to), total: count(total) })}</span>
      {children}
      <span className="pager-links">
        {previous !== undefined && <Link to={previous}>{t("pager.previous", { number: count(size) })}</Link>}{" "}
        {next !== undefined && <Link to={next}>{t("pager.next", { number: count(Math.min(size, total - to)) })}</Link>}
      </span>
    </nav>
  );
}
