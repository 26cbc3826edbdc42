/**
 * Classes of what is kept: `submissions`, what was signed and rated, with its documents; `unsent`, answers that were never
 * sent; `events`, the trail; `mails`, to whom something was written.
 */
export const retentionClasses = ["submissions", "unsent", "events", "mails"] as const;

export type RetentionClass = (typeof retentionClasses)[number];
