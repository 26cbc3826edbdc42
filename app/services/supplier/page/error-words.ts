import { formatCalendarDate } from "#app/i18n/dates/days";
import { bareText } from "#app/i18n/page-text";
import type { Column, Part, Question } from "#questionnaires/definition";
import type { FieldError } from "#questionnaires/reading";
import type { PageTexts } from "./page-texts";

type Kind = "choice" | "text" | "number" | "date" | "matrix" | "table";

function kindOf({ type }: Part | Column): Kind {
  if (type === "one" || type === "many") return "choice";
  return type === "percent" ? "number" : type;
}

/**
 * What is wrong and what to do. Beside its field it stands alone; in the summary it names the field.
 * @param label name of the field, where a page has several
 */
export function errorWords(
  words: PageTexts,
  error: FieldError,
  part: Part | Column | undefined,
  label: string | undefined,
): string {
  const { t } = words;
  const what = sentence(words, error, part);
  return label === undefined ? what : t("supplier:error.labelled", { label: withoutMark(label), what });
}

function sentence({ t, ui }: PageTexts, { code, params, field }: FieldError, part: Part | Column | undefined): string {
  if (code === "required") return t(`supplier:error.required.${part ? kindOf(part) : "choice"}`);
  if (code === "not-a-date") {
    return t(
      part?.type === "date" && part.precision === "day" ? "supplier:error.not-a-day" : "supplier:error.not-a-date",
    );
  }
  if (code === "unknown-option" && field.endsWith(".unsure")) return t("supplier:error.one-reason");
  if (code === "exclusive" && part?.type === "table") return t("supplier:error.rows-and-none");
  if (code === "too-early" && part?.type === "date") {
    return t("supplier:error.too-early", { min: formatCalendarDate(String(params?.min), part.precision, ui) });
  }
  return t(`supplier:error.${code}`, { ...params });
}

/** A label without its last mark, to stand before a colon: "Who sends them?: Choose one" reads badly. */
export function withoutMark(label: string): string {
  return label.replace(/[?？؟:：.。]\s*$/u, "");
}

/** The name of a column for a message; undefined where a language has no text for it. */
export function columnName(words: PageTexts, key: string): string | undefined {
  const label = words.find(key);
  return label && bareText(label);
}

/**
 * The name of a part in the summary; undefined where the page has only one thing to fill in. The answer itself goes by the
 * short name of its question: its own label, "Your answer", only makes sense below the question.
 */
export function partName(words: PageTexts, { id, parts }: Question, part: Part): string | undefined {
  if (parts.length === 1) return undefined;
  return bareText(words.say(part.id === "answer" ? `${id}.short` : `${id}.${part.id}`));
}
