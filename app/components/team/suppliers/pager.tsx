import { useFigures } from "#app/components/team/ratings/figures";
import { useWords } from "#app/i18n/texts/use-words";
import { Link } from "#app/router/navigation";

export type Pages = { from: number; to: number; total: number; size: number; previous?: string; next?: string };

export function Pager({ pages: { from, to, total, size, previous, next } }: { pages: Pages }) {
  const t = useWords("ratings");
  const { count } = useFigures();
  return (
    <nav className="pager" aria-label={t("suppliers.pages")}>
      <span className="num">{t("suppliers.range", { from: count(from), to: count(to), total: count(total) })}</span>
      <span className="keys">
        <span>
          <kbd>/</kbd> {t("suppliers.keys.find")}
        </span>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t("suppliers.keys.move")}
        </span>
        <span>
          <kbd>Enter</kbd> {t("suppliers.keys.open")}
        </span>
      </span>
      <span className="turns">
        {previous !== undefined && <Link to={previous}>{t("suppliers.previous", { number: count(size) })}</Link>}{" "}
        {next !== undefined && (
          <Link to={next}>{t("suppliers.next", { number: count(Math.min(size, total - to)) })}</Link>
        )}
      </span>
    </nav>
  );
}
