import type { ReadSheet } from "#questionnaires/workbook/sheets";
import { matchCountry, referenceLists } from "#scoring/editions/index";
import { type Tier, tiers } from "#terms/tiers";

export const editionLimits = { bytes: 1_000_000, rows: 400, cell: 200 } as const;

/** What is wrong with a row; `names`: codes of countries that it may be. */
export type RowProblem = {
  /** Counted from 1, headings included, as a spreadsheet counts. */
  readonly row: number;
  readonly cell: string;
  readonly kind: "country" | "several" | "tier" | "twice" | "empty";
  readonly names: readonly string[];
};

/** A file of an edition as it was read. */
export type EditionFile = {
  readonly tiers: Readonly<Record<string, Tier>>;
  /** Sentences about one country, by its code. */
  readonly doubts: ReadonlyMap<string, string>;
  readonly problems: readonly RowProblem[];
};

export type SheetProblem = "columns" | "empty" | "rows";

/** How tiers are written besides their codes, in small letters without spaces. */
const spellings: Readonly<Record<string, Tier>> = {
  ...{ "1": "1", tier1: "1", "2": "2", tier2: "2", "3": "3", tier3: "3" },
  ...{ "2wl": "2WL", "2w": "2WL", tier2watchlist: "2WL", watchlist: "2WL", tier2wl: "2WL" },
  ...{ sc: "SC", special: "SC", specialcase: "SC" },
};

function tierIn(text: string): Tier | undefined {
  const plain = text.toLowerCase().replaceAll(/[\s_:-]/g, "");
  return Object.hasOwn(spellings, plain) ? spellings[plain] : tiers.find((tier) => tier === text);
}

/**
 * Reads an edition out of the first sheet of a file: a row of headings with `country`, `tier` and, where wanted, `doubt`, and a row a
 * country. Nothing is guessed: a country that is not written as countries are is a wrong row.
 */
export function readEdition(sheets: readonly ReadSheet[]): EditionFile | SheetProblem {
  const [sheet] = sheets;
  const [head, ...rows] = sheet?.rows ?? [];
  if (head === undefined || rows.every((row) => row.every((cell) => cell.trim() === ""))) return "empty";
  if (rows.length > editionLimits.rows) return "rows";
  const columnOf = (name: string) =>
    head.findIndex(
      (cell) =>
        cell
          .replace(/^\uFEFF/, "")
          .trim()
          .toLowerCase() === name,
    );
  const [country, tier, doubt] = [columnOf("country"), columnOf("tier"), columnOf("doubt")];
  if (country < 0 || tier < 0) return "columns";
  const found: { tiers: Record<string, Tier>; doubts: Map<string, string>; problems: RowProblem[] } = {
    ...{ tiers: {}, doubts: new Map(), problems: [] },
  };
  for (const [at, cells] of rows.entries()) {
    const cellAt = (column: number) => (cells[column] ?? "").trim().slice(0, editionLimits.cell);
    if (cells.every((cell) => cell.trim() === "")) continue;
    const read = readRow(cellAt(country), cellAt(tier), found.tiers);
    if ("kind" in read) {
      found.problems.push({ row: at + 2, ...read });
      continue;
    }
    found.tiers[read.iso2] = read.tier;
    const said = doubt < 0 ? "" : cellAt(doubt);
    if (said !== "") found.doubts.set(read.iso2, said);
  }
  return found;
}

type Row = { readonly iso2: string; readonly tier: Tier };

function readRow(name: string, written: string, before: Readonly<Record<string, Tier>>): Row | Omit<RowProblem, "row"> {
  if (name === "" || written === "") return { cell: `${name} ${written}`.trim(), kind: "empty", names: [] };
  // A code is a code here: in a list of suppliers "NO" may mean that there is none.
  const match = referenceLists.findCountry(name) ? { iso2: name } : matchCountry(name);
  if (!("iso2" in match)) {
    const { suggestions } = match;
    return { cell: name, kind: suggestions.length > 0 ? "several" : "country", names: suggestions };
  }
  const known = match.iso2;
  const tier = tierIn(written);
  if (tier === undefined) return { cell: written, kind: "tier", names: [] };
  const other = Object.hasOwn(before, known) ? before[known] : undefined;
  if (other !== undefined && other !== tier) return { cell: `${name} ${written}`, kind: "twice", names: [known] };
  return { iso2: known, tier };
}
