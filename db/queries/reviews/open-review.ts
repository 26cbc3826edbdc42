import { and, count, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import type { QueryContext } from "#db/queries/query-context";
import type { ReviewLeft } from "#db/records";
import type { Rating } from "#scoring/rating";
import { reviewDays } from "#terms/reviews/decisions";

const dayMs = 86_400_000;
const ranks: Readonly<Record<Rating["band"], number>> = { critical: 0, high: 1, medium: 2, low: 3 };

type Signed = {
  readonly org: string;
  readonly attestation: string;
  readonly supplier: string;
  readonly signedAt: Date;
  readonly rating: Rating;
  /** What is left of it where decisions were carried over; all of it where absent. */
  readonly left?: ReviewLeft;
  /** Id of the user whose it is from the start. */
  readonly reviewer?: string;
};

/**
 * Inside a write that signs: what was signed waits for decisions from now on, and what the supplier signed before waits no more.
 * Signed again, it waits anew with whoever had it.
 */
export async function openReview(
  { tables: t }: QueryContext,
  tx: Transaction,
  { org, attestation, supplier, signedAt, rating, left, reviewer }: Signed,
): Promise<void> {
  const { reviews: r, reviewRules, evidence: e } = t;
  await tx
    .update(r)
    .set({ state: "replaced", waiting: 0, second: null })
    .where(and(eq(r.org, org), eq(r.supplier, supplier), eq(r.state, "open")));
  const [rules] = await tx.select({ days: reviewRules.days }).from(reviewRules).where(eq(reviewRules.org, org));
  const [files] = await tx
    .select({ of: count() })
    .from(e)
    .where(and(eq(e.org, org), eq(e.attestation, attestation), isNull(e.removedAt)));
  const opened = {
    state: "open" as const,
    rank: ranks[rating.band],
    openedAt: signedAt,
    dueAt: new Date(signedAt.getTime() + (rules?.days ?? reviewDays.usual) * dayMs),
    floors: left?.floors ?? rating.floor?.reasons.length ?? 0,
    findings: left?.findings ?? rating.contradictions.length,
    files: left?.files ?? files?.of ?? 0,
    waiting: 0,
    second: null,
    settledAt: null,
  };
  await tx
    .insert(r)
    .values({ org, attestation, supplier, assignedTo: reviewer, ...opened })
    .onConflictDoUpdate({ target: [r.org, r.attestation], set: opened });
}

/** Inside a write that rated again: the list is in the order of the newest rating. */
export async function rankReview(
  { tables: { reviews: r } }: QueryContext,
  tx: Transaction,
  { org, attestation, rating }: Pick<Signed, "org" | "attestation" | "rating">,
): Promise<void> {
  const own = and(eq(r.org, org), eq(r.attestation, attestation));
  await tx.update(r).set({ rank: ranks[rating.band] }).where(own);
}

/** Inside a write that declares what was signed void: nothing of it waits for a decision any more. */
export async function voidReview(
  { tables: { reviews: r } }: QueryContext,
  tx: Transaction,
  { org, attestation }: Pick<Signed, "org" | "attestation">,
): Promise<void> {
  const own = and(eq(r.org, org), eq(r.attestation, attestation));
  await tx.update(r).set({ state: "void", waiting: 0, second: null }).where(own);
}
