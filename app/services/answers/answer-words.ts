import { countryName } from "#app/i18n/country-names";
import { formatCalendarDate } from "#app/i18n/dates/days";
import { type PageLine, type PageText, pageText } from "#app/i18n/page-text";
import { isolate } from "#app/i18n/writing/isolate";
import { itemsLine } from "#app/i18n/writing/lines";
import type { ListName, Part, Question, TablePart } from "#questionnaires/definition";
import type { Text, Texts } from "#questionnaires/texts";
import { type ColumnSummary, partTypeOf, type Summary } from "#questionnaires/types/index";
import { shownParts, type Walk } from "#questionnaires/walk";
import { sourcedLists } from "#scoring/editions/index";
import { siteName } from "./sites";

/** A part of an answer in words. `label` where the question has several parts. */
export type PartInWords = { readonly part: string; readonly label?: PageText } & (
  | { readonly kind: "lines"; readonly lines: readonly PageText[] }
  | { readonly kind: "pairs"; readonly pairs: readonly { readonly label: PageText; readonly value: PageText }[] }
  | {
      readonly kind: "table";
      readonly head: readonly PageText[];
      readonly rows: readonly (readonly PageLine[])[];
      /** Sums, one text a column and empty where it is not summed; absent where there is nothing to sum. */
      readonly totals?: readonly string[];
    }
  /** A table that was said to have no rows, in the words of the questionnaire. */
  | { readonly kind: "none"; readonly words: PageText }
);

export type AnswerInWords = {
  /** "Don't know" and its like, in words. */
  readonly unsure?: PageText;
  readonly parts: readonly PartInWords[];
  /** As it was typed. */
  readonly comment?: string;
  readonly files: number;
};

/** The newest list: it has every good of those before, by the same name. */
const goodNames = new Map(sourcedLists.goods.goods.map(({ id, name }) => [id, name]));

/** What an answer is told in: the texts of its questionnaire, on a page written in `ui` (BCP 47). */
export type AnswerTexts = { readonly ui: string; readonly texts: Texts };

/**
 * What was answered to a question; undefined where nothing that counts was. Lists carry their own names. Texts that are not
 * there in the language of the page say which one they are in.
 */
export function answerInWords(walk: Walk, question: Question, words: AnswerTexts): AnswerInWords | undefined {
  const answer = walk.answers[question.id];
  if (!answer) return undefined;
  const writer = new AnswerWriter(walk, words);
  const shown = shownParts(walk, question).filter(({ id }) => answer.value?.[id] !== undefined);
  const labelled = question.parts.length > 1;
  return {
    unsure: answer.unsure && writer.text(`unsure.${answer.unsure}`),
    parts: shown.map((part) => {
      const at = `${question.id}.${part.id}`;
      const value = answer.value?.[part.id] ?? "";
      const label = labelled ? writer.text(at) : undefined;
      return { part: part.id, label, ...writer.part(at, part, partTypeOf(part).summary(part, value)) };
    }),
    comment: answer.comment,
    files: answer.evidence?.length ?? 0,
  };
}

/** The short name of a question, for lists. */
export function questionName(texts: Texts, code: string): Text {
  return texts.get(`${code}.short`) ?? { text: code, lang: texts.language };
}

type PartWords = PartInWords extends infer P ? (P extends PartInWords ? Omit<P, "part" | "label"> : never) : never;

class AnswerWriter {
  private readonly language: string;
  private readonly texts: Texts;

  constructor(
    private readonly walk: Walk,
    { ui, texts }: AnswerTexts,
  ) {
    this.language = ui;
    this.texts = texts;
  }

  text(key: string): PageText {
    return this.after("", this.texts.get(key) ?? { text: key, lang: this.language });
  }

  private after(code: string, { text, lang }: Text): PageText {
    return pageText({ text: code + text, lang }, this.language);
  }

  part(at: string, part: Part, summary: Summary): PartWords {
    if (summary.kind === "matrix") {
      return {
        kind: "pairs",
        pairs: summary.rows.map(({ row, option }) => ({
          label: this.text(`${at}.row.${row}`),
          value: this.text(`${at}.option.${option}`),
        })),
      };
    }
    if (summary.kind !== "table" || part.type !== "table") return { kind: "lines", lines: this.lines(at, summary) };
    if (summary.rows.length === 0) return { kind: "none", words: this.text(`${at}.none`) };
    return {
      kind: "table",
      head: part.columns.map(({ id }) => this.text(`${at}.column.${id}`)),
      rows: summary.rows.map(({ cells }) => part.columns.map(({ id }) => this.cell(`${at}.column.${id}`, id, cells))),
      ...(summary.rows.length > 1 && summary.totals.length > 0 ? { totals: this.totals(part, summary.totals) } : {}),
    };
  }

  private totals({ columns }: TablePart, sums: Extract<Summary, { kind: "table" }>["totals"]): readonly string[] {
    return columns.map(({ id }) => {
      const found = sums.find(({ column }) => column === id);
      return found ? this.number(found.sum) : "";
    });
  }

  private cell(at: string, column: string, cells: readonly ColumnSummary[]): PageLine {
    const cell = cells.find((one) => one.column === column);
    return cell ? itemsLine(this.lines(at, cell.summary), this.language) : "";
  }

  private lines(at: string, summary: Summary): readonly PageText[] {
    switch (summary.kind) {
      case "options":
        return summary.ids.map((id) =>
          summary.list === undefined || summary.also?.includes(id)
            ? this.text(`${at}.option.${id}`)
            : this.listed(summary.list, id),
        );
      case "number":
        return [this.number(summary.value)];
      case "percent":
        return [this.number(summary.value, "percent")];
      case "date":
        return [formatCalendarDate(summary.date, summary.precision, this.language)];
      case "text":
        return [summary.text];
      default:
        return [];
    }
  }

  // Intl's own sign keeps its side of the figure in a line of Arabic; the unit "percent" takes 40, not 0.4.
  private number(value: number, unit?: "percent"): string {
    const style = unit && ({ style: "unit", unit } as const);
    return new Intl.NumberFormat(this.language, { numberingSystem: "latn", ...style }).format(value);
  }

  /** The name of a member of a list that the questionnaire does not name itself. */
  private listed(list: ListName, id: string): PageText {
    switch (list) {
      case "countries":
        return countryName(id, this.language);
      case "goods":
        // Version 1 has no words for goods: they have the names that their list gives them, which are English.
        return pageText(this.texts.get(`good.${id}`) ?? { text: goodNames.get(id) ?? id, lang: "en" }, this.language);
      case "materials":
        return this.text(`material.${id}`);
      case "hs-chapters":
        return this.after(`${id} `, this.texts.get(`hs.${id}`) ?? { text: "", lang: this.language });
      case "sites":
        return siteName(this.walk, id);
      case "questions":
        // Kept apart, so that the code does not turn a name around that runs the other way.
        return this.after(`${isolate(id, this.language)} `, questionName(this.texts, id));
    }
  }
}
