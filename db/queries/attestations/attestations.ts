import { and, asc, desc, eq, exists, gt, inArray, lte, max, sql } from "drizzle-orm";
import { prepared, type Transaction, valueFor } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import { mailQueue } from "#db/queries/mails/queue-mails";
import { codeSpending } from "#db/queries/mails/signing-codes";
import type { QueryContext } from "#db/queries/query-context";
import { carryDecisions } from "#db/queries/reviews/carried-decisions";
import { openReview } from "#db/queries/reviews/open-review";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { approvalSettling } from "./asked/approvals";
import { detailsOf, prepareDetails } from "./attestation-details";
import { type AttestationKey, attestationStates } from "./attestation-state";
import { colleagueStates } from "./colleagues";
import { earlierQueries } from "./earlier-answers";
import { addRating } from "./ratings";
import { standInQueries } from "./stand-ins";
import { isToldSince } from "./told-events";
import { voidQuery } from "./voids";

/** Sessions of one attestation at once: more browsers than any supplier has. */
const mostSessions = 50;

export function attestationQueries(context: QueryContext): Store["attestations"] {
  const { tables: t, read, write, writeUnaudited } = context;
  const { queueMail } = mailQueue(context);
  const id = valueFor(t.attestations.id, "id");
  const byId = prepareDetails(
    context,
    and(eq(t.attestations.org, valueFor(t.attestations.org, "org")), eq(t.attestations.id, id)),
  );
  const session = read
    .select({ org: t.supplierSessions.org })
    .from(t.supplierSessions)
    .where(
      and(
        eq(t.supplierSessions.sessionHash, valueFor(t.supplierSessions.sessionHash, "hash")),
        eq(t.supplierSessions.attestation, id),
        gt(t.supplierSessions.createdAt, valueFor(t.supplierSessions.createdAt, "begunSince")),
      ),
    );
  const bySession = prepareDetails(context, and(eq(t.attestations.id, id), eq(t.attestations.org, session)));
  const { openAs, requireAsked } = colleagueStates(context);
  const { stateOf, checkOpen, requireOpen, advance } = attestationStates(context);
  const spendCodes = codeSpending(context);
  const settleApproval = approvalSettling(context);

  const ownDraft = and(
    eq(t.drafts.org, valueFor(t.drafts.org, "org")),
    eq(t.drafts.attestation, valueFor(t.drafts.attestation, "id")),
    eq(t.drafts.question, valueFor(t.drafts.question, "question")),
  );
  const draft = (tx: Transaction) => tx.select({ question: t.drafts.question }).from(t.drafts).where(ownDraft);
  const newestRevision = prepared((tx) =>
    tx
      .select({ revision: max(t.answers.revision), hasDraft: exists(draft(tx)).mapWith(Boolean) })
      .from(t.answers)
      .where(
        and(
          eq(t.answers.org, valueFor(t.answers.org, "org")),
          eq(t.answers.attestation, valueFor(t.answers.attestation, "id")),
          eq(t.answers.question, valueFor(t.answers.question, "question")),
        ),
      )
      .prepare(),
  );
  const insertAnswer = prepared((tx) =>
    tx
      .insert(t.answers)
      .values({
        org: sql.placeholder("org"),
        attestation: sql.placeholder("id"),
        question: sql.placeholder("question"),
        revision: sql.placeholder("revision"),
        order: sql.placeholder("order"),
        answer: sql.placeholder("answer"),
        savedAt: sql.placeholder("at"),
      })
      .prepare(),
  );
  const deleteDraft = prepared((tx) => tx.delete(t.drafts).where(ownDraft).prepare());

  /** Room for one more session of an attestation: those begun longest ago go. */
  async function forgetOldest(tx: Transaction, { org, id }: AttestationKey) {
    const { sessionHash, createdAt } = t.supplierSessions;
    const own = and(eq(t.supplierSessions.org, org), eq(t.supplierSessions.attestation, id));
    const tooMany = await tx
      .select({ sessionHash })
      .from(t.supplierSessions)
      .where(own)
      .orderBy(desc(createdAt), desc(sessionHash))
      .limit(mostSessions)
      .offset(mostSessions - 1);
    const hashes = tooMany.map((row) => row.sessionHash);
    if (hashes.length > 0) await tx.delete(t.supplierSessions).where(and(own, inArray(sessionHash, hashes)));
  }

  async function declarationOf(tx: Transaction, key: AttestationKey) {
    const [row] = await tx
      .select(columnsOf(t).declaration)
      .from(t.declarations)
      .where(and(eq(t.declarations.org, key.org), eq(t.declarations.attestation, key.id)));
    return withoutNulls(row);
  }

  return {
    async get(organisation, attestation) {
      const [row] = await byId.execute({ org: organisation, id: attestation });
      return row && detailsOf(context.dialect, row);
    },

    async bySession(hash, attestation, begunSince = new Date(0)) {
      const [row] = await bySession.execute({ hash, id: attestation, begunSince });
      return row && detailsOf(context.dialect, row);
    },

    signOut: ({ org, attestation, sessionHash, audit }) =>
      write(org, audit, async (tx) => {
        const { org: of, attestation: own, sessionHash: hash } = t.supplierSessions;
        const [gone] = await tx
          .delete(t.supplierSessions)
          .where(and(eq(of, org), eq(own, attestation), eq(hash, sessionHash)))
          .returning({ hash });
        if (gone === undefined) throw new MissingError("session", attestation);
      }),

    forgetSessions: (begunBy) =>
      writeUnaudited(async (tx) => {
        const { createdAt, sessionHash } = t.supplierSessions;
        const gone = await tx.delete(t.supplierSessions).where(lte(createdAt, begunBy)).returning({ sessionHash });
        return gone.length;
      }),

    ...standInQueries(context),
    ...earlierQueries(context),

    start: ({ org, attestation, sessionHash, at, standIn, colleague, audit }) =>
      write(org, audit, async (tx) => {
        await stateOf(tx, { org, id: attestation });
        await forgetOldest(tx, { org, id: attestation });
        if (colleague !== undefined) await openAs(tx, { org, attestation, colleague, at });
        await tx
          .insert(t.supplierSessions)
          .values({ org, attestation, sessionHash, createdAt: at, standIn, colleague });
        const { startedAt } = t.attestations;
        await tx
          .update(t.attestations)
          .set({ startedAt: sql`coalesce(${startedAt}, ${sql.param(at, startedAt)})` })
          .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation)));
      }),

    saveAnswer: ({ org, attestation, question, basedOn, answer, at, standIn, colleague, carried, audit }) =>
      write(org, audit, async (tx) => {
        const key = { org, id: attestation };
        const order = await advance(tx, key, at);
        if (colleague !== undefined) await requireAsked(tx, { org, attestation, colleague });
        const [newest] = await newestRevision(tx, { ...key, question });
        const found = newest?.revision ?? 0;
        if (found !== basedOn) throw new ConflictError(basedOn, found);
        const revision = found + 1;
        // What a supplier types has nobody in between and keeps its prepared way.
        if (standIn === undefined && colleague === undefined && carried === undefined)
          await insertAnswer(tx, { ...key, question, revision, order, answer, at });
        else
          await tx
            .insert(t.answers)
            .values({ org, attestation, question, revision, order, answer, savedAt: at, standIn, colleague, carried });
        if (newest?.hasDraft) await deleteDraft(tx, { ...key, question });
        return { revision };
      }),

    keepDraft: async ({ org, attestation, draft, sameSince, audit }) => {
      await write(
        org,
        (isTold: boolean) => (isTold ? [] : [audit]),
        async (tx) => {
          await requireOpen(tx, { org, id: attestation });
          const { question, fields, keptAt } = draft;
          await tx
            .insert(t.drafts)
            .values({ org, attestation, question, fields, keptAt })
            .onConflictDoUpdate({
              target: [t.drafts.org, t.drafts.attestation, t.drafts.question],
              set: { fields, keptAt },
            });
          return sameSince !== undefined && isToldSince(context, tx, { org, audit, since: sameSince });
        },
      );
    },

    submit: ({
      org,
      attestation,
      revision,
      declaration,
      rating,
      marks = [],
      mail,
      code,
      approval,
      carried,
      reviewer,
      audit,
    }) =>
      write(
        org,
        ({ first }) => (first ? audit : []),
        async (tx) => {
          const key = { org, id: attestation };
          const found = await stateOf(tx, key);
          const before = await declarationOf(tx, key);
          if (before !== undefined) return { declaration: before, first: false };
          checkOpen(found);
          if (found.revision !== revision) throw new ConflictError(revision, found.revision);
          await settleApproval(tx, { ...key, revision, at: declaration.signedAt }, approval);
          await spendCodes(tx, key, code);
          await tx.insert(t.declarations).values({ ...declaration, org, attestation });
          await tx
            .update(t.attestations)
            .set({ state: "submitted", submittedAt: declaration.signedAt })
            .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation)));
          await tx.delete(t.drafts).where(and(eq(t.drafts.org, org), eq(t.drafts.attestation, attestation)));
          await addRating(context, tx, org, { ...rating, attestation });
          const left = await carryDecisions(context, tx, { org, carried });
          const opened = { org, attestation, supplier: found.supplier, signedAt: declaration.signedAt, left };
          await openReview(context, tx, { ...opened, rating: rating.rating, reviewer });
          if (marks.length > 0)
            await tx.insert(t.textMarks).values(marks.map((mark) => ({ ...mark, org, attestation })));
          if (mail) await queueMail(tx, { ...mail, org });
          return { declaration, first: true };
        },
      ),

    void: voidQuery(context),

    history: (organisation, attestation) =>
      read
        .select(historyOf(t.answers))
        .from(t.answers)
        .where(and(eq(t.answers.org, organisation), eq(t.answers.attestation, attestation)))
        .orderBy(asc(t.answers.order))
        .execute(),
  };
}

const historyOf = ({ question, revision, answer, savedAt }: QueryContext["tables"]["answers"]) => ({
  ...{ question, revision, answer, savedAt },
});
