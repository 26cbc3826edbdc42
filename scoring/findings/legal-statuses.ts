import type { Walk } from "#questionnaires/walk";
import { isUnanswered, isUnsure } from "#scoring/answer-values";
import type { CompiledRules } from "#scoring/rules/compiled-rules";
import type { DprkState } from "#terms/dprk-states";
import type { LegalStatus } from "#terms/legal-statuses";
import type { KnockOut } from "./findings";

/** The state of North Korean labour: the first whose condition holds. */
export function dprkLabourOf(compiled: CompiledRules, walk: Walk): DprkState {
  return compiled.dprkLabour.find(({ test }) => test(walk) === "holds")?.state ?? "no-not-checked";
}

/**
 * Status under each law, and under the buyer's own code, apart from the score.
 * @param notRebutted regimes whose link a reviewer found not to be rebutted
 */
export function legalStatusesOf(
  compiled: CompiledRules,
  walk: Walk,
  knockOuts: readonly KnockOut[],
  notRebutted: readonly string[],
): Record<string, LegalStatus> {
  const wanted = walk.facts.regimes;
  const statuses: Record<string, LegalStatus> = {};
  for (const { id, rule, link } of compiled.statuses) {
    // The buyer's own code is in scope whatever laws a campaign names; no regimes means that nothing was narrowed.
    if (id !== "buyer-code" && wanted.length > 0 && !wanted.includes(id)) {
      statuses[id] = "not-in-scope";
      continue;
    }
    const knockedOut = knockOuts.some(({ question }) => rule.floorsOf === "all" || rule.floorsOf.includes(question));
    if (knockedOut || link(walk) === "holds") {
      statuses[id] = notRebutted.includes(id) ? "link-not-rebutted" : "link-under-review";
    } else {
      statuses[id] = rule.unknownIf.some((code) => saysNothing(walk, code)) ? "unknown" : "no-link-declared";
    }
  }
  return statuses;
}

function saysNothing(walk: Walk, code: string): boolean {
  return isUnanswered(walk, code) || isUnsure(walk.answers[code]);
}
