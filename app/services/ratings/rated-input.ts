import { isoDay } from "#app/i18n/dates/days";
import { withEvidence } from "#app/services/answers/evidence-answers";
import { inSignedWords } from "#app/services/answers/signed/signed-words";
import type { AttestationDetails, RatingGiven, StoredRating } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { FactsInput } from "#scoring/facts";
import type { RateInput } from "#scoring/rate";
import type { RuleSetAndEdition } from "./rating-versions";

/** The versions that answers are rated by. */
export type RatedBy = RuleSetAndEdition & { readonly questionnaire: LoadedQuestionnaire };

/** What a rating was made from, so that it can be worked out again: the questions asked and answered, by its own versions. */
export function ratedInput(
  file: AttestationDetails,
  made: RatedBy,
  { createdAt, given = {} }: Pick<StoredRating, "createdAt" | "given">,
): RateInput {
  const { evidence, ...judged } = given;
  const facts = factsInput(file, made, createdAt, evidence);
  return { ...facts, ...judged, asOf: isoDay(createdAt), signed: file.declaration !== undefined };
}

/** The same without what only a rating needs. `at`: when that was made; now where absent. */
export function factsInput(
  file: AttestationDetails,
  by: RatedBy,
  at?: Date,
  reviewed?: RatingGiven["evidence"],
): FactsInput {
  const { regimes, modules } = file.campaign;
  const questionnaire = inSignedWords(by.questionnaire, file.declaration);
  return { ...by, questionnaire, answers: withEvidence(file, at, reviewed), regimes, modules };
}
