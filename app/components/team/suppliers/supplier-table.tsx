import { useRef } from "react";
import { Icon } from "#app/components/frame/icon";
import { asColumnHead, asGroup, asRow, asTable } from "#app/components/team/tables/table-roles";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { SupplierLine } from "#app/views/team/suppliers/supplier-line";
import { type SortingView, type SupplierColumn, supplierColumns } from "#app/views/team/suppliers/suppliers-page";
import { SupplierRow } from "./supplier-row";
import { useRowKeys } from "./use-row-keys";
import { useRowLinks } from "./use-row-links";

/** The suppliers of one page, row by row, with heads that sort. */
export function SupplierTable({ lines, sorting }: { lines: readonly SupplierLine[]; sorting: SortingView }) {
  const t = useTexts("ratings");
  const box = useRef<HTMLElement>(null);
  useRowKeys(box);
  useRowLinks(box);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className="grid-scroll grid-cards" aria-label={t("suppliers.title")} tabIndex={0}>
      <table className="grid" {...asTable}>
        <thead {...asGroup}>
          <tr {...asRow}>
            {supplierColumns.map((column) => (
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

const classes: Partial<Record<SupplierColumn, string>> = { name: "frozen", signed: "number" };

function Head({ column, sorting }: { column: SupplierColumn; sorting: SortingView }) {
  const t = useTexts("ratings");
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
