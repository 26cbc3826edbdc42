import { countryName } from "#app/i18n/country-names";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import type { SupplierTable } from "#db/supplier-table";
import { countries } from "#scoring/editions/index";
import { type TableBand, tableBands } from "#terms/bands";
import { filterOf, type SupplierView, sortedBy, supplierAddress } from "./supplier-filter";
import { type PageOfRows, pageOfRows, supplierLine } from "./supplier-lines";
import { supplierViewInput } from "./view-input";

/** One page of the suppliers table, with everything its links lead to. A page past the end is the last page. */
export const listSuppliers = teamUseCase({
  permission: "suppliers.read",
  input: supplierViewInput,
  events: [],
  run: readPage,
});

async function readPage(ctx: TeamContext, asked: SupplierView) {
  const campaigns = await ctx.store.campaigns.list(ctx.organisation.id);
  // A campaign that is not ours, or not there any more, is no filter.
  const known = campaigns.some(({ id }) => id === asked.campaign);
  const { view, table } = await lastPageAtMost(ctx, known ? asked : { ...asked, campaign: undefined });
  const rows = await pageOfRows(ctx, table.rows);
  const unfiltered = supplierAddress({ bands: [], sort: view.sort, direction: view.direction, page: 1 });
  const figures = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const total = figures.format(table.total);
  return {
    title: ctx.t(ctx.language)("ratings:suppliers.pageTitle", { total, all: figures.format(table.all) }),
    address: supplierAddress(view),
    unfiltered,
    exportAt: ctx.may("suppliers.export") ? supplierAddress({ ...view, page: 1 }, "/suppliers.csv") : undefined,
    importAt: ctx.may("suppliers.import") ? "/suppliers/import" : undefined,
    lines: table.rows.map((row) => supplierLine(ctx, row, rows)),
    total: table.total,
    all: table.all,
    bands: strip(view, table),
    filters: {
      search: view.search,
      dprk: view.dprk,
      tier: view.tier,
      confidence: view.confidence,
      country: view.country,
      campaign: view.campaign,
      countries: countryChoices(ctx.language),
      campaigns: campaigns.map(({ id, name }) => ({ id, name })),
      kept: keptByForm(view),
      set: [view.dprk, view.tier, view.confidence, view.country, view.campaign].filter((one) => one !== undefined)
        .length,
    },
    setFilters: setFilters(ctx, view, campaigns),
    sorting: {
      column: view.sort,
      direction: view.direction,
      links: Object.fromEntries(
        (["name", "rating", "confidence", "dprk", "change", "signed"] as const).map((sort) => [
          sort,
          supplierAddress(sortedBy(view, sort)),
        ]),
      ),
    },
    pages: pagesOf(view, table),
    ...(await madeBy(ctx, rows)),
    at: timeMoment(ctx.clock.now(), ctx.language).text,
  };
}

/** What the page was rated with, or would be while nobody is rated. */
async function madeBy(ctx: TeamContext, { versions, most, newest }: PageOfRows) {
  if (most) return { rules: versions.ruleSet(most.ruleSet), edition: versions.edition(most.edition) };
  const newestRules = (await ctx.catalogue.ruleSets(ctx.organisation.id)).at(-1);
  return { rules: newestRules?.title ?? "", edition: versions.edition(newest.id) };
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

function keptByForm({ bands, sort, direction }: SupplierView) {
  return [
    ...bands.map((band) => ({ name: "band", value: band })),
    { name: "sort", value: sort },
    { name: "dir", value: direction },
  ];
}

function setFilters(ctx: TeamContext, view: SupplierView, campaigns: readonly { id: string; name: string }[]) {
  const without = (change: Partial<SupplierView>) => supplierAddress({ ...view, ...change, page: 1 });
  const { search, country, campaign, dprk, tier, confidence } = view;
  return [
    ...(search === undefined
      ? []
      : [{ filter: "search" as const, words: search, href: without({ search: undefined }) }]),
    ...view.bands.map((code) => ({
      filter: "band" as const,
      code,
      href: without({ bands: view.bands.filter((band) => band !== code) }),
    })),
    ...(dprk ? [{ filter: "dprk" as const, code: dprk, href: without({ dprk: undefined }) }] : []),
    ...(tier ? [{ filter: "tier" as const, code: tier, href: without({ tier: undefined }) }] : []),
    ...(confidence
      ? [{ filter: "confidence" as const, code: confidence, href: without({ confidence: undefined }) }]
      : []),
    ...(country === undefined
      ? []
      : [
          {
            filter: "country" as const,
            words: countryName(country, ctx.language),
            href: without({ country: undefined }),
          },
        ]),
    ...(campaign === undefined
      ? []
      : [
          {
            filter: "campaign" as const,
            words: campaigns.find(({ id }) => id === campaign)?.name ?? campaign,
            href: without({ campaign: undefined }),
          },
        ]),
  ];
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
  };
}

const choices = new Map<string, string>();

/** All countries by name, in the order of the language: codes and names by turns, each on a line. */
function countryChoices(language: string) {
  let made = choices.get(language);
  if (!made) {
    const byName = new Intl.Collator(language).compare;
    made = countries.countries
      .map(({ iso2 }) => ({ id: iso2, name: countryName(iso2, language) }))
      .sort((one, other) => byName(one.name, other.name))
      .flatMap(({ id, name }) => [id, name])
      .join("\n");
    choices.set(language, made);
  }
  return made;
}
