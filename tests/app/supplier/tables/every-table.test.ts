import { beforeAll, describe, expect, test } from "vitest";
import { bareText } from "#app/i18n/page-text";
import { pageTexts } from "#app/services/supplier/page/page-texts";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { namedOptions } from "#app/services/supplier/paste/option-names";
import { takeTableFile } from "#app/services/supplier/paste/take-table-file";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { areRowsGiven } from "#app/services/supplier/rows/table-place";
import type { Answers, Row } from "#questionnaires/answers";
import type { Column, TablePart } from "#questionnaires/definition";
import { applies } from "#questionnaires/types/row-cells";
import { rowsOf } from "#scoring/answer-values";
import { asked } from "#tests/app/supplier/version-2/asked";
import { row } from "#tests/questionnaires/firms";
import { forcedLabour } from "#tests/support/questionnaires";
import { form } from "#tests/support/supplier";

type Place = { readonly question: string; readonly part: TablePart };

const places: readonly Place[] = [...forcedLabour(2).questions.values()].flatMap(({ id, parts }) =>
  parts.filter((part): part is TablePart => part.type === "table").map((part) => ({ question: id, part })),
);

/** With these every table is asked for, and those that fill themselves have a row. */
const opening: Answers = {
  B1: { value: { sites: [row("s1", { name: "Dandong", country: "CN", work: "production", workers: 90 })] } },
  C2: { value: { listed: ["cotton"] } },
  D3: { value: { answer: "two-or-more" } },
  E1: { value: { answer: "yes" } },
  E8: { value: { answer: "yes" } },
  J4: { value: { answer: "looked-some" } },
};

/** What a table that fills itself has a row about. */
const sourceOf = ({ part: { fill } }: Place) => fill && (fill.into === "site" ? "s1" : "cotton");

type Work = Awaited<ReturnType<typeof asked>>;

/** What is said of a column: on a page, and in a cell of a spreadsheet. */
type Said = { readonly fields: Readonly<Record<string, string>>; readonly text: string };

async function said({ open }: Work, { question, part }: Place, column: Column): Promise<Said> {
  const at = `${question}.${part.id}.${column.id}`;
  switch (column.type) {
    case "number":
      return { fields: { [at]: "3" }, text: "3" };
    case "percent":
      return { fields: { [at]: "40" }, text: "40%" };
    case "text":
      return { fields: { [at]: `Given, as "${column.id}"` }, text: `Given, as "${column.id}"` };
    case "date": {
      const month = { [`${at}.year`]: "2026", [`${at}.month`]: "1" };
      return column.precision === "day"
        ? { fields: { ...month, [`${at}.day`]: "31" }, text: "2026-01-31" }
        : { fields: month, text: "2026-01" };
    }
    default: {
      const ctx = await open();
      const words = pageTexts(ctx, ctx.session, "en");
      const options = namedOptions(ctx.session, column, `${question}.${part.id}.column.${column.id}`, words);
      const source = sourceOf({ question, part });
      const own = column.id === part.fill?.into ? options.find(({ id }) => id === source) : undefined;
      const { id, label } = own ?? options[0] ?? { id: "", label: "" };
      return { fields: { [at]: id }, text: label };
    }
  }
}

/** One row of a table: the cells that apply when the first option of each choice is taken. */
async function sample(work: Work, place: Place) {
  const cells: Record<string, string> = {};
  let fields: Record<string, string> = {};
  const texts: string[] = [];
  for (const column of place.part.columns) {
    const one = applies(column, cells) ? await said(work, place, column) : { fields: {}, text: "" };
    cells[column.id] = one.fields[`${place.question}.${place.part.id}.${column.id}`] ?? "";
    fields = { ...fields, ...one.fields };
    texts.push(one.text);
  }
  return { fields, texts };
}

const heading = async ({ open }: Work, { question, part }: Place) => {
  const ctx = await open();
  const words = pageTexts(ctx, ctx.session, "en");
  return part.columns.map(({ id }) => bareText(words.say(`${question}.${part.id}.column.${id}`)));
};

const csvLine = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");

const ways: Readonly<Record<string, (work: Work, place: Place) => Promise<unknown>>> = {
  "one page a row": async (work, place) => {
    const { question, part } = place;
    const { fields } = await sample(work, place);
    const at = { question, part: part.id, ...(areRowsGiven(part) ? { row: sourceOf(place) } : {}) };
    return saveRow(await work.open(), { ...at, fields: form(fields), basedOn: 0, intent: "go-on" });
  },
  pasting: async (work, place) => {
    const { texts } = await sample(work, place);
    const text = texts.join("\t");
    return addPasted(await work.open(), { question: place.question, part: place.part.id, text, basedOn: 0 });
  },
  "a CSV file": async (work, place) => {
    const { texts } = await sample(work, place);
    const at = { question: place.question, part: place.part.id };
    const csv = `\ufeff${csvLine(await heading(work, place))}\r\n${csvLine(texts)}\r\n`;
    const taken = await takeTableFile(await work.open(), { ...at, bytes: new TextEncoder().encode(csv) });
    if ("refused" in taken) throw new Error(taken.refused);
    return addPasted(await work.open(), { ...at, text: taken.text });
  },
};

describe("every table of version 2 takes its rows", () => {
  const kept = new Map<string, Map<string, Row["cells"] | undefined>>();

  beforeAll(async () => {
    for (const [way, add] of Object.entries(ways)) {
      const work = await asked(opening);
      const cells = new Map<string, Row["cells"] | undefined>();
      for (const place of places) {
        const outcome = await add(work, place);
        expect(outcome, `${place.question} by ${way}`).toMatchObject(
          way === "one page a row" ? { kind: "saved" } : { kind: "saved", added: 1, left: "" },
        );
        const rows = rowsOf((await work.open()).session.file, place.question, place.part.id);
        const about = rows.filter(({ cells }) => cells[place.part.fill?.into ?? ""] === sourceOf(place));
        const added = about.at(-1) ?? rows.at(-1);
        cells.set(`${place.question}.${place.part.id}`, added?.cells);
      }
      kept.set(way, cells);
    }
  });

  test.each(places.map(({ question, part }) => `${question}.${part.id}`))("%s, the same in each way", (table) => {
    const [page, pasted, csv] = Object.keys(ways).map((way) => kept.get(way)?.get(table));
    expect(Object.keys(page ?? {}).length).toBeGreaterThan(1);
    expect(pasted).toEqual(page);
    expect(csv).toEqual(page);
  });

  test("and none was left out", () => {
    expect(places.map(({ question }) => question)).toEqual([
      "A2",
      "B1",
      "C1",
      "C2",
      "C3",
      "D1",
      "D2",
      "E4",
      "E8",
      "F1",
      "J4",
      "K4",
      "N2",
    ]);
  });
});
