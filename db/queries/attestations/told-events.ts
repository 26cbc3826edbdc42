import { isDeepStrictEqual } from "node:util";
import { and, desc, eq } from "drizzle-orm";
import type { AuditEvent } from "#db/audit";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";

/** Events that are looked through for one that tells of a write already: one read of an index, however many there are. */
const newestLooked = 50;

/** Whether the newest events of a subject hold one that says the same of the same actor, since then. */
export async function isToldSince(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, audit, since }: { readonly org: string; readonly audit: AuditEvent; readonly since: Date },
): Promise<boolean> {
  const e = t.auditEvents;
  const { action, details, actor, subject } = audit;
  const newest = await tx
    .select({ at: e.at, action: e.action, actor: e.actor, details: e.details })
    .from(e)
    .where(and(eq(e.org, org), eq(e.subjectId, subject.id)))
    .orderBy(desc(e.seq))
    .limit(newestLooked);
  // As it comes back from the database: without what is undefined, and in no order of its own.
  const said: unknown = JSON.parse(JSON.stringify({ action, details, actor }));
  return newest.some(({ at, ...one }) => at >= since && isDeepStrictEqual(one, said));
}
