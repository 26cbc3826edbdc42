import { countryName } from "#app/i18n/country-names";
import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { type VersionNames, versionNames } from "#app/services/team/ratings/versions";
import type { LineRating, RestrictedRating, SupplierLine } from "#app/views/team/suppliers/supplier-line";
import type { OpenWork, SupplierRow } from "#db/supplier-table";
import { isSilence } from "#scoring/findings/findings";
import type { ChosenColumn } from "#terms/suppliers/supplier-columns";
import { type DriverNames, driverNames } from "./driver-names";
import type { WordSources } from "./filters/filter-words";

/** Ids of what a row was rated with: names cost ten times as much to make, and most rows of a page share theirs. */
type VersionIds = { readonly ruleSet: string; readonly edition: string };

/**
 * What most ratings of a page were made with; undefined when there are none. Ratings of different versions must not pass
 * for one ranking.
 */
function mostVersions(rows: readonly SupplierRow[]): VersionIds | undefined {
  const counts = new Map<string, { versions: VersionIds; times: number }>();
  for (const { ruleSet, edition } of rows) {
    if (ruleSet === undefined || edition === undefined) continue;
    const key = `${ruleSet} ${edition}`;
    counts.set(key, { versions: { ruleSet, edition }, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((one, other) => other.times - one.times);
  return most?.versions;
}

/** What all rows of a page share. */
export type PageOfRows = {
  readonly versions: VersionNames;
  readonly drivers: DriverNames;
  /** What most of the view, or else of the page, was rated with: a row that was not says so. */
  readonly most?: VersionIds;
  /** Absent where no column shows it. */
  readonly open?: ReadonlyMap<string, OpenWork>;
} & Names;

/** What the organisation calls its own people and tags. */
type Names = Pick<WordSources, "people" | "tags">;

const openColumns = ["findings", "actions", "answered"] as const satisfies readonly ChosenColumn[];

/**
 * @param asked the columns that are shown: what none of them needs is not read
 * @param most what most of the whole view was rated with, where that is known
 */
export async function pageOfRows(
  ctx: TeamContext,
  rows: readonly SupplierRow[],
  { columns, people, tags }: Names & { readonly columns: readonly ChosenColumn[] },
  most = mostVersions(rows),
): Promise<PageOfRows> {
  const ids = rows.map(({ supplier }) => supplier.id);
  return {
    ...{ people, tags },
    open: openColumns.some((column) => columns.includes(column))
      ? await ctx.store.suppliers.openWork(ctx.organisation.id, ids)
      : undefined,
    versions: await versionNames(ctx),
    drivers: await driverNames(ctx, rows),
    ...(most ? { most } : {}),
  };
}

function otherVersions(row: SupplierRow, { most, versions }: PageOfRows): string | undefined {
  const { ruleSet, edition } = row;
  if (!most || ruleSet === undefined || edition === undefined) return undefined;
  if (ruleSet === most.ruleSet && edition === most.edition) return undefined;
  return `${versions.ruleSet(ruleSet)}, ${versions.edition(edition)}`;
}

/** A row of the store as the table shows it. */
export function supplierLine(ctx: TeamContext, row: SupplierRow, page: PageOfRows, href: string): SupplierLine {
  const { supplier } = row;
  const country = countryName(supplier.country, ctx.language);
  return {
    id: supplier.id,
    href,
    ref: supplier.ref,
    name: supplier.name,
    // The place may be in another script than the country's name: isolated (U+2068, U+2069), or the two would change places.
    place: supplier.place === undefined ? country : `\u2068${supplier.place}\u2069, ${country}`,
    externalId: supplier.externalId,
    tiers: row.tiers.map(({ country: code, tier }) => ({ country: code, tier, name: countryName(code, ctx.language) })),
    ...(readsNorthKorea(ctx)
      ? { rating: rowRating(ctx, row, page) }
      : { restricted: restrictedRating(ctx, row, page) }),
    owner: page.people.find(({ id }) => id === row.owner)?.name,
    tags: page.tags.filter(({ id }) => row.tags.includes(id)).map(({ name }) => name),
    open: page.open && openLine(ctx, page.open.get(supplier.id)),
    expected: row.expected && { score: row.expected.score, band: row.expected.band },
  };
}

function openLine(ctx: TeamContext, open: OpenWork = { findings: 0, actions: 0 }): SupplierLine["open"] {
  const { findings, actions, answeredAt } = open;
  return { findings, actions, answered: answeredAt && dayMoment(answeredAt, ctx.language) };
}

function restrictedRating(ctx: TeamContext, row: SupplierRow, page: PageOfRows): RestrictedRating | undefined {
  const { band, previousBand, signedAt } = row;
  return (
    band && {
      band,
      was: previousBand === band ? undefined : previousBand,
      signed: signedAt && dayMoment(signedAt, ctx.language),
      otherVersions: otherVersions(row, page),
    }
  );
}

function rowRating(ctx: TeamContext, row: SupplierRow, page: PageOfRows): LineRating | undefined {
  const { score, band, confidence, dprk, change, previousBand, signedAt, driver } = row;
  if (score === undefined || band === undefined || confidence === undefined || dprk === undefined) return undefined;
  return {
    score,
    band,
    confidence,
    held: row.held,
    dprk,
    disclosed: row.disclosed,
    driver: driver && {
      code: driver.code,
      text: page.drivers.rule(row, driver),
      points: driver.points,
      floor: driver.floor,
      unverified: driver.floor && isSilence(driver.rule),
    },
    change,
    was: previousBand === band ? undefined : previousBand,
    signed: signedAt && dayMoment(signedAt, ctx.language),
    otherVersions: otherVersions(row, page),
  };
}
