import { Icon } from "#app/components/frame/icon";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { ActiveFilter } from "#app/views/team/suppliers/filters/filters";
import type { SortDirection, SupplierSort } from "#terms/suppliers/supplier-sorts";

type ResultLineProps = {
  total: number;
  all: number;
  order: SupplierSort;
  direction: SortDirection;
  rules: string;
  edition: string;
  at: string;
  filters: readonly ActiveFilter[];
};

/** What is shown, of how many, in which order, made from what; and each filter with the way to take it off. */
export function ResultLine({ total, all, order, direction, rules, edition, at, filters }: ResultLineProps) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  return (
    <div className="result-line">
      <p className="result-text" role="status">
        <strong className="num">
          {t("suppliers.resultOf", { total: figures.count(total), all: figures.count(all) })}
        </strong>{" "}
        {t("suppliers.result", { order: t(`suppliers.order.${order}.${direction}`) })}{" "}
        <span className="dim">{t("suppliers.versions", { rules, edition, at })}</span>
      </p>
      {filters.map((filter) => (
        <Link key={filter.href} className="filter-pill" to={filter.href} preventScrollReset>
          <span>
            {filter.name}: <bdi>{filter.words}</bdi>
          </span>
          <Icon name="remove" />
          <span className="visually-hidden">{t("suppliers.removeFilter")}</span>
        </Link>
      ))}
    </div>
  );
}
