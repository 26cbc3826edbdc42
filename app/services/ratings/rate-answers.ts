import { fingerprints } from "#scoring/editions/index";
import { type RateInput, rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { ruleSetFingerprint } from "#scoring/rulesets/index";

/**
 * Rates answers. The rating names each thing that it was made with by its fingerprint, so nothing unpublished is rated with.
 * @throws Error for a questionnaire or an edition that is not published, and for rules about another questionnaire
 */
export function rateAnswers(input: Omit<RateInput, "hashes">): Rating {
  const edition = fingerprints[input.edition.id];
  if (edition === undefined) throw new Error(`The edition ${input.edition.id} is not published`);
  return rate({
    ...input,
    hashes: {
      questionnaire: input.questionnaire.fingerprint,
      ruleSet: ruleSetFingerprint(input.ruleSet),
      edition,
    },
  });
}
