import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { TeamContext } from "#app/services/context/contexts";
import type { Cell } from "#app/services/files/workbook";
import { driverNames } from "#app/services/team/suppliers/driver-names";
import type { WordSources } from "#app/services/team/suppliers/filters/filter-words";
import { knownView, viewSources } from "#app/services/team/suppliers/filters/known-view";
import { filterOf, type SupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { columnsFor, viewFor } from "#app/services/team/suppliers/filters/view-for";
import type { PartialRow, RowPart } from "#db/supplier-table";
import type { Rating } from "#scoring/rating";
import { usualColumns } from "#terms/suppliers/supplier-columns";
import type { Besides, Need } from "./column";
import { exportColumns } from "./columns";
import { type ExportLabels, exportLabels } from "./labels";

type Row = PartialRow<RowPart>;

/** Rows made at once: waiting for each of a hundred thousand took a tenth of `export.csv.rows_per_s`. */
const together = 100;

/**
 * The rows of a view, some at a time, headings first, made as they are read: a hundred thousand suppliers never stand in memory
 * at once. `isShown`: with the columns that the view shows, and no others.
 */
export async function* exportedRows(
  ctx: TeamContext,
  wanted: SupplierView,
  isShown: boolean,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const view = viewFor(ctx, wanted);
  const usual = usualColumns.filter((column) => columnsFor(ctx).includes(column));
  const shown = exportColumns(ctx, isShown ? (view.columns ?? usual) : undefined);
  const needs = new Set(shown.flatMap((column) => column.needs ?? []));
  const parts = [...new Set(shown.flatMap(({ reads }) => reads))];
  const org = ctx.organisation.id;
  const sources = await viewSources(ctx);
  const labels = exportLabels(ctx);
  yield [shown.map(({ name }) => name)];
  for await (const rows of ctx.store.suppliers.export(org, filterOf(knownView(view, sources)), parts)) {
    const more = await besides(ctx, rows, { needs, sources, labels });
    const cellsOf = (row: Row) => shown.map((column) => column.of(row, ctx, more));
    for (let first = 0; first < rows.length; first += together) yield rows.slice(first, first + together).map(cellsOf);
  }
}

/** The same, one after the other. */
export async function* exportRows(
  ctx: TeamContext,
  wanted: SupplierView,
  isShown: boolean,
): AsyncGenerator<readonly Cell[]> {
  for await (const rows of exportedRows(ctx, wanted, isShown)) yield* rows;
}

/** What is read for many rows at once, and only where a column needs it. */
async function besides(
  ctx: TeamContext,
  rows: readonly Row[],
  { needs, sources, labels }: { needs: ReadonlySet<Need>; sources: WordSources; labels: ExportLabels },
): Promise<Besides> {
  const { people, tags } = sources;
  const org = ctx.organisation.id;
  const ids = rows.map(({ supplier }) => supplier.id);
  const drivers = needs.has("driverName") ? await driverNames(ctx, rows) : undefined;
  const contacts = needs.has("contacts") ? await contactsBySupplier(ctx, ids) : undefined;
  const open = needs.has("open") ? await ctx.store.suppliers.openWork(org, ids) : undefined;
  const floors = needs.has("floored") ? await flooredAmong(ctx, rows) : undefined;
  return {
    labels,
    floored: ({ supplier }) => floors?.get(supplier.id),
    driverName: (row) => row.driver && drivers?.code(row, row.driver),
    contacts: ({ supplier }) => contacts?.get(supplier.id) ?? [],
    open: ({ supplier }) => open?.get(supplier.id),
    ownerName: ({ owner }) => owner && people.find(({ id }) => id === owner)?.name,
    tagNames: (row) => {
      if (row.tags.length === 0) return undefined;
      const names = tags.filter(({ id }) => row.tags.includes(id)).map(({ name }) => name);
      return names.length === 0 ? undefined : names.join("; ");
    },
  };
}

async function contactsBySupplier(ctx: TeamContext, ids: readonly string[]) {
  const found = await ctx.store.suppliers.match(ctx.organisation.id, { externalIds: [], emails: [], names: [], ids });
  return new Map(found.map(({ supplier, contacts }) => [supplier.id, contacts]));
}

/** The newest ratings of those with a floor, which are few; reading each of them lets others have their turn. */
async function flooredAmong(ctx: TeamContext, rows: readonly Row[]): Promise<ReadonlyMap<string, Rating>> {
  const found = new Map<string, Rating>();
  for (const { supplier, score, floor } of rows) {
    if (!floor) continue;
    await yieldToOthers();
    const newest = await ctx.store.ratings.latest(ctx.organisation.id, supplier.id);
    // Rated again since the row was read: the figures of two ratings must not stand in one line.
    if (newest && newest.rating.score === score) found.set(supplier.id, newest.rating);
  }
  return found;
}
