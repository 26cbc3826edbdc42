import { and, asc, count, desc, isNotNull } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { bandCondition, sideOf, suppliersWhere } from "#db/queries/suppliers/supplier-conditions";
import type { RatedWith, SupplierFilter } from "#db/supplier-table";

/**
 * By which rules and countries the ratings of a view were made, most first; none where all of the organisation share theirs, which two
 * looks into an index tell.
 */
export async function ratedWith(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
): Promise<readonly RatedWith[]> {
  const { tables, read } = context;
  const { suppliers: s } = tables;
  const { ruleSet, edition } = s;
  const rated = and(...sideOf(context, org, filter), isNotNull(ruleSet));
  const end = async (way: typeof asc | typeof desc) => {
    const [row] = await read
      .select({ ruleSet, edition })
      .from(s)
      .where(rated)
      .orderBy(way(ruleSet), way(edition))
      .limit(1);
    return row;
  };
  const [first, last] = await Promise.all([end(asc), end(desc)]);
  if (first?.ruleSet === last?.ruleSet && first?.edition === last?.edition) return [];
  const rows = await read
    .select({ ruleSet, edition, suppliers: count() })
    .from(s)
    .where(and(...suppliersWhere(context, org, filter), bandCondition(context, org, filter), isNotNull(ruleSet)))
    .groupBy(ruleSet, edition);
  return rows
    .map((row) => ({ ruleSet: row.ruleSet ?? "", edition: row.edition ?? "", suppliers: row.suppliers }))
    .sort((one, other) => other.suppliers - one.suppliers);
}
