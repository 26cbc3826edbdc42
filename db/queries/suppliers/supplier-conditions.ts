import { and, eq, gte, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { fold } from "#db/fold";
import type { QueryContext } from "#db/queries/query-context";
import type { SupplierFilter } from "#db/supplier-table";
import type { Tables } from "#db/tables";
import { bands, dprkStates } from "./ranks";

/** All of the filter but its bands, of which the distribution is shown. The first one is the organisation. */
export function suppliersWhere({ tables: t, dialect, read }: QueryContext, org: string, filter: SupplierFilter): SQL[] {
  const s = t.suppliers;
  const found: (SQL | undefined)[] = [eq(s.org, org)];
  const wanted = filter.search === undefined ? "" : fold(filter.search);
  if (wanted !== "") found.push(dialect.contains(s.search, wanted));
  if (filter.dprk?.length)
    found.push(
      inArray(
        s.dprk,
        filter.dprk.map((state) => dprkStates.indexOf(state)),
      ),
    );
  if (filter.tiers?.length) found.push(or(...filter.tiers.map((tier) => dialect.contains(s.tierSet, `|${tier}|`))));
  if (filter.countries?.length) found.push(inArray(s.country, [...filter.countries]));
  if (filter.confidenceBelow !== undefined) found.push(lt(s.confidence, filter.confidenceBelow));
  if (filter.confidenceFrom !== undefined) found.push(gte(s.confidence, filter.confidenceFrom));
  if (filter.campaign !== undefined) {
    const members = read
      .select({ supplier: t.campaignSuppliers.supplier })
      .from(t.campaignSuppliers)
      .where(membersOf(t, org, filter.campaign));
    found.push(inArray(s.id, members));
  }
  return found.filter((condition) => condition !== undefined);
}

/** The rows that say who is asked in a campaign. */
export function membersOf({ campaignSuppliers: m }: Tables, org: string, campaign: string): SQL | undefined {
  return and(eq(m.org, org), eq(m.campaign, campaign));
}

/** The bands that are wanted; undefined for all of them. */
export function bandCondition(
  { tables: { suppliers: s } }: QueryContext,
  { bands: wanted }: SupplierFilter,
): SQL | undefined {
  if (!wanted?.length) return undefined;
  const ranks = wanted.filter((band) => band !== "none").map((band) => bands.indexOf(band));
  return or(inArray(s.band, ranks), wanted.includes("none") ? isNull(s.band) : undefined);
}
