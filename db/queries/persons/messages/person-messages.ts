import { and, desc, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { erasedText } from "#terms/retention/erased";
import { actionTexts } from "./action-texts";
import { deskTexts } from "./desk-texts";

/** What one person wrote about questions and actions, what was written in reviews by or about them, newest first, with what it is about. */
export function messageReading(context: QueryContext): Store["persons"]["messages"] {
  return async (org, by) => {
    const all = [
      ...(await helpTexts(context, org, by)),
      ...(await actionTexts(context, org, by)),
      ...(await deskTexts(context, org, by)),
    ];
    return all.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, by.most);
  };
}

function helpTexts(
  context: QueryContext,
  org: string,
  { contacts = [], colleagues = [], user, most }: Parameters<Store["persons"]["messages"]>[1],
) {
  const { helpMessages: h, attestations: a, invitations: i, suppliers: s } = context.tables;
  return context.read
    .select({
      ...{ question: h.question, text: h.text, at: h.at },
      ...{ reference: a.reference, questionnaire: a.questionnaire, version: a.version, supplier: s.name },
    })
    .from(h)
    .innerJoin(a, and(eq(a.org, h.org), eq(a.id, h.attestation)))
    .innerJoin(i, and(eq(i.org, h.org), eq(i.id, a.invitation)))
    .innerJoin(s, and(eq(s.org, h.org), eq(s.id, i.supplier)))
    .where(
      and(
        eq(h.org, org),
        ne(h.text, erasedText),
        or(
          and(eq(h.side, "supplier"), isNull(h.colleague), inArray(i.contact, [...contacts])),
          inArray(h.colleague, [...colleagues]),
          user === undefined ? undefined : eq(h.user, user),
        ),
      ),
    )
    .orderBy(desc(h.at), desc(h.position))
    .limit(most);
}

/** Inside an erasure: what colleagues of these ids wrote. */
export function eraseMessagesOf(
  context: QueryContext,
  tx: Transaction,
  who: { readonly org: string; readonly at: Date },
  colleagues: readonly string[],
): Promise<void> {
  return eraseMessages(context, tx, who, inArray(context.tables.helpMessages.colleague, [...colleagues]));
}

/** Inside an erasure: what these contacts wrote by the supplier's own link. */
export function eraseMessagesOfContacts(
  context: QueryContext,
  tx: Transaction,
  { org, at }: { readonly org: string; readonly at: Date },
  contacts: readonly string[],
): Promise<void> {
  const { helpMessages: h, attestations: a, invitations: i } = context.tables;
  const own = tx
    .select({ id: a.id })
    .from(a)
    .innerJoin(i, and(eq(i.org, a.org), eq(i.id, a.invitation)))
    .where(and(eq(a.org, org), inArray(i.contact, [...contacts])));
  const which = and(eq(h.side, "supplier"), isNull(h.colleague), inArray(h.attestation, own));
  return eraseMessages(context, tx, { org, at }, which);
}

/** Nobody is left to answer, so that what was open waits no more. The row stays: what was answered stands below it. */
async function eraseMessages(
  { tables: { helpMessages: h } }: QueryContext,
  tx: Transaction,
  { org, at }: { readonly org: string; readonly at: Date },
  which: SQL | undefined,
): Promise<void> {
  await tx
    .update(h)
    .set({ text: erasedText, answeredAt: sql`coalesce(${h.answeredAt}, ${sql.param(at, h.answeredAt)})` })
    .where(and(eq(h.org, org), which));
}
