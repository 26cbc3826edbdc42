import { Fragment, type ReactNode, useRef } from "react";
import { Icon } from "#app/components/frame/icon";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { asColumnHead, asGroup, asRow, asTable } from "#app/components/team/tables/table-roles";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { SupplierLine } from "#app/views/team/suppliers/supplier-line";
import type { ExpectedRowsView, SortingView } from "#app/views/team/suppliers/suppliers-page";
import type { SupplierColumn } from "#terms/suppliers/supplier-columns";
import { SupplierRow } from "./supplier-row";
import { useRowKeys } from "./use-row-keys";
import { useRowLinks } from "./use-row-links";

/** The suppliers of one page, row by row, with heads that sort. */
export function SupplierTable({
  lines,
  columns,
  sorting,
  expected,
  isTight,
}: {
  isTight: boolean;
  columns: readonly SupplierColumn[];
  lines: readonly SupplierLine[];
  sorting: SortingView;
  expected?: ExpectedRowsView;
}) {
  const t = useTexts("ratings");
  const box = useRef<HTMLElement>(null);
  const classOfBox = `grid-scroll grid-cards ${isTight ? "is-tight" : ""}`;
  useRowKeys(box);
  useRowLinks(box);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className={classOfBox} aria-label={t("suppliers.title")} tabIndex={0}>
      <table className="grid" {...asTable}>
        <thead {...asGroup}>
          <tr {...asRow}>
            {columns.map((column) => (
              <Head key={column} column={column} sorting={sorting} isExpectedBeside={!columns.includes("expected")} />
            ))}
          </tr>
        </thead>
        <tbody {...asGroup}>
          {lines.map((line, place) => (
            <Fragment key={line.id}>
              {expected && !isRated(line) && (place === 0 || isRated(lines[place - 1])) && (
                <NotRated {...expected} columns={columns.length} />
              )}
              {expected && isRated(line) && lines[place - 1]?.expected && <Rated columns={columns.length} />}
              <SupplierRow line={line} columns={columns} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const isRated = (line: SupplierLine | undefined) => (line?.rating ?? line?.restricted) !== undefined;

/** Stands before the rows without a rating, since what is expected is in no ranking with ratings. */
function NotRated({ suppliers, total, weights, columns }: ExpectedRowsView & { columns: number }) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  return (
    <Divider columns={columns}>
      <b>{t("expected.rows", { count: suppliers, total: figures.count(total) })}</b>{" "}
      {t("expected.rowsText", {
        C: figures.points(weights.C),
        S: figures.points(weights.S),
        W: figures.points(weights.W),
        T: figures.points(weights.T),
      })}
    </Divider>
  );
}

function Rated({ columns }: { columns: number }) {
  const t = useTexts("ratings");
  return <Divider columns={columns}>{t("expected.ratedRows")}</Divider>;
}

function Divider({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr {...asRow}>
      <th {...asColumnHead} scope="colgroup" colSpan={columns}>
        {children}
      </th>
    </tr>
  );
}

const classes: Partial<Record<SupplierColumn, string>> = {
  name: "frozen",
  signed: "number",
  findings: "number",
  actions: "number",
  answered: "number",
};

type HeadProps = { column: SupplierColumn; sorting: SortingView; isExpectedBeside: boolean };

function Head({ column, sorting, isExpectedBeside }: HeadProps) {
  const t = useTexts("ratings");
  const link = sorting.links[column];
  const sorted =
    sorting.column === column ||
    (column === "rating" &&
      (["band", isExpectedBeside && "expected"] as const).some((sort) => sort === sorting.column));
  const order = sorting.direction === "up" ? "ascending" : "descending";
  return (
    <th scope="col" {...asColumnHead} className={classes[column]} aria-sort={sorted ? order : undefined}>
      {link === undefined ? t(`suppliers.head.${column}`) : <SortLink to={link} sorting={sorting} by={column} />}
      {column === "rating" && isExpectedBeside && sorting.links.expected !== undefined && (
        <SortLink to={sorting.links.expected} sorting={sorting} by="expected" />
      )}
    </th>
  );
}

function SortLink({ to, by, sorting }: { to: string; by: SupplierColumn | "expected"; sorting: SortingView }) {
  const t = useTexts("ratings");
  return (
    <Link to={to} preventScrollReset>
      {t(`suppliers.head.${by}`)}
      {(sorting.column === by || (by === "rating" && sorting.column === "band")) && (
        <Icon name={sorting.direction === "up" ? "up" : "down"} />
      )}
    </Link>
  );
}
