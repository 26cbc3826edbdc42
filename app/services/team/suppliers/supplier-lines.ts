import { countryName } from "#app/i18n/country-names";
import { dayMoment, type Moment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { ratingWords } from "#app/services/team/ratings/rating-words";
import { editionName, ruleSetName, type Versions } from "#app/services/team/ratings/versions";
import type { SupplierRow } from "#db/supplier-table";
import { currentQuestionnaire } from "#questionnaires/index";
import { textsOf } from "#questionnaires/texts";
import { currentEdition, tierOf } from "#scoring/editions/index";

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
  readonly tiers: readonly { readonly country: string; readonly name: string; readonly tier: string }[];
  readonly rating?: RowRating;
};

/** Ids of what a row was rated with: names cost ten times as much to make, and most rows of a page share theirs. */
type VersionIds = { readonly ruleSet: string; readonly edition: string };

/**
 * What most ratings of a page were made with; undefined when there are none. Ratings of different versions must not pass
 * for one ranking.
 */
export function mostVersions(rows: readonly SupplierRow[]): VersionIds | undefined {
  const counts = new Map<string, { versions: VersionIds; times: number }>();
  for (const { ruleSet, edition } of rows) {
    if (ruleSet === undefined || edition === undefined) continue;
    const key = `${ruleSet} ${edition}`;
    counts.set(key, { versions: { ruleSet, edition }, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((one, other) => other.times - one.times);
  return most?.versions;
}

/** The same in words. */
export function versionNames(ctx: TeamContext, { ruleSet, edition }: VersionIds): Versions {
  return { rules: ruleSetName(ruleSet), edition: editionName(ctx, edition) };
}

function otherVersions(ctx: TeamContext, row: SupplierRow, most: VersionIds | undefined): string | undefined {
  const { ruleSet, edition } = row;
  if (!most || ruleSet === undefined || edition === undefined) return undefined;
  if (ruleSet === most.ruleSet && edition === most.edition) return undefined;
  return Object.values(versionNames(ctx, { ruleSet, edition })).join(", ");
}

/**
 * A row of the store as the table shows it.
 * @param most what most of the page was rated with: a row that was not says so
 */
export function supplierLine(ctx: TeamContext, row: SupplierRow, most: VersionIds | undefined): SupplierLine {
  const { supplier } = row;
  const country = countryName(supplier.country, ctx.language);
  const ranked = row.tiers.length > 0 ? row.tiers : [ownTier(supplier.country)];
  return {
    id: supplier.id,
    ref: supplier.ref,
    name: supplier.name,
    // The place may be in another script than the country's name: isolated (U+2068, U+2069), or the two would change places.
    place: supplier.place === undefined ? country : `\u2068${supplier.place}\u2069, ${country}`,
    tiers: ranked.map(({ country: code, tier }) => ({ country: code, tier, name: countryName(code, ctx.language) })),
    rating: rowRating(ctx, row, most),
  };
}

/** Before there is a rating, the supplier's own country in the newest edition. */
function ownTier(country: string) {
  return { country, tier: tierOf(currentEdition(), country) ?? "" };
}

function rowRating(ctx: TeamContext, row: SupplierRow, most: VersionIds | undefined): RowRating | undefined {
  const { score, band, confidence, dprk, change, previousBand, signedAt, driver } = row;
  if (score === undefined || band === undefined || confidence === undefined || dprk === undefined) return undefined;
  return {
    score,
    band,
    confidence,
    held: row.held,
    dprk,
    disclosed: row.disclosed,
    driver: driver && { code: driver.code, text: ruleText(ctx, driver), points: driver.points, floor: driver.floor },
    change,
    was: previousBand === band ? undefined : previousBand,
    signed: signedAt && dayMoment(signedAt, ctx.language),
    otherVersions: otherVersions(ctx, row, most),
  };
}

/** What the rule behind a driver is called: more telling than the name of its question. */
function ruleText(ctx: TeamContext, { code, rule }: NonNullable<SupplierRow["driver"]>): string {
  if (rule === undefined || factors.some((factor) => factor === code)) return driverText(ctx, code);
  const key = `${ctx.language} ${code} ${rule}`;
  const text =
    ruleTexts.get(key) ??
    ratingWords(ctx, textsOf(currentQuestionnaire("forced-labour"), ctx.language)).rule(rule, code);
  ruleTexts.set(key, text);
  return text;
}

/** By language, question and rule, of which there are a few hundred; the rows of a page share a dozen. */
const ruleTexts = new Map<string, string>();

const factors = ["C", "S", "W", "T"] as const;

/** What a driver's code is called: a part of the arithmetic, or the short name of a question. */
export function driverText(ctx: TeamContext, code: string): string {
  const factor = factors.find((one) => one === code);
  if (factor) return ctx.t(ctx.language)(`ratings:factor.${factor}`);
  return textsOf(currentQuestionnaire("forced-labour"), ctx.language).get(`${code}.short`)?.text ?? code;
}
