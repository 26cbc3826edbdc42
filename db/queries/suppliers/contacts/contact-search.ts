import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import { foldName } from "#terms/names";

type Named = { readonly name?: string | null; readonly email: string };

/** What a supplier is found by of its contacts: folded names and addresses, one a line; null without any. */
export function searchOf(contacts: readonly Named[]): string | null {
  const lines = contacts.flatMap(({ name, email }) => [foldName(name ?? ""), foldName(email)]);
  return lines.length === 0 ? null : lines.join("\n");
}

/**
 * Inside a write that changed contacts, or took one out: what their supplier is found by. Whoever calls holds its row, so that
 * no other write leaves out a contact that it has not seen.
 */
export async function searchContactsAnew(
  { tables: { contacts: c, suppliers: s } }: QueryContext,
  tx: Transaction,
  org: string,
  supplier: string,
): Promise<void> {
  const rows = await tx
    .select({ name: c.name, email: c.email })
    .from(c)
    .where(and(eq(c.org, org), eq(c.supplier, supplier), isNull(c.erasedAt)))
    .orderBy(asc(c.position));
  await tx
    .update(s)
    .set({ contactSearch: searchOf(rows) })
    .where(and(eq(s.org, org), eq(s.id, supplier)));
}
