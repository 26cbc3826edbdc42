import type { TFunction } from "i18next";
import { findLanguage } from "#app/i18n/languages";
import type { namespaces } from "#app/i18n/texts/namespaces";
import type { ImportPlan } from "#app/services/team/imports/plan-import";
import { readMailCell } from "#app/services/team/supplier-file/cells/mail-cell";
import type { ColumnReading } from "#app/services/team/supplier-file/columns/read-columns";
import { countryReader } from "#app/services/team/supplier-file/country-reader";
import { readLanguage } from "#app/services/team/supplier-file/languages";
import { cellMeaning } from "#app/services/team/supplier-file/supplier-row";
import type { ImportColumn, ImportMissing, ImportSample } from "#app/views/team/import";
import type { ImportField } from "#terms/suppliers/import-fields";

/** Rows looked at for what stands in a column, and different cells shown of each. */
const looked = 1_000;
const shownCells = 3;
const longestCell = 120;
/** Columns offered for a field that none was read as. */
const mostOffered = 4;

export type ColumnWords = { readonly t: TFunction<typeof namespaces>; readonly language: string };

type Became = Omit<ImportSample, "cell">;

/** Says what a cell is understood as, by the field of its column: a country by its name, not by its letters. */
export function cellReader({ language }: ColumnWords): (field: ImportField, cell: string) => Became {
  const countryOf = countryReader();
  const countryNames = new Intl.DisplayNames(language, { type: "region" });
  return (field, cell) => {
    const meaning = cellMeaning(field, cell);
    if (meaning === "") return { became: "", understood: true };
    if (field === "email") return addressesOf(cell);
    if (field === "country") {
      const match = countryOf(cell);
      if (!("iso2" in match)) return { became: "", understood: false };
      return { became: `${countryNames.of(match.iso2) ?? match.iso2} (${match.iso2})`, understood: true };
    }
    if (field === "language") {
      const found = findLanguage(readLanguage(cell));
      return found
        ? { became: `${found.endonym} (${found.tag})`, understood: true }
        : { became: "", understood: false };
    }
    return { became: meaning.slice(0, longestCell), understood: true };
  };
}

function addressesOf(cell: string): Became {
  const { addresses, rest } = readMailCell(cell);
  const became = addresses.map(({ email }) => email).join(", ");
  return { became: became.slice(0, longestCell), understood: became !== "" || rest === "" };
}

function cellsOf(plan: ImportPlan, column: number): string[] {
  return plan.rows
    .slice(0, looked)
    .map(({ row }) => row.cells[column]?.trim() ?? "")
    .filter((cell) => cell !== "");
}

const headingOf = (plan: ImportPlan, column: number, { t }: ColumnWords) =>
  plan.header[column]?.replace(/\s+/gu, " ").trim().slice(0, longestCell) ||
  t("team:import.columnNumber", { number: column + 1 });

/** Each column with what it was read as and what its first cells became. */
export function shownColumns(plan: ImportPlan, words: ColumnWords): readonly ImportColumn[] {
  const read = cellReader(words);
  return plan.columns.map((reading): ImportColumn => {
    const { column, field, sureness } = reading;
    const cells = cellsOf(plan, column);
    const different = [...new Set(cells)].slice(0, shownCells);
    const heading = headingOf(plan, column, words);
    return {
      at: column,
      heading,
      field,
      sureness,
      question: questionOf(reading, heading, words),
      instead: reading.instead,
      filled: cells.length,
      samples: different.map((cell) => ({
        cell: cell.slice(0, longestCell),
        ...(field === undefined ? { became: "", understood: true } : read(field, cell)),
      })),
    };
  });
}

function questionOf({ doubt, field }: ColumnReading, heading: string, { t }: ColumnWords): string | undefined {
  if (doubt === undefined) return undefined;
  const what = field === undefined ? "" : t(`team:import.field.${field}`);
  return t(`team:import.doubt.${doubt}`, { heading, field: what });
}

/** What a list should have and no column of it holds: one question for each, not one problem for each row. */
export function missingFields(plan: ImportPlan, words: ColumnWords): readonly ImportMissing[] {
  const needed = (["name", "country", "email"] as const).filter((field) => plan.mapping[field] === undefined);
  return needed.map((field) => ({ field, mayBe: field === "email" ? [] : columnsFor(field, plan, words) }));
}

function columnsFor(field: "name" | "country", plan: ImportPlan, words: ColumnWords): ImportMissing["mayBe"] {
  const read = cellReader(words);
  const free = plan.columns.filter((column) => column.field === undefined || column.field === "place");
  const fits = (cell: string) => (field === "name" ? /\p{L}{2}/u.test(cell) : read("country", cell).understood);
  return free
    .map(({ column }) => ({
      at: column,
      heading: headingOf(plan, column, words),
      sample: cellsOf(plan, column)[0] ?? "",
    }))
    .filter(({ sample }) => sample !== "" && fits(sample))
    .slice(0, mostOffered)
    .map((column) => ({ ...column, sample: column.sample.slice(0, 40) }));
}
