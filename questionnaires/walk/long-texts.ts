import type { PartValue, Row } from "#questionnaires/answers";
import type { Part } from "#questionnaires/definition";
import type { Walk } from "./walk";

/** Signs from which on two people do not write the same by chance; one of Chinese, Japanese or Korean says as much as two. */
const least = 40;

/** What may be as long as this is no name and no number. */
const freeFrom = 300;

/** The same for all firms under one roof, however long it is. */
const places: readonly string[] = ["address"];

/** A text that somebody wrote, without case, spaces and points: what is left is the same however it was copied. */
type LongText = { readonly question: string; readonly text: string };

/** The longer free texts among the answers that count, comments included; each once at its question. */
export function longTexts({ questionnaire, asked, answers }: Walk): readonly LongText[] {
  const found = new Map<string, LongText>();
  for (const { id, parts, signing } of questionnaire.plan.pages) {
    const answer = asked.has(id) && !signing ? answers[id] : undefined;
    const typed = [answer?.comment, ...parts.flatMap((part) => textsIn(part, answer?.value?.[part.id]))];
    for (const text of typed.map(letters))
      if (lengthOf(text) >= least) found.set(`${id} ${text}`, { question: id, text });
  }
  return [...found.values()];
}

function textsIn(part: Part, value: PartValue | undefined): readonly unknown[] {
  if (isFreeText(part)) return [value];
  if (part.type !== "table" || !Array.isArray(value)) return [];
  const columns = part.columns.filter(isFreeText);
  const rows = value as readonly Row[];
  return rows.flatMap(({ cells }) => columns.map(({ id }) => cells[id]));
}

function letters(typed: unknown): string {
  if (typeof typed !== "string") return "";
  return typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "");
}

function isFreeText(part: Part): boolean {
  return part.type === "text" && (part.lines === "several" || (part.max ?? 0) >= freeFrom) && !places.includes(part.id);
}

function lengthOf(text: string): number {
  let length = 0;
  for (const sign of text)
    length += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign) ? 2 : 1;
  return length;
}
