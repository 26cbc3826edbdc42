import { and, eq } from "drizzle-orm";
import { MissingError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { voidReview } from "#db/queries/reviews/open-review";
import { showNewestRating } from "#db/queries/suppliers/newest-rating";
import type { Store } from "#db/store";
import { attestationStates } from "./attestation-state";
import { heldRated } from "./ratings";

/** Declares what was signed void, once, and makes its ratings count no more. */
export function voidQuery(context: QueryContext): Store["attestations"]["void"] {
  const { tables: t, write } = context;
  const { stateOf } = attestationStates(context);
  return ({ org, attestation, supplier, voided, summary, audit }) =>
    write(
      org,
      ({ first }) => (first ? [audit] : []),
      async (tx) => {
        const key = { org, id: attestation };
        const found = await stateOf(tx, key);
        if (found.supplier !== supplier) throw new MissingError("attestation of this supplier", attestation);
        if (found.state !== "submitted") throw new MissingError("signed attestation", attestation);
        // Held before it is looked whether it is void: nobody rates the same supplier meanwhile.
        const { country } = await heldRated(context, tx, { org, attestation, supplier });
        const [before] = await tx
          .select(columnsOf(t).voided)
          .from(t.voids)
          .where(and(eq(t.voids.org, org), eq(t.voids.attestation, attestation)));
        if (before !== undefined) return { voided: before, first: false };
        await tx.insert(t.voids).values({ ...voided, org, attestation });
        await voidReview(context, tx, { org, attestation });
        await showNewestRating(context, tx, { org, supplier, country }, summary);
        return { voided, first: true };
      },
    );
}
