/** What a rating says under one law, apart from the score. Whether a link was rebutted is for a reviewer to say. */
export const legalStatuses = [
  "no-link-declared",
  "unknown",
  "link-under-review",
  "link-not-rebutted",
  "not-in-scope",
] as const;
export type LegalStatus = (typeof legalStatuses)[number];
