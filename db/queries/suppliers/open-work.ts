import { and, count, eq, inArray, max, sum } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { OpenWork } from "#db/supplier-table";
import { openStates } from "#terms/actions/action-states";

/** What is still to be done about some suppliers: a few rows of each, along indexes by supplier. */
export async function openWork(
  { tables: { actions: a, attestations: t, invitations: i, reviews: r }, read }: QueryContext,
  org: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OpenWork>> {
  const found = new Map<string, OpenWork>();
  if (ids.length === 0) return found;
  const note = (supplier: string, what: Partial<OpenWork>) =>
    found.set(supplier, { ...(found.get(supplier) ?? { findings: 0, actions: 0 }), ...what });
  const actions = await read
    .select({ supplier: a.supplier, open: count() })
    .from(a)
    .where(and(eq(a.org, org), inArray(a.supplier, [...ids]), inArray(a.state, [...openStates])))
    .groupBy(a.supplier);
  for (const { supplier, open } of actions) note(supplier, { actions: open });
  const findings = await read
    .select({ supplier: r.supplier, open: sum(r.findings).mapWith(Number) })
    .from(r)
    .where(and(eq(r.org, org), inArray(r.supplier, [...ids]), eq(r.state, "open")))
    .groupBy(r.supplier);
  for (const { supplier, open } of findings) note(supplier, { findings: open ?? 0 });
  const answered = await read
    .select({ supplier: i.supplier, at: max(t.savedAt) })
    .from(i)
    .innerJoin(t, and(eq(t.org, i.org), eq(t.invitation, i.id)))
    .where(and(eq(i.org, org), inArray(i.supplier, [...ids])))
    .groupBy(i.supplier);
  for (const { supplier, at } of answered) if (at !== null) note(supplier, { answeredAt: at });
  return found;
}
