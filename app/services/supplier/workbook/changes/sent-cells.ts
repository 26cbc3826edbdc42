import * as z from "zod";
import type { FoundCells, Place } from "#questionnaires/workbook/find-cells";
import type { JudgedCell } from "./proposal";

/** What of a file was left alone, to be told on the page of the preview: counts, and where something stands. */
export type LeftAlone = {
  readonly empty: number;
  readonly same: number;
  readonly kept: number;
  readonly notAsked: LeftPlaces;
  readonly strange: LeftPlaces;
};

/** How many cells, and where the first of them stand. */
export type LeftPlaces = { readonly count: number; readonly first: readonly Place[] };

/** A file as the form of its preview carries it: nothing of it is kept anywhere else. */
export type CarriedFile = {
  readonly name: string;
  readonly cells: SentCells;
  readonly alone: LeftAlone;
  /** It is of an older version of the questions. */
  readonly older: boolean;
  /** Reference of the other request that it was made for. */
  readonly other?: string;
};

/** A row of a table as a file or the form of the preview brings it. */
export type SentRow = Place & { readonly row?: string; readonly cells: ReadonlyMap<string, JudgedCell> };

/** What a file says, as far as it may become an answer. */
export type SentCells = {
  readonly cells: ReadonlyMap<string, JudgedCell>;
  readonly rows: ReadonlyMap<string, readonly SentRow[]>;
  /** Revision of each answer when the file was made, by question. */
  readonly revisions: ReadonlyMap<string, number>;
};

/** Longest form that carries the cells of a file from its preview to its saving, in UTF-16 code units. */
const longestSent = 2_000_000;

// Short names: 200 sites with eight columns travel in this.
const Cell = z.strictObject({
  s: z.string().max(100),
  c: z.string().max(20),
  t: z.string().max(200_000),
  k: z.string().max(20).optional(),
  x: z.literal(1).optional(),
});
const Places = z.strictObject({
  count: z.int().min(0),
  first: z
    .array(z.strictObject({ sheet: z.string().max(100), cell: z.string().max(20) }))
    .max(20)
    .readonly(),
});
const Sent = z.strictObject({
  name: z.string().max(300),
  older: z.boolean(),
  other: z.string().max(100).optional(),
  alone: z.strictObject({
    empty: z.int().min(0),
    same: z.int().min(0),
    kept: z.int().min(0),
    notAsked: Places,
    strange: Places,
  }),
  cells: z.record(z.string().max(100), Cell),
  rows: z.record(
    z.string().max(100),
    z.array(
      z.strictObject({
        s: z.string().max(100),
        c: z.string().max(20),
        r: z.string().max(100).optional(),
        cells: z.record(z.string().max(100), Cell),
      }),
    ),
  ),
  revisions: z.record(z.string().max(10), z.int().min(0)),
});

/**
 * The cells of a file, before anybody looked at them. What a file of another request saw says nothing of this one.
 * @param reference of the attestation that it is handed in to
 */
export function cellsOfFile({ cells, rows, about }: FoundCells, reference: string): SentCells {
  const isOther = isOfOther(about, reference);
  const revisions = [...about].filter(([name, value]) => /^[A-Z]\d{1,2}$/.test(name) && /^\d{1,9}$/.test(value));
  const bare = ({ seen, ...cell }: JudgedCell): JudgedCell =>
    isOther || seen === undefined ? cell : { ...cell, seen };
  const bareAll = (all: ReadonlyMap<string, JudgedCell>) => new Map([...all].map(([name, cell]) => [name, bare(cell)]));
  return {
    cells: bareAll(cells),
    rows: new Map(
      [...rows].map(([table, lines]) => [table, lines.map((line) => ({ ...line, cells: bareAll(line.cells) }))]),
    ),
    revisions: new Map(isOther ? [] : revisions.map(([name, value]) => [name, Number(value)])),
  };
}

/** Whether a file says that it was made for another request. */
export function isOfOther(about: FoundCells["about"], reference: string): boolean {
  const named = about.get("reference");
  return named !== undefined && named !== reference;
}

type Packed = z.infer<typeof Cell>;

function pack({ sheet, cell, typed, seen, conflict }: JudgedCell): Packed {
  return { s: sheet, c: cell, t: typed, ...(seen === undefined ? {} : { k: seen }), ...(conflict ? { x: 1 } : {}) };
}

function unpack({ s, c, t, k, x }: Packed): JudgedCell {
  return { sheet: s, cell: c, typed: t, ...(k === undefined ? {} : { seen: k }), ...(x ? { conflict: true } : {}) };
}

/** A file as the form of the preview carries it. */
export function packFile({ cells: { cells, rows, revisions }, ...about }: CarriedFile): string {
  const packed: z.infer<typeof Sent> = {
    ...about,
    cells: Object.fromEntries([...cells].map(([box, cell]) => [box, pack(cell)])),
    rows: Object.fromEntries(
      [...rows].map(([table, lines]) => [
        table,
        lines.map(({ sheet, cell, row, cells: own }) => ({
          s: sheet,
          c: cell,
          ...(row === undefined ? {} : { r: row }),
          cells: Object.fromEntries([...own].map(([column, one]) => [column, pack(one)])),
        })),
      ]),
    ),
    revisions: Object.fromEntries(revisions),
  };
  return JSON.stringify(packed);
}

/** What `packFile` made; undefined for anything else. */
export function unpackFile(text: string): CarriedFile | undefined {
  if (text.length > longestSent) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = Sent.safeParse(json);
  if (data === undefined) return undefined;
  const { cells: sent, rows: lines, revisions, other, ...about } = data;
  const cells: SentCells = {
    cells: new Map(Object.entries(sent).map(([box, cell]) => [box, unpack(cell)])),
    rows: new Map(
      Object.entries(lines).map(([table, all]) => [
        table,
        all.map(({ s, c, r, cells }) => ({
          sheet: s,
          cell: c,
          ...(r === undefined ? {} : { row: r }),
          cells: new Map(Object.entries(cells).map(([column, one]) => [column, unpack(one)])),
        })),
      ]),
    ),
    revisions: new Map(Object.entries(revisions)),
  };
  return { ...about, cells, ...(other === undefined ? {} : { other }) };
}
