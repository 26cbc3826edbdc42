import { useRef } from "react";
import { Icon } from "#app/components/team/frame/icons";
import { asColumnHead, asGroup, asRow, asTable } from "#app/components/team/tables/table-roles";
import { useWords } from "#app/i18n/texts/use-words";
import { Link } from "#app/router/navigation";
import type { SupplierLine } from "#app/views/team/supplier-line";
import { SupplierRow } from "./supplier-row";
import { useRowKeys } from "./use-row-keys";
import { useRowLinks } from "./use-row-links";

const columns = ["name", "rating", "confidence", "tiers", "dprk", "driver", "change", "signed"] as const;
export type Column = (typeof columns)[number];

export type Sorting = {
  column: string;
  direction: "up" | "down";
  /** Where a click on a head leads, for the columns that can be sorted. */
  links: Readonly<Partial<Record<Column, string>>>;
};

export function SupplierTable({ lines, sorting }: { lines: readonly SupplierLine[]; sorting: Sorting }) {
  const t = useWords("ratings");
  const box = useRef<HTMLElement>(null);
  useRowKeys(box);
  useRowLinks(box);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className="grid-scroll grid-cards" aria-label={t("suppliers.title")} tabIndex={0}>
      <table className="grid" {...asTable}>
        <thead {...asGroup}>
          <tr {...asRow}>
            {columns.map((column) => (
              <Head key={column} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody {...asGroup}>
          {lines.map((line) => (
            <SupplierRow key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const classes: Partial<Record<Column, string>> = { name: "frozen", signed: "n" };

function Head({ column, sorting }: { column: Column; sorting: Sorting }) {
  const t = useWords("ratings");
  const link = sorting.links[column];
  const sorted = sorting.column === column;
  const order = sorting.direction === "up" ? "ascending" : "descending";
  return (
    <th scope="col" {...asColumnHead} className={classes[column]} aria-sort={sorted ? order : undefined}>
      {link === undefined ? (
        t(`suppliers.head.${column}`)
      ) : (
        <Link to={link} preventScrollReset>
          {t(`suppliers.head.${column}`)}
          {sorted && <Icon name={sorting.direction === "up" ? "up" : "down"} />}
        </Link>
      )}
    </th>
  );
}
