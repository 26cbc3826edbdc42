import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { newestEdition } from "#app/services/ratings/rating-versions";
import { partOf } from "#app/services/what-if/part/part-query";
import type { SupplierTable } from "#db/supplier-table";
import { type TableBand, tableBands } from "#terms/bands";
import { choiceOf, shownColumns } from "./filters/drawing/column-choice";
import { withPanel } from "./filters/drawing/panels";
import { activeFilters, filterForm } from "./filters/filter-form";
import { knownView, viewSources } from "./filters/known-view";
import { mixedVersions, ratedWithIn } from "./filters/mixed-versions";
import { addressInView } from "./filters/place-in-view";
import { filterOf, readSupplierView, type SupplierView, sortedBy, supplierAddress } from "./filters/supplier-filter";
import { filtersFor, maySortBy, viewFor } from "./filters/view-for";
import { supplierViewInput } from "./filters/view-input";
import { type PageOfRows, pageOfRows, supplierLine } from "./supplier-lines";
import { viewLines } from "./views/show-views";

/** One page of the suppliers table, with everything its links lead to. A page past the end is the last page. */
export const listSuppliers = teamUseCase({
  permission: "suppliers.read",
  input: supplierViewInput,
  events: [],
  run: readPage,
});

async function readPage(ctx: TeamContext, wanted: SupplierView) {
  const asked = viewFor(ctx, wanted);
  const sources = await viewSources(ctx);
  const read = await lastPageAtMost(ctx, knownView(asked, sources));
  const views = await viewLines(ctx, read.view);
  // The bare address opens what somebody sees first: links to everybody name their order instead.
  const view = { ...read.view, saysOrder: views.some(({ isFirst }) => isFirst) };
  const { table } = read;
  const columns = shownColumns(ctx, view);
  const made = await ratedWithIn(ctx, filterOf(view));
  const rows = await pageOfRows(ctx, table.rows, { ...sources, columns }, made[0]);
  const { sort, direction, isTight, saysOrder } = view;
  const unfiltered = supplierAddress({
    bands: [],
    sort,
    direction,
    columns: view.columns,
    isTight,
    saysOrder,
    page: 1,
  });
  const names = filtersFor(ctx);
  const figures = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const total = figures.format(table.total);
  return {
    title: sources.t("ratings:suppliers.pageTitle", { total, all: figures.format(table.all) }),
    address: supplierAddress(view),
    views,
    facetsAt: withPanel(supplierAddress({ ...view, page: 1 }), "filters"),
    marking: ctx.may("suppliers.write") ? markingOf(view) : undefined,
    everybody: supplierAddress({ ...readSupplierView(new URLSearchParams()), saysOrder }),
    isEverybody: supplierAddress({ ...view, saysOrder: false }) === "/suppliers",
    saveAt: `/suppliers/views?${new URLSearchParams({ of: supplierAddress({ ...view, page: 1 }).split("?")[1] ?? "" })}`,
    unfiltered,
    exportAt: ctx.may("suppliers.export") ? supplierAddress({ ...view, page: 1 }, "/suppliers.csv") : undefined,
    whatIfAt: ctx.may("rules.try") ? whatIfAt(view) : undefined,
    importAt: ctx.may("suppliers.import") ? "/suppliers/import" : undefined,
    lines: table.rows.map((row, at) => {
      const place = (view.page - 1) * filterOf(view).pageSize + at + 1;
      return supplierLine(ctx, row, rows, addressInView(row.supplier.id, view, place));
    }),
    total: table.total,
    all: table.all,
    isEmpty: table.all + table.others === 0,
    bands: strip(view, table),
    filters: filterForm(view, sources, names),
    setFilters: activeFilters(view, sources),
    columns: ["name", ...columns] as const,
    choice: choiceOf(ctx, view),
    isTight: view.isTight ?? false,
    otherDensity: supplierAddress({ ...view, isTight: !view.isTight }),
    sorting: sortingOf(ctx, view),
    pages: pagesOf(view, table),
    expected: expectedOf(view, table),
    ...(await madeBy(ctx, rows)),
    mixed: mixedVersions(made, rows.versions),
    at: timeMoment(ctx.clock.now(), ctx.language).text,
  };
}

/** Where other rules are tried on the suppliers that are looked at. */
function whatIfAt(view: SupplierView): string {
  const part = partOf(view);
  return part === "" ? "/what-if" : `/what-if?${part}`;
}

/** What says which view suppliers were chosen in, and the address that chooses all of it. */
function markingOf(view: SupplierView) {
  const query = supplierAddress({ ...view, page: 1 }).split("?")[1] ?? "";
  return { query, all: `/suppliers/mark?${new URLSearchParams({ all: "1", in: query })}` };
}

/** Who may not see scores sorts the column of the rating by bands. */
function sortingOf(ctx: TeamContext, view: SupplierView) {
  const rating = maySortBy(ctx, "rating") ? "rating" : "band";
  const others = (["name", "expected", "confidence", "dprk", "change", "signed"] as const).filter((sort) =>
    maySortBy(ctx, sort),
  );
  return {
    column: view.sort,
    direction: view.direction,
    links: {
      rating: supplierAddress(sortedBy(view, rating)),
      ...Object.fromEntries(others.map((sort) => [sort, supplierAddress(sortedBy(view, sort))])),
    },
  };
}

/** What the page was rated with, or would be while nobody is rated. */
async function madeBy(ctx: TeamContext, { versions, most }: PageOfRows) {
  if (most) return { rules: versions.ruleSet(most.ruleSet), edition: versions.edition(most.edition) };
  const newest = await newestEdition(ctx, ctx.organisation.id);
  const newestRules = (await ctx.catalogue.ruleSets(ctx.organisation.id)).at(-1);
  return { rules: newestRules?.title ?? "", edition: versions.edition(newest.id) };
}

/** What is said of the rows without a rating, where they stand together; undefined where there is none. */
function expectedOf(view: SupplierView, { rows, byBand, total }: SupplierTable) {
  const risk = rows.find(({ expected }) => expected)?.expected;
  if (!risk || !(["rating", "band", "expected"] as const).some((sort) => sort === view.sort)) return undefined;
  const { C, S, W, T } = risk.weights;
  return { suppliers: byBand.none, total, weights: { C: C / 100, S: S / 100, W: W / 100, T: T / 100 } };
}

async function lastPageAtMost(
  ctx: TeamContext,
  view: SupplierView,
): Promise<{ view: SupplierView; table: SupplierTable }> {
  const filter = filterOf(view);
  const table = await ctx.store.suppliers.table(ctx.organisation.id, filter);
  const last = Math.max(1, Math.ceil(table.total / filter.pageSize));
  if (view.page <= last) return { view, table };
  const nearest = { ...view, page: last };
  return { view: nearest, table: await ctx.store.suppliers.table(ctx.organisation.id, filterOf(nearest)) };
}

function strip(view: SupplierView, { byBand }: SupplierTable) {
  const link = (band: TableBand) => {
    const set = view.bands.includes(band);
    const bands = tableBands.filter((one) => (one === band ? !set : view.bands.includes(one)));
    return { suppliers: byBand[band], set, href: supplierAddress({ ...view, bands, page: 1 }) };
  };
  return {
    critical: link("critical"),
    high: link("high"),
    medium: link("medium"),
    low: link("low"),
    none: link("none"),
  };
}

function pagesOf(view: SupplierView, { rows, total }: SupplierTable) {
  const { pageSize: size } = filterOf(view);
  const from = (view.page - 1) * size + 1;
  const to = from + rows.length - 1;
  return {
    from: Math.min(from, total),
    to,
    total,
    size,
    previous: view.page > 1 ? supplierAddress({ ...view, page: view.page - 1 }) : undefined,
    next: to < total ? supplierAddress({ ...view, page: view.page + 1 }) : undefined,
    page: view.page,
    last: Math.max(1, Math.ceil(total / size)),
    query: [...new URLSearchParams(supplierAddress(view).split("?")[1])].filter(([name]) => name !== "page"),
  };
}
