import { bareText } from "#app/i18n/page-text";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { namedOptions } from "#app/services/supplier/paste/option-names";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { type PartValue, type Unsure, unknownId } from "#questionnaires/answers";
import type { Column, MatrixPart, Part, TablePart } from "#questionnaires/definition";
import type { Box } from "#questionnaires/workbook/boxes";
import { isChoice } from "#questionnaires/workbook/boxes";

/** What people may read in a cell, and what reads it back. */
type CellWords = { readonly session: SupplierSession; readonly words: PageTexts };

/** Signs between several choices; a label that holds one stands on a line of its own. */
const between = /[;|、；؛]/u;

/** A value as it stands in a cell: choices by their labels, dates as ISO 8601, figures as figures. @param key of its texts */
export function cellText(
  { session, words }: CellWords,
  part: Exclude<Part, TablePart | MatrixPart> | Column,
  key: string,
  value: PartValue,
): string | number {
  if (typeof value === "number") return value;
  if (isChoice(part)) {
    const labels = new Map(namedOptions(session, part, key, words).map(({ id, label }) => [id, label]));
    return joined([value].flat().map((id) => labels.get(String(id)) ?? String(id)));
  }
  if (part.type === "date" && value === unknownId) return bareText(words.say(`${key}.option.${unknownId}`));
  return String(value);
}

function joined(labels: readonly string[]): string {
  return labels.join(labels.some((label) => between.test(label)) ? "\n" : "; ");
}

/** Joins labels for a help text, in the way in which several are written in a cell. */
export function optionsText(
  { session, words }: CellWords,
  part: Parameters<typeof namedOptions>[1],
  key: string,
): string {
  return joined(namedOptions(session, part, key, words).map(({ label }) => label));
}

/** What a box holds by what is answered; undefined for nothing. */
export function boxValue(
  box: Box,
  answer: {
    readonly value?: Readonly<Record<string, PartValue>>;
    readonly unsure?: Unsure;
    readonly comment?: string;
  } = {},
): PartValue | undefined {
  switch (box.kind) {
    case "unsure":
      return answer.unsure;
    case "comment":
      return answer.comment;
    case "part":
      return answer.value?.[box.part.id];
    case "line": {
      const lines = answer.value?.[box.part.id];
      if (typeof lines !== "object" || Array.isArray(lines)) return undefined;
      return Object.hasOwn(lines, box.line) ? (lines as Readonly<Record<string, string>>)[box.line] : undefined;
    }
    case "none": {
      const rows = answer.value?.[box.part.id];
      return Array.isArray(rows) && rows.length === 0 ? "yes" : undefined;
    }
  }
}

/** The value of a box in words. */
export function boxText(cells: CellWords, box: Box, value: PartValue): string | number {
  const { words } = cells;
  switch (box.kind) {
    case "unsure":
      return bareText(words.say(`unsure.${String(value)}`));
    case "comment":
      return String(value);
    case "part":
      return cellText(cells, box.part, box.id, value);
    case "line":
      return bareText(words.say(`${box.question.id}.${box.part.id}.option.${String(value)}`));
    case "none":
      return bareText(words.say(`${box.question.id}.${box.part.id}.none`));
  }
}
