import { and, asc, desc, eq, lt, lte, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { type AttestationKey, attestationStates } from "#db/queries/attestations/attestation-state";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import { mailQueue } from "./queue-mails";

export function signingCodeQueries(context: QueryContext): Store["signingCodes"] {
  const { tables: t, read, write } = context;
  const { signingCodes: c, mails: m } = t;
  const { requireOpen } = attestationStates(context);
  const { queueCodeMail } = mailQueue(context);

  return {
    async newest(org, attestation) {
      const [row] = await read
        .select({ code: c, to: m.to, state: m.state })
        .from(c)
        .leftJoin(m, and(eq(m.org, c.org), eq(m.id, c.mail)))
        .where(and(eq(c.org, org), eq(c.attestation, attestation)))
        .orderBy(desc(c.askedAt), desc(c.mail))
        .limit(1);
      if (row === undefined) return undefined;
      const { code, to, state } = row;
      return to === null || state === null ? code : { ...code, sending: { to, state } };
    },

    async get(org, mail) {
      const [row] = await read
        .select()
        .from(c)
        .where(and(eq(c.org, org), eq(c.mail, mail)));
      return row;
    },

    ask: ({ code, mail, limits, audit }) =>
      write(
        code.org,
        ({ kind }) => (kind === "asked" ? [audit] : []),
        async (tx) => {
          const { org, attestation, askedAt } = code;
          // Whoever asks holds the attestation, so that two who ask at once get one code.
          await requireOpen(tx, { org, id: attestation });
          const own = and(eq(c.org, org), eq(c.attestation, attestation));
          const spanBegan = new Date(askedAt.getTime() - limits.spanMs);
          await tx.delete(c).where(and(own, lte(c.askedAt, spanBegan)));
          const before = await tx.select({ askedAt: c.askedAt }).from(c).where(own).orderBy(asc(c.askedAt));
          const last = before.at(-1)?.askedAt;
          if (last && askedAt.getTime() - last.getTime() < limits.apartMs) return { kind: "too-soon" };
          const oldest = before.at(-limits.most)?.askedAt;
          if (oldest && before.length >= limits.most) {
            return { kind: "too-many", after: new Date(oldest.getTime() + limits.spanMs) };
          }
          await tx.insert(c).values({ ...code, tries: 0 });
          await queueCodeMail(tx, mail);
          return { kind: "asked" };
        },
      ),

    countWrong: ({ org, mail, most, audit }) =>
      write(
        org,
        (tries) => (tries === undefined ? [] : [audit]),
        async (tx) => {
          const [row] = await tx
            .update(c)
            .set({ tries: sql`${c.tries} + 1` })
            .where(and(eq(c.org, org), eq(c.mail, mail), lt(c.tries, most)))
            .returning({ tries: c.tries });
          return row?.tries;
        },
      ),
  };
}

/** Inside the write that signs: no code of the attestation is good for anything after it. */
export function codeSpending({ tables: { signingCodes: c } }: QueryContext) {
  return async (
    tx: Transaction,
    { org, id }: AttestationKey,
    code?: { readonly mail: string; readonly most: number },
  ): Promise<void> => {
    const own = and(eq(c.org, org), eq(c.attestation, id));
    if (code) {
      // Asked in the same statement that spends it: wrong codes may be counted at this very moment.
      const spent = await tx
        .delete(c)
        .where(and(own, eq(c.mail, code.mail), lt(c.tries, code.most)))
        .returning({ mail: c.mail });
      if (spent.length === 0) throw new MissingError("signing code", code.mail);
    }
    await tx.delete(c).where(own);
  };
}
