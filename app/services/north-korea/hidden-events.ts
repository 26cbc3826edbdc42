import type { CallerContext } from "#app/services/context/contexts";
import type { Action, AuditDetails } from "#db/audit";
import { readsNorthKorea } from "./north-korea";

type Telling = "question" | "questions" | "evidence" | "finding" | "action" | "decision" | "decisions" | "correction";

/** Events about a question, a document, a finding, or what was done about one: those that a reader must not see cannot be told from the others by their number. */
type ActionOfAnswers = {
  [A in Action]: Extract<keyof AuditDetails<A>["details"], Telling> extends never ? never : A;
}[Action];

/** A new action that names a question is asked for here: what is not said does not compile. */
const hides: Readonly<Record<ActionOfAnswers, boolean>> = {
  "answer.saved": true,
  "draft.kept": true,
  "finding.stood-by": true,
  "help.asked": true,
  "help.answered": true,
  "evidence.added": true,
  "evidence.described": true,
  "evidence.released": true,
  "evidence.removed": true,
  "evidence.downloaded": true,
  "action.opened": true,
  "action.changed": true,
  "action.moved": true,
  "action.answered": true,
  "action.proven": true,
  "action.lapsed": true,
  "action.reminded": true,
  "decision.made": true,
  "decision.asked": true,
  "decision.agreed": true,
  "decision.declined": true,
  "decision.taken-back": true,
  "decision.carried": true,
  "return.listed": true,
  "return.unlisted": true,
  "return.sent": true,
  "return.called-back": true,
  "return.accepted": true,
  // About what is kept of all answers, or of a document; its words say neither which nor what.
  "record.mismatched": false,
};

const hidden = (Object.keys(hides) as readonly ActionOfAnswers[]).filter((action) => hides[action]);

/**
 * What of the trail somebody does not see: nothing, or all events of answers, those of other questions too, since their number
 * alone would tell how much was asked.
 */
export function hiddenActions(ctx: Pick<CallerContext, "may">): readonly Action[] {
  return readsNorthKorea(ctx) ? [] : hidden;
}
