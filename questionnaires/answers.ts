/** Answers are ids and values, never words in some language. */

/** Three ways of not answering that are not silence. `legal`: cannot answer on legal advice. */
export type Unsure = "dk" | "na" | "legal";

/** What a date, or a choice from a list, holds where "do not know" is an answer of its own. */
export const unknownId = "unknown";

/** What a reviewer or verifier made of a document. */
export type EvidenceStatus = "attached" | "accepted" | "verified" | "rejected" | "expired";

export type Evidence = { readonly id: string; readonly status: EvidenceStatus };

/** One line of a table. `id` is unique in its table and never reused, so that other answers can point at it. */
export type Row = { readonly id: string; readonly cells: Readonly<Record<string, Cell>> };

/** Option id, text, ISO date (`2019-12` or `2019-12-22`), ISO 3166-1 alpha-2, number, or several option ids. */
export type Cell = string | number | readonly string[];

/** A cell, the rows of a table (none = an explicit "there are none"), or a matrix (row id to option id). */
export type PartValue = Cell | readonly Row[] | Readonly<Record<string, string>>;

/** One answer. `value` maps part id to value; `unsure` and `value` never stand together. */
export type Answer = {
  readonly unsure?: Unsure;
  readonly value?: Readonly<Record<string, PartValue>>;
  readonly comment?: string;
  readonly evidence?: readonly Evidence[];
};

/** By question code. */
export type Answers = Readonly<Record<string, Answer>>;

/**
 * What conditions may know that is not an answer.
 * `inherent`: inherent risk so far, 0 to 100, absent while it cannot be computed. `lists`: ids of the reference data that
 * conditions ask about; one that is not handed in leaves them undecided.
 */
export type Facts = {
  readonly inherent?: number;
  readonly regimes: readonly string[];
  readonly modules: readonly string[];
  readonly lists?: Readonly<Partial<Record<FactList, ReadonlySet<string>>>>;
  /** The day of a rating (ISO date), for rules that ask how old something is. No question is asked because of it. */
  readonly day?: string;
};

/** Lists of the reference data that a condition may ask about. `dprk-hosts`: countries reported to host North Korean workers. */
export const factLists = ["dprk-hosts"] as const;
export type FactList = (typeof factLists)[number];
