import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";

/** Inside an erasure, before that of mails: what came in from an address or about mails to it keeps what it was and nothing else. */
export async function eraseInboundMails(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, emailKey, mails }: { readonly org: string; readonly emailKey: string; readonly mails: SQL | undefined },
): Promise<void> {
  const { inboundMails: n, contactStates: x, mails: m } = t;
  const sent = tx.select({ id: m.id }).from(m).where(mails);
  const nothing = { from: "", subject: "", said: "" };
  await tx
    .update(n)
    .set(nothing)
    .where(and(eq(n.org, org), or(eq(n.from, emailKey), inArray(n.mail, sent))));
  await tx
    .update(x)
    .set({ address: "", said: "" })
    .where(and(eq(x.org, org), eq(x.address, emailKey)));
}
