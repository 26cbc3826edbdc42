import { and, asc, eq, getTableColumns, inArray, lte, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import { heldRated } from "#db/queries/attestations/ratings";
import type { QueryContext } from "#db/queries/query-context";
import { showNewestRating } from "#db/queries/suppliers/newest-rating";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Removal } from "#db/records";
import type { DueRemoval, RemovalOutcome, Store } from "#db/store";
import { dueThings } from "./due";
import { endCorrections } from "./end-corrections";
import { heldTerms, isAllHeld, isHeld } from "./holds";
import { contentsOf, countsOf, hashOf } from "./removed-rows";

/** Rows named in one statement: far below the number of parameters that a statement may have. */
const batch = 500;

type AttestationRemoval = Parameters<Store["retention"]["removeAttestation"]>[0];
type Done = { readonly outcome: RemovalOutcome; readonly removal?: Removal };

export function removalQueries(
  context: QueryContext,
): Pick<Store["retention"], "removeAttestation" | "removeEvents" | "clearMails" | "removals"> {
  const { tables: t, read, write } = context;
  const {
    attestations: a,
    invitations: i,
    campaigns: c,
    auditEvents: e,
    mails: m,
    inboundMails: n,
    contactStates: x,
    removals,
  } = t;
  const { stateOf } = attestationStates(context);
  const { isDue, ofAttestation, ofInvitation, removableEvents, clearableMails, clearableInbound } = dueThings(context);

  /** Rows of append-only tables go between the two: the removal is open in no other write and at no other time. */
  async function whileOpen(
    tx: Transaction,
    removal: Removal & { readonly through?: number },
    work: () => Promise<void>,
  ) {
    await tx.insert(removals).values({ ...removal, isOpen: true });
    await work();
    const own = and(eq(removals.org, removal.org), eq(removals.id, removal.id));
    await tx.update(removals).set({ isOpen: false }).where(own);
  }

  async function deleteEvents(
    tx: Transaction,
    org: string,
    events: readonly { readonly seq: number }[],
  ): Promise<void> {
    const seqs = events.map(({ seq }) => seq);
    for (let at = 0; at < seqs.length; at += batch) {
      await tx.delete(e).where(and(eq(e.org, org), inArray(e.seq, seqs.slice(at, at + batch))));
    }
  }

  /** Whether a term still is what whoever removes by it was told. */
  async function isTerm(tx: Transaction, org: string, due: DueRemoval | undefined): Promise<boolean> {
    const terms = await heldTerms(context, tx, org);
    return due === undefined || terms[due.kind] === due.months;
  }

  /** Why an attestation is not removed after all, with everything held that could change that. */
  async function whyNot(
    tx: Transaction,
    { org, attestation, due }: AttestationRemoval,
  ): Promise<Exclude<RemovalOutcome, "removed"> | undefined> {
    const isSame = await isTerm(tx, org, due);
    const { state } = await stateOf(tx, { org, id: attestation });
    if (!isSame || state === "removed") return "missed";
    const is = async (condition: SQL | undefined) => {
      const found = await tx
        .select({ id: a.id })
        .from(a)
        .innerJoin(i, ofAttestation)
        .innerJoin(c, ofInvitation)
        .where(and(eq(a.org, org), eq(a.id, attestation), condition));
      return found.length > 0;
    };
    if (await is(isHeld(context, org, i.supplier))) return "held";
    return due === undefined || (await is(isDue(org, due.kind, due.until))) ? undefined : "missed";
  }

  async function take(tx: Transaction, change: AttestationRemoval): Promise<Removal> {
    const { org, id, attestation, ground, due, actor, at, summary } = change;
    const { supplier } = await stateOf(tx, { org, id: attestation });
    const contents = await contentsOf(context, tx, { org, id: attestation, until: due?.until ?? at });
    const declarationHash = contents.declarations[0]?.hash;
    const removal: Removal = {
      ...{ org, id, subjectType: "attestation", subjectId: attestation, ground, actor, at },
      rows: countsOf(contents),
      hash: hashOf(contents),
      ...(declarationHash === undefined ? {} : { declarationHash }),
      isOpen: false,
    };
    await endCorrections(context, tx, { org, attestation, at });
    await whileOpen(tx, removal, async () => {
      const { ratings, voids, declarations, evidence, answers, drafts, signingCodes } = t;
      const asked = [t.decisions, t.reviews, t.colleagues, t.helpMessages, t.approvals, t.stands, t.textMarks];
      const acted = [t.actionEntries, t.actions, t.returnedQuestions, t.returns];
      const figures = t.ratingFigures;
      const ofIt = and(eq(figures.org, org), eq(figures.supplier, supplier), eq(figures.attestation, attestation));
      await tx.delete(figures).where(ofIt);
      for (const table of [...acted, ratings, voids, declarations, evidence, answers, drafts, signingCodes, ...asked]) {
        await tx.delete(table).where(and(eq(table.org, org), eq(table.attestation, attestation)));
      }
      await deleteEvents(tx, org, contents.audit_events);
    });
    const own = and(eq(a.org, org), eq(a.id, attestation));
    // What was void did not count as submitted, and must not begin to because the void went too.
    const submitted = contents.voids.length > 0 ? { submittedAt: null } : {};
    await tx
      .update(a)
      .set({ state: "removed", ...submitted })
      .where(own);
    const invitation = tx.select({ id: a.invitation }).from(a).where(own);
    await tx
      .update(i)
      .set({ declinedHint: null })
      .where(and(eq(i.org, org), inArray(i.id, invitation)));
    if (contents.ratings.length > 0) {
      const { country } = await heldRated(context, tx, { org, attestation, supplier });
      await showNewestRating(context, tx, { org, supplier, country }, summary);
    }
    return removal;
  }

  /** What came in has the term of the mails that it is about. */
  async function clearInbound(tx: Transaction, org: string, until: Date): Promise<number> {
    const rows = await tx
      .select({ id: n.id })
      .from(n)
      .where(and(clearableInbound(org), lte(n.receivedAt, until)))
      .orderBy(asc(n.receivedAt), asc(n.id))
      .limit(batch);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await tx
      .update(n)
      .set({ from: "", subject: "", said: "" })
      .where(and(eq(n.org, org), inArray(n.id, ids)));
    await tx
      .update(x)
      .set({ said: "" })
      .where(and(eq(x.org, org), inArray(x.inbound, ids)));
    return ids.length;
  }

  return {
    removeAttestation: async (change) => {
      const { outcome } = await write<Done>(
        change.org,
        ({ removal }) => (removal ? [change.audit(removal)] : []),
        async (tx) => {
          const outcome = await whyNot(tx, change);
          return outcome === undefined ? { outcome: "removed", removal: await take(tx, change) } : { outcome };
        },
      );
      return outcome;
    },

    removeEvents: async ({ org, id, due, most, actor, at, audit }) => {
      type Gone = { readonly events: number; readonly removal?: Removal };
      const { events } = await write<Gone>(
        org,
        ({ removal }) => (removal ? [audit(removal)] : []),
        async (tx) => {
          const isFree = (await isTerm(tx, org, due)) && !(await isAllHeld(context, tx, org));
          if (!isFree) return { events: 0 };
          const rows = await tx
            .select()
            .from(e)
            .where(and(removableEvents(org), lte(e.at, due.until)))
            .orderBy(asc(e.seq))
            .limit(most);
          const last = rows.at(-1);
          if (last === undefined) return { events: 0 };
          const contents = { audit_events: rows };
          const removal: Removal = {
            ...{ org, id, subjectType: "events", subjectId: due.until.toISOString(), ground: "term", actor, at },
            rows: countsOf(contents),
            hash: hashOf(contents),
            isOpen: false,
          };
          await whileOpen(tx, { ...removal, through: last.seq }, () => deleteEvents(tx, org, rows));
          return { events: rows.length, removal };
        },
      );
      return events;
    },

    clearMails: ({ org, due, most, audit }) =>
      write(
        org,
        (mails: number) => (mails > 0 ? [audit(mails)] : []),
        async (tx) => {
          const isFree = (await isTerm(tx, org, due)) && !(await isAllHeld(context, tx, org));
          if (!isFree) return 0;
          const rows = await tx
            .select({ id: m.id })
            .from(m)
            .where(and(clearableMails(org), lte(m.queuedAt, due.until)))
            .orderBy(asc(m.queuedAt), asc(m.id))
            .limit(Math.min(most, batch));
          const ids = rows.map(({ id }) => id);
          if (ids.length > 0)
            await tx
              .update(m)
              .set({ to: "", lastError: null })
              .where(and(eq(m.org, org), inArray(m.id, ids)));
          return ids.length + (await clearInbound(tx, org, due.until));
        },
      ),

    async removals(org, attestations) {
      if (attestations.length === 0) return [];
      const { through, ...columns } = getTableColumns(removals);
      const rows = await read
        .select(columns)
        .from(removals)
        .where(
          and(
            eq(removals.org, org),
            eq(removals.subjectType, "attestation"),
            inArray(removals.subjectId, [...attestations]),
          ),
        )
        .orderBy(asc(removals.at), asc(removals.id));
      return rows.map((row) => withoutNulls(row));
    },
  };
}
