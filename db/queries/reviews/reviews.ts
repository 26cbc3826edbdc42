import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import { addRating } from "#db/queries/attestations/ratings";
import type { QueryContext } from "#db/queries/query-context";
import type { Store } from "#db/store";
import type { ReviewState } from "#terms/reviews/decisions";
import { reviewListQueries } from "./review-list";

export function reviewQueries(context: QueryContext): Store["reviews"] {
  const { tables: t, write } = context;
  const { reviews: r, decisions: d, users: u, reviewRules } = t;
  const { stateOf } = attestationStates(context);

  type Changed = { readonly org: string; readonly attestation: string; readonly state: ReviewState };

  async function change(
    tx: Transaction,
    { org, attestation, state }: Changed,
    set: Partial<typeof r.$inferInsert>,
  ): Promise<void> {
    const own: SQL | undefined = and(eq(r.org, org), eq(r.attestation, attestation), eq(r.state, state));
    const [changed] = await tx.update(r).set(set).where(own).returning({ id: r.attestation });
    if (changed === undefined) throw new MissingError(`review that is ${state}`, attestation);
  }

  return {
    ...reviewListQueries(context),

    decide: ({ org, decision, basedOn, left, rating, audit }) =>
      write(org, audit, async (tx) => {
        const { attestation } = decision;
        // Held first: two people who decide at once come one after the other, and the second is told.
        await stateOf(tx, { org, id: attestation });
        const [last] = await tx
          .select({ position: d.position })
          .from(d)
          .where(and(eq(d.org, org), eq(d.attestation, attestation)))
          .orderBy(desc(d.position))
          .limit(1);
        const found = last?.position ?? 0;
        if (found !== basedOn) throw new ConflictError(basedOn, found);
        const { floors, findings, files, waiting, second = null } = left;
        const set = { floors, findings, files, waiting, second };
        await change(tx, { org, attestation, state: "open" }, set);
        await tx.insert(d).values({ ...decision, org, position: found + 1 });
        if (rating) await addRating(context, tx, org, rating);
      }),

    assign: ({ org, attestation, to, audit }) =>
      write(org, audit, async (tx) => {
        if (to !== undefined) {
          const here = and(eq(u.org, org), eq(u.id, to), isNull(u.disabledAt));
          const [person] = await tx.select({ id: u.id }).from(u).where(here);
          if (person === undefined) throw new MissingError("user", to);
        }
        await change(tx, { org, attestation, state: "open" }, { assignedTo: to ?? null });
      }),

    setDue: ({ org, attestation, dueAt, audit }) =>
      write(org, audit, (tx) => change(tx, { org, attestation, state: "open" }, { dueAt })),

    settle: ({ org, attestation, at, state, audit }) =>
      write(org, audit, (tx) => {
        const from = state === "open" ? "settled" : "open";
        return change(tx, { org, attestation, state: from }, { state, settledAt: state === "open" ? null : at });
      }),

    changeRules: ({ org, rules, audit }) =>
      write(org, audit, async (tx) => {
        const { second, days } = rules;
        await tx
          .insert(reviewRules)
          .values({ org, second, days })
          .onConflictDoUpdate({ target: reviewRules.org, set: { second, days } });
      }),
  };
}
