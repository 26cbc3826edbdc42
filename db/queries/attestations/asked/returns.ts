import { and, asc, desc, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { returnReading } from "./return-reading";
import { returnSending } from "./return-sending";

/** Questions of what was signed that go back: the list of them, and what becomes of it. */
export function returnQueries(context: QueryContext): Store["returns"] {
  const { tables: t, read, write } = context;
  const { returnedQuestions: q, returns: r, attestations: a, invitations: i, users: u } = t;
  const { stateOf } = attestationStates(context);
  const own = ({ org, attestation, question }: { org: string; attestation: string; question: string }) =>
    and(eq(q.org, org), eq(q.attestation, attestation), eq(q.question, question));

  const found = async (tx: Transaction, { org, id }: { org: string; id: string }) => {
    const [row] = await tx
      .select({ attestation: r.attestation, correction: r.correction, calledBackAt: r.calledBackAt })
      .from(r)
      .where(and(eq(r.org, org), eq(r.id, id)));
    if (row === undefined) throw new MissingError("return", id);
    return row;
  };
  const { send, requireReturnable, isSent } = returnSending(context);

  return {
    ...returnReading(context),

    async questions(org, attestation) {
      const { org: _org, attestation: _attestation, ...columns } = getTableColumns(q);
      const rows = await read
        .select({ ...columns, name: u.name })
        .from(q)
        .leftJoin(u, and(eq(u.org, q.org), eq(u.id, q.user)))
        .where(and(eq(q.org, org), eq(q.attestation, attestation)))
        .orderBy(asc(q.at), asc(q.question));
      return rows.map((row) => withoutNulls(row));
    },

    put: ({ org, attestation, question, comment, user, at, most, audit }) =>
      write(
        org,
        (outcome: "put" | "full" | "sent") => (outcome === "put" ? [audit] : []),
        async (tx) => {
          await requireReturnable(tx, { org, id: attestation });
          if (await isSent(tx, { org, id: attestation })) return "sent";
          const listed = await tx
            .select({ question: q.question })
            .from(q)
            .where(and(eq(q.org, org), eq(q.attestation, attestation)));
          if (listed.length >= most && !listed.some((row) => row.question === question)) return "full";
          await tx
            .insert(q)
            .values({ org, attestation, question, comment, user, at })
            .onConflictDoUpdate({ target: [q.org, q.attestation, q.question], set: { comment, user, at } });
          return "put";
        },
      ),

    takeOff: ({ audit, ...one }) =>
      write(
        one.org,
        (isDone: boolean) => (isDone ? [audit] : []),
        async (tx) => {
          const [gone] = await tx
            .delete(q)
            .where(and(own(one), isNull(q.return)))
            .returning({ question: q.question });
          return gone !== undefined;
        },
      ),

    send,

    callBack: ({ org, id, at, audit }) =>
      write(
        org,
        (outcome: "called-back" | "there" | "answered") => (outcome === "called-back" ? [audit] : []),
        async (tx) => {
          const { correction } = await found(tx, { org, id });
          // Held first: its supplier may be about to sign.
          const { state } = await stateOf(tx, { org, id: correction });
          const { calledBackAt } = await found(tx, { org, id });
          if (calledBackAt !== null) return "there";
          if (state !== "open") return "answered";
          await tx
            .update(r)
            .set({ calledBackAt: at })
            .where(and(eq(r.org, org), eq(r.id, id)));
          await tx
            .update(q)
            .set({ return: null })
            .where(and(eq(q.org, org), eq(q.return, id)));
          const invitation = tx
            .select({ id: a.invitation })
            .from(a)
            .where(and(eq(a.org, org), eq(a.id, correction)));
          const [asked] = await invitation;
          if (asked === undefined) throw new MissingError("attestation", correction);
          await tx
            .update(i)
            .set({ state: "withdrawn" })
            .where(and(eq(i.org, org), eq(i.id, asked.id)));
          const { org: linkOrg, invitation: of, state: link } = t.links;
          await tx
            .update(t.links)
            .set({ state: "revoked", changedAt: at })
            .where(and(eq(linkOrg, org), eq(of, asked.id), eq(link, "active")));
          return "called-back";
        },
      ),

    accept: ({ org, attestation, question, user, at, audit }) =>
      write(
        org,
        (isNew: boolean) => (isNew ? [audit] : []),
        async (tx) => {
          const one = { org, attestation, question };
          const [row] = await tx
            .select({ acceptedAt: q.acceptedAt, submittedAt: a.submittedAt })
            .from(q)
            .innerJoin(r, and(eq(r.org, q.org), eq(r.id, q.return)))
            .innerJoin(a, and(eq(a.org, r.org), eq(a.id, r.correction)))
            .where(own(one))
            .orderBy(desc(r.sentAt));
          if (!row?.submittedAt) throw new MissingError("returned question that was answered", question);
          if (row.acceptedAt !== null) return false;
          const [changed] = await tx
            .update(q)
            .set({ acceptedAt: at, acceptedBy: user })
            .where(and(own(one), isNull(q.acceptedAt)))
            .returning({ question: q.question });
          return changed !== undefined;
        },
      ),
  };
}
