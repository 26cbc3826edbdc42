import type { Answer, Answers, Facts, Row } from "#questionnaires/answers";
import type { Column, ListName, Part, Question, TablePart } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { type ReadingContext, readQuestion, readRow } from "#questionnaires/reading";
import { nextQuestion, type Walk, walk } from "#questionnaires/walk";
import type { Page, Typed } from "./small-firm";

/** What answering took. A list is chosen from with one click, like a radio button; boxes to type in are reached by keyboard. */
export type Effort = { pages: number; clicks: number; characters: number; questions: string[] };

const members: Readonly<Record<ListName, readonly string[]>> = {
  countries: ["PT", "US"],
  sites: ["site"],
  "hs-chapters": ["61"],
  goods: [],
  materials: ["cotton"],
  questions: [],
};
const lists: ReadingContext["lists"] = (name) => new Set(members[name]);

/**
 * Answers a questionnaire from its first question to its last without a script: every page is read as a form would send it,
 * and goes where the product goes. Throws where a page is refused.
 */
export function answerAll(
  questionnaire: LoadedQuestionnaire,
  firm: Readonly<Record<string, readonly Page[]>>,
  facts: Facts,
): { readonly walk: Walk; readonly effort: Effort } {
  const effort: Effort = { pages: 0, clicks: 0, characters: 0, questions: [] };
  let answers: Answers = {};
  let now = walk(questionnaire, answers, facts);
  const [first] = questionnaire.plan.pages;
  for (let question: Question | undefined = first; question; question = nextQuestion(now, question.id)) {
    const pages = firm[question.id];
    if (pages === undefined) throw new Error(`Nobody said what the firm answers to ${question.id}`);
    effort.questions.push(question.id);
    for (const page of pages) {
      answers = { ...answers, [question.id]: answerOf(question, page, now, effort) };
      now = walk(questionnaire, answers, facts);
      effort.pages += 1;
      // Save and continue, or the button that says "there are none".
      effort.clicks += 1;
    }
    if (now.stateOf(question.id) !== "answered") throw new Error(`${question.id} is ${now.stateOf(question.id)}`);
  }
  return { walk: now, effort };
}

function answerOf(question: Question, page: Page, now: Walk, effort: Effort): Answer {
  const current = now.answers[question.id];
  const context: ReadingContext = { lists, walk: now, today: "2026-11-29", current };
  const table = question.parts.find((part): part is TablePart => part.type === "table");
  if (typeof page !== "string" && "row" in page && table && typeof page.row !== "string") {
    const fields = typedInto(`${question.id}.${table.id}`, page.row as Typed, table.columns, effort);
    const { cells, errors } = readRow(question, table, fields, context);
    if (!cells) throw new Error(JSON.stringify(errors));
    const row: Row = { id: "site", cells };
    return { value: { [table.id]: [row] } };
  }
  const { answer, errors } = readQuestion(question, fieldsOf(question, table, page, current, effort), context);
  if (!answer) throw new Error(JSON.stringify(errors));
  return answer;
}

function fieldsOf(
  question: Question,
  table: TablePart | undefined,
  page: Page,
  current: Answer | undefined,
  effort: Effort,
): Map<string, readonly string[]> {
  if (page === "no-to-all") return new Map([[`${question.id}.answer.all`, ["no"]]]);
  if (page === "none") return new Map([[`${question.id}.${table?.id}.none`, ["yes"]]]);
  if (!("rows" in page) || table === undefined) return typedInto(question.id, page as Typed, question.parts, effort);
  // What was chosen before is on the page already.
  const fields = new Map(
    Object.entries(current?.value ?? {}).flatMap(([id, value]): [string, readonly string[]][] =>
      Array.isArray(value) && value.every((one) => typeof one === "string") ? [[`${question.id}.${id}`, value]] : [],
    ),
  );
  const at = `${question.id}.${table.id}`;
  const rows = Object.entries(page.rows as Readonly<Record<string, Typed>>);
  fields.set(
    `${at}.rows`,
    rows.map(([id]) => id),
  );
  for (const [id, typed] of rows)
    for (const [name, values] of typedInto(`${at}.${id}`, typed, table.columns, effort)) fields.set(name, values);
  return fields;
}

function typedInto(at: string, typed: Typed, parts: readonly (Part | Column)[], effort: Effort) {
  const fields = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(typed)) {
    const values = [value].flat();
    fields.set(`${at}.${name}`, values);
    const part = parts.find(({ id }) => id === name.split(".")[0]);
    if (part?.type === "many" && part.list === "sites") continue;
    if (part?.type === "one" || part?.type === "many" || part?.type === "matrix" || part?.type === "table") {
      effort.clicks += values.length;
    } else effort.characters += values.join("").length;
  }
  return fields;
}
