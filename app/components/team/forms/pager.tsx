import { useTranslation } from "react-i18next";
import { Link } from "#app/router/navigation";

type PagerProps = { page: number; pageSize: number; total: number; query: string };

/** Which rows of how many are shown, and the pages before and after. */
export function Pager({ page, pageSize, total, query }: PagerProps) {
  const { t } = useTranslation("team");
  if (total === 0) return null;
  const from = Math.min(total, (page - 1) * pageSize + 1);
  const to = Math.min(total, page * pageSize);
  const at = (other: number) => {
    const search = new URLSearchParams(query);
    search.set("page", String(other));
    return `?${search}`;
  };
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      {page > 1 ? <Link to={at(page - 1)}>{t("pager.previous")}</Link> : <span />}
      <span className="num">{t("pager.range", { from, to, total })}</span>
      {to < total ? <Link to={at(page + 1)}>{t("pager.next")}</Link> : <span />}
    </nav>
  );
}
