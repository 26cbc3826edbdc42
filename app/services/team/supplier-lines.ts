import type { TeamContext } from "#app/services/context";
import { countryName } from "#app/services/country-names";
import type { SupplierRow } from "#db/supplier-table";
import { currentQuestionnaire } from "#questionnaires/index";
import { textsOf } from "#questionnaires/texts";
import { currentEdition, tierOf } from "#scoring/editions/index";
import { dayMoment, type Moment } from "./moments";
import { ratingWords } from "./rating-words";
import { type Versions, versionsOf } from "./versions";

type RowRating = {
  readonly score: number;
  readonly band: NonNullable<SupplierRow["band"]>;
  readonly confidence: number;
  readonly held: boolean;
  readonly dprk: NonNullable<SupplierRow["dprk"]>;
  readonly disclosed: boolean;
  readonly driver?: { readonly code: string; readonly text: string; readonly points?: number; readonly floor: boolean };
  readonly change?: number;
  readonly was?: NonNullable<SupplierRow["previousBand"]>;
  readonly signed?: Moment;
  readonly otherVersions?: string;
};

/** One supplier of the table in words and figures. */
export type SupplierLine = {
  readonly id: string;
  readonly ref: string;
  readonly name: string;
  readonly place: string;
  readonly href: string;
  readonly tiers: readonly { readonly country: string; readonly name: string; readonly tier: string }[];
  readonly rating?: RowRating;
};

/** What ratings of a page have in common, by supplier. */
export type PageVersions = {
  /** What most of them were made with; absent when there are none. */
  readonly most?: Versions;
  readonly of: ReadonlyMap<string, Versions>;
  /** Suppliers whose band a floor holds above what the score says. */
  readonly held: ReadonlySet<string>;
  /** What the rule behind a driver is called; more telling than the name of its question. */
  readonly drivers: ReadonlyMap<string, string>;
};

/** Which versions the ratings of these rows were made with: ratings of different versions must not pass for one ranking. */
export async function pageVersions(ctx: TeamContext, rows: readonly SupplierRow[]): Promise<PageVersions> {
  const rated = rows.filter(({ score }) => score !== undefined);
  const of = new Map<string, Versions>();
  const held = new Set<string>();
  const drivers = new Map<string, string>();
  const words = ratingWords(ctx, textsOf(currentQuestionnaire("forced-labour"), ctx.language));
  for (const { supplier, driver } of rated) {
    const latest = await ctx.store.ratings.latest(ctx.organisation.id, supplier.id);
    if (!latest) continue;
    of.set(supplier.id, versionsOf(ctx, latest.rating));
    if (latest.rating.band !== latest.rating.scoreBand) held.add(supplier.id);
    const reason = latest.rating.floor?.reasons.find(({ question }) => driver?.floor && question === driver.code);
    const step = latest.rating.steps.find(({ code, points }) => code === driver?.code && points === driver.points);
    if (reason) drivers.set(supplier.id, words.rule(reason.rule, reason.question));
    else if (step) drivers.set(supplier.id, words.step(step));
  }
  const counts = new Map<string, { versions: Versions; times: number }>();
  for (const versions of of.values()) {
    const key = nameOf(versions);
    counts.set(key, { versions, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((one, other) => other.times - one.times);
  return { most: most?.versions, of, held, drivers };
}

function nameOf({ rules, edition }: Versions): string {
  return `${rules}, ${edition}`;
}

/** A row of the store as the table shows it. */
export function supplierLine(ctx: TeamContext, row: SupplierRow, versions: PageVersions): SupplierLine {
  const { supplier } = row;
  const country = countryName(supplier.country, ctx.language);
  const ranked = row.tiers.length > 0 ? row.tiers : [ownTier(supplier.country)];
  return {
    id: supplier.id,
    ref: supplier.ref,
    name: supplier.name,
    place: supplier.place === undefined ? country : `${supplier.place}, ${country}`,
    href: `/suppliers/${supplier.id}`,
    tiers: ranked.map(({ country: code, tier }) => ({ country: code, tier, name: countryName(code, ctx.language) })),
    rating: rowRating(ctx, row, versions),
  };
}

/** Before there is a rating, the supplier's own country in the newest edition. */
function ownTier(country: string) {
  return { country, tier: tierOf(currentEdition(), country) ?? "" };
}

function rowRating(ctx: TeamContext, row: SupplierRow, versions: PageVersions): RowRating | undefined {
  const { score, band, confidence, dprk, change, previousBand, signedAt, driver } = row;
  if (score === undefined || band === undefined || confidence === undefined || dprk === undefined) return undefined;
  const own = versions.of.get(row.supplier.id);
  const differs = own && versions.most && nameOf(own) !== nameOf(versions.most);
  return {
    score,
    band,
    confidence,
    held: versions.held.has(row.supplier.id),
    dprk,
    disclosed: row.disclosed,
    driver: driver && { ...driver, text: versions.drivers.get(row.supplier.id) ?? driverText(ctx, driver.code) },
    change,
    was: previousBand === band ? undefined : previousBand,
    signed: signedAt && dayMoment(signedAt, ctx.language),
    otherVersions: differs ? nameOf(own) : undefined,
  };
}

const factors = ["C", "S", "W", "T"] as const;

/** What a driver's code is called: a part of the arithmetic, or the short name of a question. */
export function driverText(ctx: TeamContext, code: string): string {
  const factor = factors.find((one) => one === code);
  if (factor) return ctx.t(ctx.language)(`ratings:factor.${factor}`);
  return textsOf(currentQuestionnaire("forced-labour"), ctx.language).get(`${code}.short`)?.text ?? code;
}
