import { and, desc, eq, inArray, isNull, ne, type SQL } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { foldSpelling } from "#terms/names";

type Asked = Parameters<Store["persons"]["messages"]>[1];

/** Kinds of decisions that tell of floors, links and what does not fit. */
const telling: readonly string[] = ["floor", "link", "finding"];

/**
 * Reasons of decisions and comments on returned questions, newest first: those that a person of the team wrote, and those about what
 * the suppliers of these contacts signed that name one of them.
 */
export async function deskTexts(context: QueryContext, org: string, { contacts = [], user, most }: Asked) {
  if (user !== undefined) return textsOf(context, org, { user, most });
  if (contacts.length === 0) return [];
  const { contacts: c } = context.tables;
  const rows = await context.read
    .select({ supplier: c.supplier, name: c.name, email: c.email })
    .from(c)
    .where(and(eq(c.org, org), inArray(c.id, [...contacts]), isNull(c.erasedAt)));
  const names = rows.flatMap(({ name, email }) => [name ?? "", email]).filter((name) => name.length > 1);
  const folded = names.map(foldSpelling);
  const texts = await textsOf(context, org, { suppliers: rows.map(({ supplier }) => supplier), most });
  return texts.filter(({ text }) => folded.some((name) => foldSpelling(text).includes(name)));
}

type Which = { readonly user?: string; readonly suppliers?: readonly string[]; readonly most: number };

async function textsOf({ tables: t, read }: QueryContext, org: string, { user, suppliers = [], most }: Which) {
  const { decisions: d, returnedQuestions: q, attestations: a, invitations: i, suppliers: s } = t;
  const of = { reference: a.reference, questionnaire: a.questionnaire, version: a.version, supplier: s.name };
  const whose = (table: typeof d | typeof q): SQL | undefined =>
    user === undefined ? inArray(i.supplier, [...suppliers]) : eq(table.user, user);
  const reasons = await read
    .select({ question: d.question, text: d.reason, at: d.at, kind: d.kind, ...of })
    .from(d)
    .innerJoin(a, and(eq(a.org, d.org), eq(a.id, d.attestation)))
    .innerJoin(i, and(eq(i.org, d.org), eq(i.id, a.invitation)))
    .innerJoin(s, and(eq(s.org, d.org), eq(s.id, i.supplier)))
    // What was carried over was written once.
    .where(and(eq(d.org, org), ne(d.reason, ""), isNull(d.carried), whose(d)))
    .orderBy(desc(d.at), desc(d.id))
    .limit(most);
  const comments = await read
    .select({ question: q.question, text: q.comment, at: q.at, ...of })
    .from(q)
    .innerJoin(a, and(eq(a.org, q.org), eq(a.id, q.attestation)))
    .innerJoin(i, and(eq(i.org, q.org), eq(i.id, a.invitation)))
    .innerJoin(s, and(eq(s.org, q.org), eq(s.id, i.supplier)))
    .where(and(eq(q.org, org), whose(q)))
    .orderBy(desc(q.at), desc(q.question))
    .limit(most);
  const told = reasons.map(({ kind, ...text }) => (telling.includes(kind) ? { ...text, tells: true } : text));
  return [...told, ...comments];
}
