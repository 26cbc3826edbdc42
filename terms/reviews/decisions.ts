/** What is decided about: an answer that was looked at, a document, a floor, a link to a law, and what does not fit. */
export const decisionKinds = ["answer", "evidence", "floor", "link", "finding"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What is decided: an answer is read, a document accepted, verified or refused, a floor lifted, a link one of two, a finding settled. */
export const verdicts = [
  "read",
  "accepted",
  "verified",
  "refused",
  "lifted",
  "under-review",
  "not-rebutted",
  "settled",
] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What a row of decisions is: `made` counts at once, `asked` waits for a second person, who has `agreed` or `declined`;
 * `taken-back` ends what was made, asked or agreed. The last three name the row that they are about.
 */
export const decisionSteps = ["made", "asked", "agreed", "declined", "taken-back"] as const;
export type DecisionStep = (typeof decisionSteps)[number];

/** What an organisation may ask a second person for. Critical floors need one whatever it chose. */
export const secondPersonChoices = [
  "evidence-accepted",
  "evidence-verified",
  "evidence-refused",
  "floor-lifted",
  "link-under-review",
  "link-not-rebutted",
  "finding-settled",
  "suppliers-rerated",
] as const;
export type SecondPersonChoice = (typeof secondPersonChoices)[number];

/** `settled`: everything was decided; `void` and `replaced`: what was signed is void, or the supplier signed anew. */
export const reviewStates = ["open", "settled", "void", "replaced"] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Days that a review has where an organisation chose nothing, and the most that it may choose. */
export const reviewDays = { usual: 14, most: 365 } as const;
