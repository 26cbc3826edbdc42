import type { ReactNode } from "react";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Form, Link } from "#app/router/api/navigation";
import type { PagesView } from "#app/views/team/pages";

/** Which rows of how many are shown, the pages before and after, and a field to go to any of them. `children`: what else can be said of the table. */
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
        {pages.last > 2 && <Jump {...pages} />}{" "}
        {next !== undefined && <Link to={next}>{t("pager.next", { number: count(Math.min(size, total - to)) })}</Link>}
      </span>
    </nav>
  );
}

/** Goes to a page by its number; a plain form, so that it works without a script. */
function Jump({ page, last, query }: PagesView) {
  const t = useTexts("team");
  const { count } = useNumberFormats();
  return (
    <Form method="get" className="pager-jump">
      {query.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
      <label htmlFor="page-number">{t("pager.page")}</label>
      {/* The key lets the field follow the page, however one came there. */}
      <input
        key={page}
        type="number"
        id="page-number"
        name="page"
        min={1}
        max={last}
        required
        defaultValue={page}
        aria-describedby="last-page"
      />
      <span id="last-page">{t("pager.of", { last: count(last) })}</span>
      <button type="submit" className="button-plain">
        {t("pager.go")}
      </button>
    </Form>
  );
}
