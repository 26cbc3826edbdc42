import { decidedOf } from "#app/services/reviews/decided";
import type { Decision, RatingGiven, StoredRating } from "#db/records";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import type { Finding } from "./findings";

/**
 * Whether what was given to a rating is what was decided: up to the decision that it names, or where it names none up to any
 * of them. `rows`: all decisions about what it rates, in order.
 */
export function checkDecided(
  { id, cause, given = {} }: Pick<StoredRating, "id" | "cause" | "given">,
  rows: readonly Decision[],
  reference: string,
): readonly Finding[] {
  const finding = (text: string): Finding => ({ kind: "rating", about: `${id} of ${reference}`, text });
  const own = decided(given);
  if (cause?.kind === "decision") {
    const at = rows.findIndex((row) => row.id === cause.id);
    if (at < 0) return [finding(`it names the decision ${cause.id}, which is not on record`)];
    const isSame = decided(decidedOf(rows.slice(0, at + 1))) === own;
    return isSame ? [] : [finding("what was given to it is not what was decided")];
  }
  const isAny = [...rows.keys(), rows.length].some((length) => decided(decidedOf(rows.slice(0, length))) === own);
  return isAny ? [] : [finding("what was given to it is not what was decided")];
}

/** What decisions give, without what else goes into a rating. */
function decided({ evidence, lifted, underReview, notRebutted }: RatingGiven): string {
  return canonicalJson({
    evidence: evidence ?? {},
    lifted: lifted ?? [],
    links: [underReview ?? [], notRebutted ?? []],
  });
}
