import { and, eq, type SQL, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { Tables } from "#db/tables";

/**
 * That a supplier is not archived, for a query that goes another way than along its indexes: written as no comparison, because
 * a planner without statistics takes two columns that are compared for a short way and sorts all that it finds.
 */
export function isNotArchived({ suppliers: s }: Pick<Tables, "suppliers">): SQL {
  return sql`not ${s.isArchived}`;
}

/** Ids of the archived suppliers of an organisation, to leave out what is theirs. */
export function archivedOf({ tables: { suppliers: s }, read }: Pick<QueryContext, "tables" | "read">, org: string) {
  return read
    .select({ id: sql`${s.id}`.mapWith(s.id) })
    .from(s)
    .where(and(eq(s.org, org), eq(s.isArchived, true)));
}
