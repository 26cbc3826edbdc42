import { and, asc, eq, inArray, isNull, min } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { eraseActionTexts } from "#db/queries/persons/messages/action-texts";
import { eraseMessagesOfContacts } from "#db/queries/persons/messages/person-messages";
import type { QueryContext } from "#db/queries/query-context";
import { searchContactsAnew } from "#db/queries/suppliers/contacts/contact-search";
import type { Store } from "#db/store";
import { erasedAddress } from "#terms/retention/erased";
import { eraseMails, sameAddress } from "./contact-rows";
import { eraseAskers, eraseColleagues } from "./erase-colleague";

type Row = { readonly id: string; readonly supplier: string };
type Change = { readonly id: string; readonly key: string; readonly at: Date };

/** Takes a contact out, with all others that have its address. */
export function contactErasure(context: QueryContext): Store["persons"]["eraseContact"] {
  return ({ org, id, key, at, audit }) =>
    context.write(
      org,
      (isDone) => (isDone ? [audit] : []),
      (tx) => eraseRows(context, tx, org, { id, key, at }),
    );
}

async function eraseRows(context: QueryContext, tx: Transaction, org: string, change: Change): Promise<boolean> {
  const { contacts: c, invitations: i, suppliers: s } = context.tables;
  const same = await sameAddress(context, tx, org, change.id);
  if (same === undefined) throw new MissingError("contact", change.id);
  if (same.erasedAt !== null) return false;
  // In the order in which whoever changes a contact holds them: the supplier first.
  const theirs = tx.select({ supplier: c.supplier }).from(c).where(same.where);
  const suppliers = tx
    .select({ id: s.id })
    .from(s)
    .where(and(eq(s.org, org), inArray(s.id, theirs)))
    .orderBy(asc(s.id));
  await context.dialect.locked(suppliers, s);
  const rows = await tx.select({ id: c.id, supplier: c.supplier }).from(c).where(same.where);
  for (const row of rows) {
    await eraseRow(context, tx, org, row, change);
    await searchContactsAnew(context, tx, org, row.supplier);
  }
  await eraseMails(context, tx, org, same.emailKey);
  const ids = rows.map((row) => row.id);
  await eraseColleagues(context, tx, { org, emailKey: same.emailKey, at: change.at });
  await eraseMessagesOfContacts(context, tx, { org, at: change.at }, ids);
  await eraseAskers(context, tx, { org, at: change.at }, ids);
  await eraseActionTexts(context, tx, org, ids);
  await tx
    .update(i)
    .set({ declinedHint: null })
    .where(and(eq(i.org, org), inArray(i.contact, ids)));
  return true;
}

/** Behind all others, so that the next one is written to: places of those who were erased are below zero. */
async function eraseRow(
  { tables: { contacts: c } }: QueryContext,
  tx: Transaction,
  org: string,
  { id, supplier }: Row,
  { key, at }: Change,
): Promise<void> {
  const own = and(eq(c.org, org), eq(c.supplier, supplier));
  const [lowest] = await tx
    .select({ position: min(c.position) })
    .from(c)
    .where(own);
  const position = Math.min(lowest?.position ?? 0, 0) - 1;
  await tx
    .update(c)
    .set({ name: null, email: erasedAddress, emailKey: key, erasedAt: at, position })
    .where(and(eq(c.org, org), eq(c.id, id)));
  const [next] = await tx
    .select({ id: c.id, position: c.position })
    .from(c)
    .where(and(own, isNull(c.erasedAt)))
    .orderBy(asc(c.position))
    .limit(1);
  if (next === undefined || next.position === 1) return;
  await tx
    .update(c)
    .set({ position: 1 })
    .where(and(eq(c.org, org), eq(c.id, next.id)));
}
