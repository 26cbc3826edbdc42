/** Codes that have words in the texts `ratings`; what a component is given, never a sentence. */
export type Band = "low" | "medium" | "high" | "critical";
export type TableBand = Band | "none";
export type DprkLabour = "no-checked" | "no-not-checked" | "unknown" | "past-before" | "past-after" | "present";
export type LegalStatus = "no-link-declared" | "unknown" | "link-under-review" | "link-not-rebutted" | "not-in-scope";
