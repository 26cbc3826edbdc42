import { setImmediate as yieldToOthers } from "node:timers/promises";
import { and, type SQL, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { membersOf } from "#db/queries/suppliers/comparisons";
import { bandCondition, narrowing, suppliersWhere } from "#db/queries/suppliers/supplier-conditions";
import { chooseCountIndex } from "#db/queries/suppliers/table/index-choice";
import type { FilterCounts, SupplierFilter } from "#db/supplier-table";
import type { PointRange } from "#terms/suppliers/confidence-ranges";
import {
  comparesBy,
  type FiltersComparing,
  hasOpenValues,
  offeredValues,
  type SupplierFilterName,
  supplierFilters,
} from "#terms/suppliers/supplier-filters";
import { countBands, sumOf } from "./supplier-counts";

type Asked = Partial<SupplierFilter>;

/** What is asked where a filter is set to one value. */
function setTo(name: SupplierFilterName, value: string): Asked {
  if (!comparesBy(name, "range")) return { [name]: [value] };
  const ranges: Readonly<Record<string, PointRange>> = supplierFilters[name].values.of;
  const { from, below } = ranges[value] ?? {};
  return { [`${name}From`]: from, [`${name}Below`]: below };
}

function without(filter: SupplierFilter, name: SupplierFilterName): SupplierFilter {
  return { ...filter, [name]: undefined, [`${name}From`]: undefined, [`${name}Below`]: undefined };
}

/**
 * How many suppliers each value of some filters would leave, under all others that are set. One pass along an index for each
 * filter; between them others have their turn.
 */
export async function filterCounts(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
  names: readonly SupplierFilterName[],
): Promise<FilterCounts> {
  const found: { [F in SupplierFilterName]?: Readonly<Record<string, number>> } = {};
  for (const name of names.filter((one) => offeredValues(one).length > 0 && !hasOpenValues(one))) {
    found[name] = await countsOf(context, org, filter, name);
    await yieldToOthers();
  }
  return found;
}

async function countsOf(context: QueryContext, org: string, filter: SupplierFilter, name: SupplierFilterName) {
  if (comparesBy(name, "flag")) return countsOfSides(context, org, filter, name);
  const { tables: t, dialect, read } = context;
  const others = without(filter, name);
  const along = chooseCountIndex(others);
  const isByMembers = along === "campaign";
  const values = offeredValues(name);
  const counted = values.map((value) => [value, countWhere(valueCondition(context, org, others, name, value))]);
  const asked = isByMembers ? { ...others, campaign: undefined } : others;
  const [row] = await read
    .select(Object.fromEntries(counted))
    .from(isByMembers ? dialect.membersThenSuppliers(t) : dialect.suppliersBy(t, along))
    .where(
      and(
        isByMembers ? membersOf(t, org, others.campaign ?? "") : undefined,
        ...suppliersWhere(context, org, asked),
        bandCondition(context, org, asked),
      ),
    );
  return Object.fromEntries(values.map((value) => [value, row?.[value] ?? 0]));
}

/** Each side lies elsewhere in every index, so that no pass along one of them counts the other. */
async function countsOfSides(
  context: QueryContext,
  org: string,
  filter: SupplierFilter,
  name: FiltersComparing<"flag">,
): Promise<Readonly<Record<string, number>>> {
  const [value = ""] = offeredValues(name);
  const byBand = await countBands(context, org, { ...filter, [name]: [value] });
  return { [value]: sumOf(byBand, filter.bands) };
}

function countWhere(condition: SQL | undefined) {
  return sql`count(*) filter (where ${condition ?? sql`true`})`.mapWith(Number);
}

function valueCondition(
  context: QueryContext,
  org: string,
  { sort, direction, page, pageSize }: SupplierFilter,
  name: SupplierFilterName,
  value: string,
): SQL | undefined {
  const only = { sort, direction, page, pageSize, ...setTo(name, value) };
  return and(...narrowing(context, org, only), bandCondition(context, org, only));
}
