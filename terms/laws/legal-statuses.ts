/**
 * What a rating says under one law, apart from the score. Whether a link was rebutted is for a reviewer to say. Ratings of before
 * rule set 2026.2 call every declared link `link-under-review`; since then it is `link-declared` until a reviewer has opened one.
 */
export const legalStatuses = [
  "no-link-declared",
  "no-link-declared-checked",
  "no-link-declared-not-checked",
  "unknown",
  "link-declared",
  "link-under-review",
  "link-not-rebutted",
  "not-in-scope",
] as const;
export type LegalStatus = (typeof legalStatuses)[number];
