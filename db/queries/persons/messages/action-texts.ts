import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { erasedText } from "#terms/retention/erased";

type Asked = Parameters<Store["persons"]["messages"]>[1];

/** What one person wrote about corrective actions, newest first: contacts by the supplier's own link. */
export function actionTexts({ tables: t, read }: QueryContext, org: string, { contacts = [], user, most }: Asked) {
  const { actionEntries: e, actions: x, attestations: a, invitations: i, suppliers: s } = t;
  return read
    .select({
      question: sql<string>`coalesce(${x.question}, '')`,
      text: e.text,
      at: e.at,
      reference: a.reference,
      questionnaire: a.questionnaire,
      version: a.version,
      supplier: s.name,
    })
    .from(e)
    .innerJoin(x, and(eq(x.org, e.org), eq(x.id, e.action)))
    .innerJoin(a, and(eq(a.org, e.org), eq(a.id, e.attestation)))
    .innerJoin(i, and(eq(i.org, e.org), eq(i.id, a.invitation)))
    .innerJoin(s, and(eq(s.org, e.org), eq(s.id, i.supplier)))
    .where(
      and(
        eq(e.org, org),
        ne(e.text, ""),
        ne(e.text, erasedText),
        or(
          and(eq(e.side, "supplier"), inArray(i.contact, [...contacts])),
          user === undefined ? undefined : eq(e.user, user),
        ),
      ),
    )
    .orderBy(desc(e.at), desc(e.position))
    .limit(most);
}

/** Inside an erasure: what these contacts wrote about actions by the supplier's own link, and whom they named. */
export async function eraseActionTexts(
  { tables: t }: QueryContext,
  tx: Transaction,
  org: string,
  contacts: readonly string[],
): Promise<void> {
  const { actionEntries: e, actions: x, attestations: a, invitations: i } = t;
  const own = tx
    .select({ id: a.id })
    .from(a)
    .innerJoin(i, and(eq(i.org, a.org), eq(i.id, a.invitation)))
    .where(and(eq(a.org, org), inArray(i.contact, [...contacts])));
  await tx
    .update(e)
    .set({ text: sql`case when ${e.text} = '' then '' else ${erasedText} end`, changes: null })
    .where(and(eq(e.org, org), eq(e.side, "supplier"), inArray(e.attestation, own)));
  await tx
    .update(x)
    .set({ responsible: "", ownStep: sql`case when ${x.ownStep} = '' then '' else ${erasedText} end` })
    .where(and(eq(x.org, org), inArray(x.attestation, own)));
}
