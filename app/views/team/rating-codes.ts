/** Codes that have words in the texts `ratings`; what a component is given, never a sentence. */
export type { Band } from "#terms/bands";
export type { DprkState as DprkLabour } from "#terms/dprk-states";
export type { LegalStatus } from "#terms/legal-statuses";
