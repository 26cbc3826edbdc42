import { createHash } from "node:crypto";
import { and, asc, type Column, eq, lte, notInArray } from "drizzle-orm";
import type { Action } from "#db/audit";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import { lastingActions } from "./due";

/** Who of the team looked at answers or took them away is no part of what was answered: it goes with the other events. */
const readingActions: readonly Action[] = ["attestation.downloaded", "evidence.downloaded"];

type Rows = Readonly<Record<string, readonly object[]>>;

/** SHA-256 in hex over rows, by table: what went is not kept, and can be known again by who kept a copy. */
export function hashOf(rows: Rows): string {
  const hash = createHash("sha256");
  for (const [table, all] of Object.entries(rows)) {
    hash.update(`${table} ${all.length}\n`);
    for (const row of all) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest("hex");
}

export function countsOf(rows: Rows): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([table, { length }]) => (length > 0 ? [[table, length]] : [])),
  );
}

/** Everything of an attestation, with the events about it until then, in an order that does not depend on the database. */
export async function contentsOf(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, id, until }: { readonly org: string; readonly id: string; readonly until: Date },
) {
  const e = t.auditEvents;
  const of = (table: { readonly org: Column; readonly attestation: Column }) =>
    and(eq(table.org, org), eq(table.attestation, id));
  const { answers, drafts, evidence, declarations, voids, ratings, colleagues, signingCodes, stands, textMarks } = t;
  const codes = await tx.select().from(signingCodes).where(of(signingCodes)).orderBy(asc(signingCodes.mail));
  const asked = await tx
    .select()
    .from(colleagues)
    .where(of(colleagues))
    .orderBy(asc(colleagues.askedAt), asc(colleagues.id));
  const stood = await tx.select().from(stands).where(of(stands)).orderBy(asc(stands.finding));
  const marks = await tx
    .select()
    .from(textMarks)
    .where(of(textMarks))
    .orderBy(asc(textMarks.question), asc(textMarks.mark));
  const { helpMessages, approvals, reviews, decisions, actions, actionEntries, returns, returnedQuestions } = t;
  const reviewed = await tx.select().from(reviews).where(of(reviews));
  const decided = await tx.select().from(decisions).where(of(decisions)).orderBy(asc(decisions.position));
  const help = await tx.select().from(helpMessages).where(of(helpMessages)).orderBy(asc(helpMessages.position));
  const approved = await tx.select().from(approvals).where(of(approvals)).orderBy(asc(approvals.position));
  const acted = await tx.select().from(actions).where(of(actions)).orderBy(asc(actions.id));
  const told = await tx
    .select()
    .from(actionEntries)
    .where(of(actionEntries))
    .orderBy(asc(actionEntries.action), asc(actionEntries.position));
  const sent = await tx.select().from(returns).where(of(returns)).orderBy(asc(returns.sentAt), asc(returns.id));
  const goneBack = await tx
    .select()
    .from(returnedQuestions)
    .where(of(returnedQuestions))
    .orderBy(asc(returnedQuestions.question));
  const aboutIt = and(eq(e.org, org), eq(e.subjectType, "attestation"), eq(e.subjectId, id), lte(e.at, until));
  return {
    answers: await tx.select().from(answers).where(of(answers)).orderBy(asc(answers.order)),
    drafts: await tx.select().from(drafts).where(of(drafts)).orderBy(asc(drafts.question)),
    evidence: await tx.select().from(evidence).where(of(evidence)).orderBy(asc(evidence.position)),
    declarations: await tx.select().from(declarations).where(of(declarations)),
    voids: await tx.select().from(voids).where(of(voids)),
    // Only where anybody was asked: what was removed before is known by the same hash.
    ...(asked.length > 0 ? { colleagues: asked } : {}),
    ...(stood.length > 0 ? { stands: stood } : {}),
    ...(marks.length > 0 ? { text_marks: marks } : {}),
    ...(help.length > 0 ? { help_messages: help } : {}),
    ...(approved.length > 0 ? { approvals: approved } : {}),
    ...(acted.length > 0 ? { actions: acted, action_entries: told } : {}),
    ...(reviewed.length > 0 ? { reviews: reviewed } : {}),
    ...(decided.length > 0 ? { decisions: decided } : {}),
    ...(sent.length > 0 ? { returns: sent } : {}),
    ...(goneBack.length > 0 ? { returned_questions: goneBack } : {}),
    ratings: await tx.select().from(ratings).where(of(ratings)).orderBy(asc(ratings.position)),
    // Only where there are any: what went without them has the hash that it had before there were codes.
    ...(codes.length > 0 ? { signing_codes: codes } : {}),
    audit_events: await tx
      .select()
      .from(e)
      .where(and(aboutIt, notInArray(e.action, [...readingActions, ...lastingActions])))
      .orderBy(asc(e.seq)),
  };
}
