import { and, count, desc, eq, getTableColumns, isNull, max } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import { type AttestationKey, attestationStates } from "#db/queries/attestations/attestation-state";
import { colleagueEnds } from "#db/queries/attestations/colleagues";
import { mailQueue } from "#db/queries/mails/queue-mails";
import { codeSpending } from "#db/queries/mails/signing-codes";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";

/** Inside the write that signs: a signature that waits for a second person is sent by that approval and by no other way. */
export function approvalSettling({ tables: { approvals: p } }: QueryContext) {
  return async (
    tx: Transaction,
    { org, id, revision, at }: AttestationKey & { readonly revision: number; readonly at: Date },
    approval?: string,
  ): Promise<void> => {
    const waits = and(eq(p.org, org), eq(p.attestation, id), eq(p.revision, revision), isNull(p.outcome));
    const [waiting] = await tx
      .select({ colleague: p.colleague })
      .from(p)
      .where(waits)
      .orderBy(desc(p.position))
      .limit(1);
    if (waiting?.colleague !== approval) throw new ConflictError(revision, revision);
    if (approval === undefined) return;
    await tx
      .update(p)
      .set({ outcome: "approved", endedAt: at })
      .where(and(waits, eq(p.colleague, approval)));
  };
}

export function approvalQueries(context: QueryContext): Store["approvals"] {
  const { tables: t, read, write } = context;
  const { approvals: p, colleagues: c } = t;
  const { position, ...approval } = getTableColumns(p);
  const { queueMail } = mailQueue(context);
  const { requireOpen, stateOf } = attestationStates(context);
  const { endLink } = colleagueEnds(context);
  const spendCodes = codeSpending(context);

  return {
    async newest(org, attestation) {
      const [row] = await read
        .select(approval)
        .from(p)
        .where(and(eq(p.org, org), eq(p.attestation, attestation)))
        .orderBy(desc(p.position))
        .limit(1);
      return row && withoutNulls(row);
    },

    async get(org, colleague) {
      const [row] = await read
        .select(approval)
        .from(p)
        .where(and(eq(p.org, org), eq(p.colleague, colleague)));
      return row && withoutNulls(row);
    },

    ask: ({ approval: asked, colleague, most, mail, code, audit }) =>
      write(
        asked.org,
        (outcome: "asked" | "there" | "full") => (outcome === "asked" ? audit : []),
        async (tx) => {
          const { org, attestation, revision } = asked;
          const key = { org, id: attestation };
          const found = await requireOpen(tx, key);
          if (found.revision !== revision) throw new ConflictError(revision, found.revision);
          const own = and(eq(p.org, org), eq(p.attestation, attestation));
          const [waiting] = await tx
            .select({ colleague: p.colleague })
            .from(p)
            .where(and(own, eq(p.revision, revision), isNull(p.outcome)));
          if (waiting !== undefined) return "there";
          const [before] = await tx
            .select({ all: count() })
            .from(c)
            .where(and(eq(c.org, org), eq(c.attestation, attestation)));
          if ((before?.all ?? 0) >= most) return "full";
          await spendCodes(tx, key, code);
          const [last] = await tx
            .select({ position: max(p.position) })
            .from(p)
            .where(own);
          await tx.insert(c).values(colleague);
          await tx.insert(p).values({ ...asked, position: (last?.position ?? 0) + 1 });
          if (mail) await queueMail(tx, { ...mail, org, colleague: colleague.id });
          return "asked";
        },
      ),

    end: ({ org, attestation, colleague, outcome, reason, at, mail, audit }) =>
      write(
        org,
        (isDone: boolean) => (isDone ? [audit] : []),
        async (tx) => {
          await stateOf(tx, { org, id: attestation });
          const own = and(eq(p.org, org), eq(p.attestation, attestation), eq(p.colleague, colleague));
          const [found] = await tx.select({ outcome: p.outcome }).from(p).where(own);
          if (found === undefined) throw new MissingError("approval", colleague);
          if (found.outcome !== null) return false;
          await tx.update(p).set({ outcome, endedAt: at, reason }).where(own);
          if (outcome === "withdrawn") await endLink(tx, { org, attestation, id: colleague, at });
          if (mail) await queueMail(tx, { ...mail, org });
          return true;
        },
      ),
  };
}
