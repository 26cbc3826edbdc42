import { Problem } from "#app/domain/problem";
import { defaultLanguage } from "#app/i18n/languages";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Mapping } from "#app/services/team/supplier-file/columns";
import { type Decoded, decode } from "#app/services/team/supplier-file/decode";
import { type ListHeader, readHeader } from "#app/services/team/supplier-file/header";
import { findOwnList, type OwnExport } from "#app/services/team/supplier-file/own/own-export";
import { type FileRow, mostRows, readRows, type Separator } from "#app/services/team/supplier-file/rows";
import { supplierRowReader } from "#app/services/team/supplier-file/supplier-row";
import { isZip, readWorkbook } from "#app/services/team/supplier-file/workbook/read-workbook";
import { countRows, type ImportChoices, type ImportCounts, noRows } from "./import-choices";
import { readUpload } from "./kept-uploads";
import { findKnown } from "./plan/known-suppliers";
import { mapYielding } from "./plan/map-yielding";
import { type PlannedRow, planRows } from "./plan/plan-rows";

export type { PlannedRow } from "./plan/plan-rows";

export type ImportPlan = {
  readonly upload: string;
  readonly decoded: Omit<Decoded, "text">;
  readonly separator: Separator;
  readonly unclosed: boolean;
  /** Which of our own exports it is, if it is one. */
  readonly own?: OwnExport["kind"];
  readonly header: readonly string[];
  readonly hasHeader: boolean;
  readonly mapping: Mapping;
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<ImportCounts>;
};

function chosenMapping(found: Mapping, chosen: ImportChoices["mapping"]): Mapping {
  const merged = { ...found, ...chosen };
  return Object.fromEntries(Object.entries(merged).filter(([, column]) => column !== undefined && column >= 0));
}

/**
 * Finds out what an upload would do. Writes nothing.
 * @param addedAt for an import that goes on: the moment that the suppliers have which it added before. They are left out, so
 *   that every row comes to the same as at first
 * @throws Problem "not-found" for an upload that is not there; "too-large" past 100,000 rows
 */
export async function planImport(
  ctx: ServiceContext,
  { org, addedAt, ...choices }: ImportChoices & { readonly org: string; readonly addedAt?: Date },
): Promise<ImportPlan> {
  const { upload } = choices;
  const { rows, decoded, separator, unclosed } = await rowsOf(await readUpload(ctx, org, upload), choices);
  const { own, ...headed } = headedRows(ctx, rows);
  if (headed.rows.length > mostRows) throw new Problem("too-large");
  const mapping = chosenMapping(headed.mapping, choices.mapping);
  const read = await mapYielding(headed.rows, supplierRowReader(mapping, { own, countries: choices.countries }));
  const known = await findKnown(ctx, org, read);
  const before = known.filter(({ supplier }) => supplier.createdAt.getTime() !== addedAt?.getTime());
  const planned = await planRows(before, read);
  const counts = countRows(noRows, planned);
  const { header, hasHeader } = headed;
  return { upload, decoded, separator, unclosed, own: own?.kind, header, hasHeader, mapping, rows: planned, counts };
}

type Read = Pick<ImportPlan, "decoded" | "separator" | "unclosed"> & { readonly rows: readonly FileRow[] };

/** The rows of a workbook, or of a text. */
async function rowsOf(bytes: Uint8Array, { encoding, separator }: Partial<ImportChoices>): Promise<Read> {
  if (isZip(bytes)) {
    const decoded = { encoding: "utf-8", foundBy: "mark", broken: false } as const;
    return { rows: await readWorkbook(bytes), decoded, separator: ",", unclosed: false };
  }
  const { text, ...decoded } = decode(bytes, encoding);
  return { ...(await readRows(text, separator)), decoded };
}

/** Where the headings are and what the columns mean. Of tables that we wrote, both are known. */
function headedRows(ctx: ServiceContext, rows: readonly FileRow[]): ListHeader & { readonly own?: OwnExport } {
  // The pages of the team, and so their tables, are in English.
  const list = findOwnList(rows, ctx.t(defaultLanguage));
  if (!list?.own) return readHeader(list?.rows ?? rows);
  const [first, ...below] = list.rows;
  return { own: list.own, header: first?.cells ?? [], rows: below, mapping: list.own.mapping, hasHeader: true };
}
