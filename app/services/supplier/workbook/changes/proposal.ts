import type { SupplierContext } from "#app/services/context/contexts";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import type { Choice, Matcher } from "#app/services/supplier/paste/option-names";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Answer } from "#questionnaires/answers";
import type { FieldError } from "#questionnaires/reading";
import type { FoundCell, Place } from "#questionnaires/workbook/find-cells";

/**
 * What becomes of a cell. `change`: its answer is other than what is kept; `same`; `kept`: nobody touched the cell, and there is a
 * newer answer; `conflict`: it was changed in the file and here; `invalid`: it cannot be read as an answer; `not-asked`: its
 * question, or this part of it, does not apply.
 */
export type FindingKind = "change" | "same" | "kept" | "conflict" | "invalid" | "not-asked";

export type Finding = Place & {
  readonly kind: FindingKind;
  /** By which the form of the preview names it: `E2.from`, `B1.sites.<row>.name`. */
  readonly box: string;
  readonly question: string;
  /** What is asked, in words. */
  readonly label: string;
  readonly typed: string;
  /** What is kept, and what it would become, in words. */
  readonly before?: string;
  readonly after?: string;
  /** `formula`: a formula without a result. */
  readonly error?: FieldError | "formula";
  /** The two days that a date can mean, in ISO 8601. */
  readonly days?: readonly string[];
  /** Ids with labels that can be chosen here, where they are few. */
  readonly options?: readonly { readonly id: string; readonly label: string }[];
};

/** What somebody settled on the page of the preview. */
export type Settled = {
  /** Typed in the place of what stands in the file, by box. */
  readonly fixes: ReadonlyMap<string, string>;
  /** Boxes where what the file says is taken and not what was saved meanwhile. */
  readonly takes: ReadonlySet<string>;
};

/** A cell as it is judged; `conflict`: the page showed it as changed in two places. */
export type JudgedCell = FoundCell & { readonly conflict?: boolean };

/** What is needed to judge cells. `session` holds the answers as far as they were taken from the file. */
export type Judging = {
  readonly ctx: SupplierContext;
  readonly session: SupplierSession;
  readonly words: PageTexts;
  readonly settled: Settled;
  /** Revision that an answer had when the file was made. */
  readonly revisionIn: (question: string) => number;
  /** Reads a choice by its names in every language. */
  readonly matcher: (choice: Choice, key: string) => Matcher;
  /** Texts of the questionnaire in every language. */
  readonly languages: readonly PageTexts[];
};

/** Most options that a page offers to choose from in the place of a cell that names none of them. */
export const mostOffered = 40;

/** What became of one question: its findings, and the answer where it changed. */
export type JudgedQuestion = { readonly findings: readonly Finding[]; readonly answer?: Answer };

/** Whether a cell would change what is kept. @param now digests of what is kept, and of what the cell says */
export function judgeCell(
  { seen, conflict = false }: Pick<JudgedCell, "seen" | "conflict">,
  now: { readonly kept: string; readonly typed: string },
  isTaken: boolean,
): Exclude<FindingKind, "invalid" | "not-asked"> {
  if (now.kept === now.typed) return "same";
  if (!conflict && seen !== undefined) {
    if (seen === now.typed) return "kept";
    if (seen === now.kept) return "change";
  }
  if (seen === undefined && now.kept === "") return "change";
  return conflict && isTaken && seen === now.kept ? "change" : "conflict";
}
