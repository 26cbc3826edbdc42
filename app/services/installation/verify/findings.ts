/** What kind of thing does not fit. */
export type FindingKind = "database" | "declaration" | "answers" | "rating" | "removal" | "document" | "orphan";

/** One thing that does not fit, in words: which record, what was expected and what is there. */
export type Finding = { readonly kind: FindingKind; readonly about: string; readonly text: string };

/** What was looked at. */
export type Checked = Readonly<Record<"attestations" | "declarations" | "ratings" | "removals" | "documents", number>>;
