import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Reader, Transaction } from "#db/database/transaction";
import { columnsOf } from "#db/queries/columns";
import { eraseInboundMails } from "#db/queries/persons/messages/inbound-mails";
import type { QueryContext } from "#db/queries/query-context";
import { erasedAddress } from "#terms/retention/erased";

/** Contacts with the supplier that each is of. */
export function contactsWithSupplier({ tables: t, read }: QueryContext) {
  const { contacts: c, suppliers: s } = t;
  return read
    .select({ contact: columnsOf(t).contact, supplier: { id: s.id, ref: s.ref, name: s.name } })
    .from(c)
    .innerJoin(s, and(eq(s.org, c.org), eq(s.id, c.supplier)))
    .$dynamic();
}

/** Everybody who has the address of a contact, itself included. */
export async function sameAddress(
  { tables: { contacts: c } }: QueryContext,
  reader: Pick<Transaction, "select">,
  org: string,
  id: string,
) {
  const [found] = await reader
    .select({ emailKey: c.emailKey, erasedAt: c.erasedAt })
    .from(c)
    .where(and(eq(c.org, org), eq(c.id, id)));
  return found && { ...found, where: and(eq(c.org, org), eq(c.emailKey, found.emailKey), isNull(c.erasedAt)) };
}

/** Mails to an address, in whatever spelling they went. `emailKey`: the address in lower case. */
export async function mailsToAddress(
  { tables: { mails: m } }: QueryContext,
  reader: Reader,
  org: string,
  emailKey: string,
): Promise<SQL | undefined> {
  const own = eq(m.org, org);
  if (/^[!-~]*$/.test(emailKey)) return and(own, eq(sql`lower(${m.to})`, emailKey));
  // What is not ASCII each database lowers in its own way, or not at all.
  const spelled = await reader.selectDistinct({ to: m.to }).from(m).where(own);
  const same = spelled.map(({ to }) => to).filter((to) => to.toLowerCase() === emailKey);
  return and(own, same.length === 0 ? sql`1 = 0` : inArray(m.to, same));
}

/** Inside an erasure: mails to an address keep none of it, and those that wait are not sent. */
export async function eraseMails(context: QueryContext, tx: Transaction, org: string, emailKey: string): Promise<void> {
  const { mails: m } = context.tables;
  const mails = await mailsToAddress(context, tx, org, emailKey);
  await eraseInboundMails(context, tx, { org, emailKey, mails });
  await tx
    .update(m)
    .set({ to: erasedAddress, state: sql`case when ${m.state} = 'queued' then 'failed' else ${m.state} end` })
    .where(mails);
  // A mail server repeats the address in its answer.
  await tx
    .update(m)
    .set({ lastError: "erased" })
    .where(and(eq(m.org, org), eq(m.to, erasedAddress), eq(m.state, "failed")));
}
