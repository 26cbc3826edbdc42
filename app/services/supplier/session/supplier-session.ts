import type { AttestationDetails, Colleague, StandIn } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { Walk } from "#questionnaires/walk";
import type { LoadedEdition } from "#scoring/editions/index";
import { walkWithFacts } from "#scoring/facts";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";

/** A supplier's work on one attestation: what is kept, what it is asked and rated by, and what of it applies now. */
export type SupplierSession = {
  readonly file: AttestationDetails;
  /** The version that the attestation was sent with. */
  readonly questionnaire: LoadedQuestionnaire;
  /** Those of the campaign. */
  readonly ruleSet: LoadedRuleSet;
  readonly edition: LoadedEdition;
  readonly walk: Walk;
  /** Who of the buyer answers in it for the supplier; absent in the supplier's own. */
  readonly standIn?: StandIn;
  /** Whom the supplier asked to answer a part, in a session of theirs. */
  readonly colleague?: Colleague;
  /** The token of another link of theirs, whose answers they want offered; only in their own session. */
  readonly elsewhere?: string;
};

/** What applies of a set of answers in this session. */
export function walkSession(
  { file, questionnaire, ruleSet, edition }: Omit<SupplierSession, "walk">,
  answers: Answers,
): Walk {
  const { regimes, modules } = file.campaign;
  return walkWithFacts({ questionnaire, answers, regimes, modules, ruleSet, edition });
}

/** The session after one answer was saved. */
export function withAnswer(
  session: SupplierSession,
  question: string,
  answer: Answers[string],
  revision: number,
): SupplierSession {
  const answers = { ...session.file.answers, [question]: answer };
  const revisions = { ...session.file.revisions, [question]: revision };
  const changed = { ...session, file: { ...session.file, answers, revisions } };
  return { ...changed, walk: walkSession(changed, answers) };
}

/** Address of an attestation's task list; all its other pages lie below it. */
export function addressOf({ file }: Pick<SupplierSession, "file">): string {
  return `/attest/${file.attestation.id}`;
}
