import type { Walk } from "#questionnaires/walk";
import { isUnanswered, isUnsure } from "#scoring/answer-values";
import type { CompiledRules } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";
import type { DprkState } from "#terms/dprk-states";
import type { LegalStatus } from "#terms/laws/legal-statuses";
import type { KnockOut } from "./findings";

/** The state of North Korean labour: the first whose condition holds. */
export function dprkLabourOf(compiled: CompiledRules, walk: Walk): DprkState {
  return compiled.dprkLabour.find(({ test }) => test(walk) === "holds")?.state ?? "no-not-checked";
}

/** What reviewers did about declared links, by regime. */
export type LinkReviews = {
  /** A review was opened. */
  readonly underReview: readonly string[];
  /** The link was found not to be rebutted. */
  readonly notRebutted: readonly string[];
};

/** Status under each law, and under the buyer's own code, apart from the score. */
export function legalStatusesOf(
  compiled: CompiledRules,
  walk: Walk,
  { linkUnopened }: Pick<RuleSet, "linkUnopened">,
  knockOuts: readonly KnockOut[],
  { underReview, notRebutted }: LinkReviews,
): Record<string, LegalStatus> {
  const wanted = walk.facts.regimes;
  const statuses: Record<string, LegalStatus> = {};
  for (const status of compiled.statuses) {
    const { id, rule, link } = status;
    // The buyer's own code is in scope whatever laws a campaign names; no regimes means that nothing was narrowed.
    if (id !== "buyer-code" && wanted.length > 0 && !wanted.includes(id)) {
      statuses[id] = "not-in-scope";
      continue;
    }
    const knockedOut = knockOuts.some(({ question }) => rule.floorsOf === "all" || rule.floorsOf.includes(question));
    if (knockedOut || link(walk) === "holds") {
      const declared = underReview.includes(id) ? "link-under-review" : (linkUnopened ?? "link-under-review");
      statuses[id] = notRebutted.includes(id) ? "link-not-rebutted" : declared;
    } else {
      statuses[id] = statusWithoutLink(status, walk);
    }
  }
  return statuses;
}

function statusWithoutLink({ rule, unknown, checked }: CompiledRules["statuses"][number], walk: Walk): LegalStatus {
  if (rule.unknownIf.some((code) => saysNothing(walk, code)) || unknown?.(walk) === "holds") return "unknown";
  if (checked === undefined) return "no-link-declared";
  return checked(walk) === "holds" ? "no-link-declared-checked" : "no-link-declared-not-checked";
}

function saysNothing(walk: Walk, code: string): boolean {
  return isUnanswered(walk, code) || isUnsure(walk.answers[code]);
}
