import { findLanguage } from "#app/i18n/languages";
import { aboutDates, otherLanguage } from "#app/services/answers/document-facts";
import { sitesOf } from "#app/services/answers/sites";
import { mayAnswer } from "#app/services/supplier/colleagues/own-sections";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { EvidenceAbout, StoredEvidence } from "#db/records";
import type { Question } from "#questionnaires/definition";
import type { FieldError, Fields, ReadingContext } from "#questionnaires/reading";
import { date } from "#questionnaires/types/date";
import { text } from "#questionnaires/types/text";
import { evidenceKinds } from "#terms/documents/evidence-kinds";

type ReadAbout = {
  readonly about: EvidenceAbout;
  /** The questions that it is to support, of those that were offered. */
  readonly questions: readonly string[];
  readonly errors: readonly FieldError[];
};

/** The questions that a document can be attached to now, in their order. */
export function offeredQuestions(session: SupplierSession): readonly Question[] {
  const { questionnaire, walk } = session;
  const isOffered = ({ id, evidence, signing }: Question) => evidence && !signing && walk.asked.has(id);
  return questionnaire.plan.pages.filter((question) => isOffered(question) && mayAnswer(session, question.id));
}

/** Reads the form of a document. Dates are read as in answers; what is not among what was offered is an error. */
export function readAbout(session: SupplierSession, fields: Fields, context: ReadingContext): ReadAbout {
  const errors: FieldError[] = [];
  const chosen = (field: string, isOffered: (id: string) => boolean) => {
    const id = fields.get(field)?.at(-1) ?? "";
    if (id === "") return undefined;
    if (isOffered(id)) return id;
    errors.push({ field, code: "unknown-option" });
    return undefined;
  };
  const kind = chosen("kind", (id) => evidenceKinds.some((one) => one === id));
  const site = chosen("site", (id) => sitesOf(session.walk).some((row) => row.id === id));
  const language = chosen("language", (id) => id === otherLanguage || findLanguage(id) !== undefined);
  const people = chosen("people", (id) => id === "yes" || id === "no");
  const { value: issuer, errors: wrongIssuer = [] } = text.read(
    { id: "issuer", type: "text" },
    "issuer",
    fields,
    context,
  );
  const dates = readDates(fields, context);
  const offered = new Set(offeredQuestions(session).map(({ id }) => id));
  const questions = [...new Set(fields.get("questions") ?? [])];
  if (questions.length === 0) errors.push({ field: "questions", code: "required" });
  if (questions.some((code) => !offered.has(code))) errors.push({ field: "questions", code: "unknown-option" });
  return {
    about: {
      ...(kind && { kind: evidenceKinds.find((one) => one === kind) }),
      ...dates.values,
      ...(site && { site }),
      ...(typeof issuer === "string" && { issuer }),
      ...(language && { language }),
      ...(people && { people: people === "yes" ? "yes" : "no" }),
    },
    questions,
    errors: [...errors, ...wrongIssuer, ...dates.errors],
  };
}

function readDates(fields: Fields, context: ReadingContext) {
  const errors: FieldError[] = [];
  const values: Partial<Record<(typeof aboutDates)[number]["id"], string>> = {};
  for (const { id, precision, past } of aboutDates) {
    const { value, errors: wrong = [] } = date.read({ id, type: "date", precision }, id, fields, context);
    errors.push(...wrong);
    if (typeof value !== "string") continue;
    if (past && context.today !== undefined && value > context.today) errors.push({ field: id, code: "after-today" });
    else values[id] = value;
  }
  const pairs = [
    ["from", "until"],
    ["issued", "expires"],
  ] as const;
  for (const [begin, end] of pairs) {
    const [first, last] = [values[begin], values[end]];
    if (first !== undefined && last !== undefined && last < first) errors.push({ field: end, code: "before-begin" });
  }
  return { values, errors };
}

/** The fields of the form as they are filled in for a document at these questions. */
export function fieldsOfAbout({ about = {} }: Pick<StoredEvidence, "about">, questions: readonly string[]): Fields {
  const fields = new Map<string, readonly string[]>([["questions", questions]]);
  for (const id of ["kind", "site", "language", "people", "issuer"] as const) {
    const value = about[id];
    if (value !== undefined) fields.set(id, [value]);
  }
  for (const { id } of aboutDates) {
    const [year, month, day] = about[id]?.split("-") ?? [];
    if (year !== undefined) fields.set(`${id}.year`, [year]);
    if (month !== undefined) fields.set(`${id}.month`, [month]);
    if (day !== undefined) fields.set(`${id}.day`, [day]);
  }
  return fields;
}
