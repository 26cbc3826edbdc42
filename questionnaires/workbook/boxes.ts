import type { Column, MatrixPart, Part, Question, TablePart } from "#questionnaires/definition";

/**
 * One box of a questionnaire that one cell answers. `id` is the name of its field on the pages: `E2.from`, `E6.answer.buy` for a
 * line of a matrix, `B1.sites.none` for a table that has no rows, `E2.unsure`, `E2.comment`.
 */
export type Box = { readonly id: string; readonly question: Question } & (
  | { readonly kind: "part"; readonly part: Exclude<Part, TablePart | MatrixPart> }
  | { readonly kind: "line"; readonly part: MatrixPart; readonly line: string }
  | { readonly kind: "none"; readonly part: TablePart }
  | { readonly kind: "unsure" | "comment" }
);

/** A table of a questionnaire, which has a sheet of its own. `id`: `B1.sites`. */
export type TableBox = { readonly id: string; readonly question: Question; readonly part: TablePart };

/** The boxes of a question in the order of its page, without its comment and the ways of leaving it open. */
export function answerBoxes(question: Question): readonly Box[] {
  return question.parts.flatMap((part): readonly Box[] => {
    const id = `${question.id}.${part.id}`;
    if (part.type === "table") return [{ id: `${id}.none`, question, kind: "none", part }];
    if (part.type !== "matrix") return [{ id, question, kind: "part", part }];
    return part.rows.map((line) => ({ id: `${id}.${line}`, question, kind: "line", part, line }));
  });
}

export function tableBoxes(question: Question): readonly TableBox[] {
  return question.parts.flatMap((part) =>
    part.type === "table" ? [{ id: `${question.id}.${part.id}`, question, part }] : [],
  );
}

/** All questions that a workbook asks: those of the declaration are answered where it is signed. */
export function askedInWorkbook(questions: Iterable<Question>): readonly Question[] {
  return [...questions].filter(({ signing }) => !signing);
}

/** Whether what a cell holds is an id, or several of them, and not a figure or a text. */
export function isChoice(part: Part | Column): part is Extract<Part | Column, { type: "one" | "many" }> {
  return part.type === "one" || part.type === "many";
}
