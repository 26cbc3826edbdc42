import { and, count, desc, eq, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { PeerGroup, PeerGroups, PeerStanding, Peers } from "#db/supplier-spread";
import { bands } from "#terms/bands";

/** Where a supplier stands among its peers; undefined while it has no rating. Each count is one pass over an index. */
export async function peerStanding(
  { tables: t, read }: QueryContext,
  org: string,
  supplier: string,
): Promise<PeerStanding | undefined> {
  const s = t.suppliers;
  const [own] = await read
    .select({
      rating: s.rating,
      ruleSet: s.ruleSet,
      edition: s.edition,
      country: s.country,
      sector: s.sector,
      score: s.score,
    })
    .from(s)
    .where(and(eq(s.org, org), eq(s.id, supplier)));
  if (!own || own.rating === null || own.ruleSet === null || own.edition === null || own.score === null)
    return undefined;
  const { rating, ruleSet, edition, country, sector, score } = own;
  const alike = and(
    eq(s.org, org),
    eq(s.isArchived, false),
    isNotNull(s.score),
    eq(s.ruleSet, ruleSet),
    eq(s.edition, edition),
  );
  const among = async (...of: readonly SQL[]): Promise<Peers> => {
    const [found] = await read
      .select({
        others: count(),
        lower: sql`count(*) filter (where ${s.score} < ${score})`.mapWith(Number),
        alike: sql`count(*) filter (where ${s.score} = ${score})`.mapWith(Number),
      })
      .from(s)
      .where(and(alike, ne(s.id, supplier), ...of));
    return found ?? { others: 0, lower: 0, alike: 0 };
  };
  const standing = { rating, ruleSet, edition, country, inCountry: await among(eq(s.country, country)) };
  if (sector === null) return standing;
  return {
    ...standing,
    sector,
    inSector: await among(eq(s.sector, sector)),
    inBoth: await among(eq(s.country, country), eq(s.sector, sector)),
  };
}

/** The groups of at least so many rated suppliers, most suppliers first; at most `most` of each kind. */
export async function peerGroups(
  { tables: t, read }: QueryContext,
  org: string,
  { least, most }: { readonly least: number; readonly most: number },
): Promise<PeerGroups> {
  const s = t.suppliers;
  const groupsBy = async (column: typeof s.country | typeof s.sector): Promise<readonly PeerGroup[]> => {
    const group = sql`partition by ${s.ruleSet}, ${s.edition}, ${column}`;
    const ranked = read
      .select({
        ruleSet: s.ruleSet,
        edition: s.edition,
        of: sql<string>`${column}`.as("of_group"),
        score: s.score,
        place: sql<number>`row_number() over (${group} order by ${s.score})`.mapWith(Number).as("place"),
        suppliers: sql<number>`count(*) over (${group})`.mapWith(Number).as("suppliers"),
        grave: sql<number>`count(*) filter (where ${s.band} >= ${bands.indexOf("high")}) over (${group})`
          .mapWith(Number)
          .as("grave"),
      })
      .from(s)
      .where(and(eq(s.org, org), eq(s.isArchived, false), isNotNull(s.score), isNotNull(column)))
      .as("ranked");
    const { place, suppliers } = ranked;
    const rows = await read
      .select()
      .from(ranked)
      .where(
        and(
          sql`${suppliers} >= ${least}`,
          // Whole numbers: what is left of a division is dropped.
          sql`${place} in ((${suppliers} + 3) / 4, (${suppliers} + 1) / 2, (3 * ${suppliers} + 3) / 4)`,
        ),
      )
      .orderBy(desc(suppliers), ...[ranked.of, ranked.ruleSet, ranked.edition, place].map((one) => sql`${one}`))
      .limit(3 * most);
    return rows.flatMap(({ ruleSet, edition, of, suppliers: all, grave, score }, at) => {
      const [second, third] = [rows[at + 1]?.score, rows[at + 2]?.score];
      if (at % 3 !== 0 || ruleSet === null || edition === null) return [];
      if (score === null || second == null || third == null) return [];
      return [{ ruleSet, edition, of, suppliers: all, grave, quarters: [score, second, third] as const }];
    });
  };
  return { countries: await groupsBy(s.country), sectors: await groupsBy(s.sector) };
}
