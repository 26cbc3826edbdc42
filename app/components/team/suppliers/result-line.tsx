import { Icon } from "#app/components/team/frame/icons";
import { useFigures } from "#app/components/team/ratings/figures";
import { useWords } from "#app/i18n/texts/use-words";
import { Link } from "#app/router/navigation";
import type { TableBand } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";
import type { SupplierSort } from "#terms/supplier-sorts";
import type { Tier } from "#terms/tiers";

/** A filter that is set. `words` where the value has words of its own, such as a name that somebody typed. */
export type SetFilter = { href: string } & (
  | { filter: "search" | "country" | "campaign"; words: string }
  | { filter: "band"; code: TableBand }
  | { filter: "dprk"; code: DprkState }
  | { filter: "tier"; code: Tier }
  | { filter: "confidence"; code: "under-50" | "50-74" | "75-up" }
);

export type ResultLineProps = {
  total: number;
  all: number;
  order: SupplierSort;
  direction: "up" | "down";
  rules: string;
  edition: string;
  at: string;
  filters: readonly SetFilter[];
};

/** What is shown, of how many, in which order, made from what; and each filter with the way to take it off. */
export function ResultLine({ total, all, order, direction, rules, edition, at, filters }: ResultLineProps) {
  const t = useWords("ratings");
  const figures = useFigures();
  return (
    <div className="active">
      <p className="result" role="status">
        <strong className="num">
          {t("suppliers.resultOf", { total: figures.count(total), all: figures.count(all) })}
        </strong>{" "}
        {t("suppliers.result", { order: t(`suppliers.order.${order}.${direction}`) })}{" "}
        <span className="dim">{t("suppliers.versions", { rules, edition, at })}</span>
      </p>
      {filters.map((filter) => (
        <Link key={filter.href} className="pill" to={filter.href} preventScrollReset>
          <PillWords filter={filter} />
          <Icon name="remove" />
          <span className="visually-hidden">{t("suppliers.removeFilter")}</span>
        </Link>
      ))}
    </div>
  );
}

function PillWords({ filter }: { filter: SetFilter }) {
  const t = useWords("ratings");
  return (
    <span>
      {t(`suppliers.filters.${filter.filter}`)}: <bdi>{useFilterWords(filter)}</bdi>
    </span>
  );
}

function useFilterWords(filter: SetFilter): string {
  const t = useWords("ratings");
  const team = useWords("team");
  switch (filter.filter) {
    case "band":
      return team(`band.${filter.code}`);
    case "dprk":
      return team(`dprk.${filter.code}`);
    case "tier":
      return team(`tier.long.${filter.code}`);
    case "confidence":
      return t(`suppliers.confidenceRange.${filter.code}`);
    default:
      return filter.words;
  }
}
