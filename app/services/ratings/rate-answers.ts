import { type RateInput, rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";

/**
 * Rates answers. The rating names each thing that it was made with by its fingerprint, so nothing unpublished is rated with.
 * @throws Error for a questionnaire, rules or an edition that is not published, and for rules about another questionnaire
 */
export function rateAnswers(input: RateInput): Rating {
  return rate(input);
}
