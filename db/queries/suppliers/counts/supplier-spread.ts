import { and, count, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { isNotArchived } from "#db/queries/suppliers/marks/archived";
import type { CountryMedian, MadeBy, SupplierSpread } from "#db/supplier-spread";
import { bands, provenConfidence } from "#terms/bands";
import { pointsStep } from "#terms/points";
import type { BandCounts } from "./supplier-counts";

const none: BandCounts = { low: 0, medium: 0, high: 0, critical: 0, none: 0 };

type Grouped = { readonly of: string; readonly band: number | null; readonly suppliers: number };

/** One line for each country or campaign, out of one row for each of its bands. */
function byBand(rows: readonly Grouped[]): ReadonlyMap<string, BandCounts> {
  const found = new Map<string, BandCounts>();
  for (const { of, band, suppliers } of rows) {
    const name = band === null ? "none" : (bands[band] ?? "none");
    found.set(of, { ...(found.get(of) ?? none), [name]: suppliers });
  }
  return found;
}

/** How suppliers are spread over countries, points and campaigns. Three passes over indexes, and one over the table. */
export async function supplierSpread({ tables: t, read }: QueryContext, org: string): Promise<SupplierSpread> {
  const { suppliers: s, campaignSuppliers: m } = t;
  const band = sql<number | null>`${s.band}`;
  const ours = and(eq(s.org, org), eq(s.isArchived, false));
  const inCountries = await read
    .select({ of: s.country, band, suppliers: count() })
    .from(s)
    .where(ours)
    .groupBy(s.country, s.band);
  // Exactly 100 points stand in the last step.
  const last = 100 / pointsStep - 1;
  const at = sql`case when ${s.score} >= 100 then ${last} else floor(${s.score} / ${pointsStep}) end`;
  const inSteps = await read
    .select({
      at: at.mapWith(Number),
      suppliers: count(),
      unproven:
        sql`count(*) filter (where ${and(lt(s.band, bands.indexOf("high")), lt(s.confidence, provenConfidence))})`.mapWith(
          Number,
        ),
    })
    .from(s)
    .where(and(ours, isNotNull(s.score)))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  const inCampaigns = await read
    .select({ of: m.campaign, band, suppliers: count() })
    .from(m)
    .innerJoin(s, and(eq(s.org, m.org), eq(s.id, m.supplier)))
    .where(and(eq(m.org, org), isNotArchived(t)))
    .groupBy(m.campaign, s.band);
  const made = await read
    .select({
      ruleSet: sql<string>`${s.ruleSet}`,
      edition: sql<string>`${s.edition}`,
      suppliers: count(),
    })
    .from(s)
    .where(and(ours, isNotNull(s.score)))
    .groupBy(s.ruleSet, s.edition)
    .orderBy(desc(count()), s.ruleSet, s.edition);
  return {
    made,
    countries: [...byBand(inCountries)].map(([country, counts]) => ({ country, byBand: counts })),
    points: inSteps.map(({ at: place, ...counts }) => ({ from: place * pointsStep, ...counts })),
    campaigns: [...byBand(inCampaigns)].map(([campaign, counts]) => ({ campaign, byBand: counts })),
  };
}

/** How many suppliers that are not archived each country has. */
export async function supplierCountries({ tables: { suppliers: s }, read }: QueryContext, org: string) {
  const ours = and(eq(s.org, org), eq(s.isArchived, false));
  return read.select({ country: s.country, suppliers: count() }).from(s).where(ours).groupBy(s.country);
}

/** The middle score of each country; where two are in the middle, halfway between them. */
export async function countryMedians(
  { tables: { suppliers: s }, read }: QueryContext,
  org: string,
  { ruleSet, edition }: MadeBy,
): Promise<readonly CountryMedian[]> {
  const ranked = read
    .select({
      country: s.country,
      score: s.score,
      place: sql<number>`row_number() over (partition by ${s.country} order by ${s.score})`.as("place"),
      rated: sql<number>`count(*) over (partition by ${s.country})`.as("rated"),
    })
    .from(s)
    .where(
      and(eq(s.org, org), eq(s.isArchived, false), eq(s.ruleSet, ruleSet), eq(s.edition, edition), isNotNull(s.score)),
    )
    .as("ranked");
  return read
    .select({
      country: ranked.country,
      rated: sql`${ranked.rated}`.mapWith(Number),
      median: sql`avg(${ranked.score})`.mapWith(Number),
    })
    .from(ranked)
    .where(sql`${ranked.place} in ((${ranked.rated} + 1) / 2, (${ranked.rated} + 2) / 2)`)
    .groupBy(ranked.country, sql`${ranked.rated}`)
    .orderBy(ranked.country);
}
