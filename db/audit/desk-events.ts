import type { RatedAgainBy, RuleSetNamed } from "#db/records/rules/own-rules";
import type { DecisionKind, SecondPersonChoice } from "#terms/reviews/decisions";
import type { About } from "./about";

/** What happens at the risk desk: keys of programs, trials, rules, views, editions, corrective actions, decisions and reviews, and what reminds suppliers. */
export type DeskEvents = {
  /** `key`: its id; `until`: ISO 8601. */
  "api-key.made": About<"organisation", { key: string; name: string; scopes: readonly string[]; until: string }>;
  "api-key.revoked": About<"organisation", { key: string; name: string }>;
  "trial.saved": About<"organisation", { trial: string; isShared: boolean }>;
  "trial.removed": About<"organisation", { trial: string }>;
  "rules.drafted": About<"organisation", RuleSetNamed & { parent: string }>;
  "rules.published": About<"organisation", RuleSetNamed & { hash: string }>;
  "rules.withdrawn": About<"organisation", RuleSetNamed>;
  "rules.chosen": About<"organisation", RuleSetNamed>;
  "rules.rerating-ordered": About<"organisation", RatedAgainBy>;
  "rules.rerating-agreed": About<"organisation", RatedAgainBy>;
  "rules.rerating-declined": About<"organisation", RatedAgainBy>;
  "rules.rerated": About<"organisation", RatedAgainBy>;
  "view.saved": About<"organisation", { view: string; isShared: boolean }>;
  "view.removed": About<"organisation", { view: string }>;
  "edition.added": About<"organisation", { edition: string; title: string; hash: string }>;
  "campaign.reminders-changed": About<"campaign", { to: "set" | "none" | "paused" | "resumed" }>;
  /** `round`: which reminder it was, from 1. */
  "invitation.reminded": About<"invitation", { round: number }>;
  /** Of corrective actions by their ids: what each is about, and what was said, stands with it. */
  "action.opened": About<"attestation", { action: string }>;
  "action.changed": About<"attestation", { action: string; fields: readonly string[] }>;
  "action.moved": About<"attestation", { action: string; step: string; isMailed?: boolean }>;
  "action.answered": About<"attestation", { action: string }>;
  "action.proven": About<"attestation", { action: string; evidence: string; sha256: string; bytes: number }>;
  "action.lapsed": About<"attestation", { action: string }>;
  "action.reminded": About<"attestation", { action: string }>;
  /** What was decided, about which question and why stands with the decision: the trail is read by more people. */
  "decision.made": About<"attestation", { decision: string; kind: DecisionKind }>;
  "decision.asked": About<"attestation", { decision: string; kind: DecisionKind; second: string }>;
  "decision.agreed": About<"attestation", { decision: string; kind: DecisionKind }>;
  "decision.declined": About<"attestation", { decision: string; kind: DecisionKind }>;
  "decision.taken-back": About<"attestation", { decision: string; kind: DecisionKind }>;
  /** Decisions that a correction took over, from what it corrects. */
  "decision.carried": About<"attestation", { decisions: number; from: string }>;
  /** `to`: the person by their id; nobody where absent. */
  "review.assigned": About<"attestation", { to?: string }>;
  /** ISO 8601. */
  "review.due-changed": About<"attestation", { due: string }>;
  "review.settled": About<"attestation">;
  "review.reopened": About<"attestation">;
  "reviews.rules-changed": About<"organisation", { second: readonly SecondPersonChoice[]; days: number }>;
};
