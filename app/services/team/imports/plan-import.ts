import { defaultLanguage } from "#app/i18n/languages";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Mapping } from "#app/services/team/supplier-file/columns";
import type { Decoded } from "#app/services/team/supplier-file/decode";
import { chooseColumns, type ListHeader, readList } from "#app/services/team/supplier-file/header";
import { findOwnList, type OwnExport } from "#app/services/team/supplier-file/own/own-export";
import { mostRows, type Rows } from "#app/services/team/supplier-file/rows";
import { supplierRowReader } from "#app/services/team/supplier-file/supplier-row";
import { importFields } from "#terms/suppliers/import-fields";
import { countRows, countryName, type ImportChoices, type ImportCounts, noRows } from "./import-choices";
import { readUpload } from "./kept-uploads";
import { withoutErased } from "./plan/erased-contacts";
import { findKnown } from "./plan/known-suppliers";
import { mapYielding } from "./plan/map-yielding";
import { type PlannedRow, planRows } from "./plan/plan-rows";

export type { PlannedRow } from "./plan/plan-rows";

export type ImportPlan = {
  readonly upload: string;
  readonly decoded: Omit<Decoded, "text">;
  readonly separator: Rows["separator"];
  readonly unclosed: boolean;
  /** Which of our own exports it is, if it is one. */
  readonly own?: OwnExport["kind"];
  readonly header: readonly string[];
  readonly hasHeader: boolean;
  readonly columns: ListHeader["columns"];
  /** Rows of the file after those that are read, which one list may not have. */
  readonly left: number;
  readonly mapping: Mapping;
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<ImportCounts>;
};

/**
 * Finds out what an upload would do. Writes nothing.
 * @param addedAt for an import that goes on: the moment that the suppliers have which it added before. They are left out, so
 *   that every row comes to the same as at first
 * @throws Problem "not-found" for an upload that is not there; "too-large" for more rows or columns than a spreadsheet has
 */
export async function planImport(
  ctx: ServiceContext,
  { org, addedAt, ...choices }: ImportChoices & { readonly org: string; readonly addedAt?: Date },
): Promise<ImportPlan> {
  const { upload } = choices;
  const {
    rows: all,
    decoded,
    separator,
    unclosed,
    left: beyond,
  } = await ctx.lists.read(await readUpload(ctx, org, upload), {
    encoding: choices.encoding,
    separator: choices.separator,
  });
  const list = headedRows(ctx, { rows: all, left: beyond }, choices);
  const { own, header, hasHeader, columns, left, mapping } = list;
  const asListed = await mapYielding(list.rows, supplierRowReader(mapping, { own, countries: choices.countries }));
  const read = await withoutErased(ctx, org, asListed);
  const known = await findKnown(ctx, org, read);
  const before = known.filter(({ supplier }) => supplier.createdAt.getTime() !== addedAt?.getTime());
  const rows = await planRows(before, read);
  const counts = countRows(noRows, rows);
  const how = { upload, decoded, separator, unclosed, own: own?.kind };
  return { ...how, header, hasHeader, columns, left, mapping, rows, counts };
}

/** Where the headings are and what the columns mean. Of tables that we wrote, both are known. */
function headedRows(
  ctx: ServiceContext,
  { rows, left }: Pick<Rows, "rows" | "left">,
  { mapping, oneCountry }: ImportChoices,
): ListHeader & { readonly own?: OwnExport } {
  const choices = { mapping, oneCountry: countryName(oneCountry) };
  // The pages of the team, and so their tables, are in English.
  const list = findOwnList(rows, ctx.t(defaultLanguage));
  if (!list?.own) return readList({ rows: list?.rows ?? rows, left }, choices);
  const { own } = list;
  const [first, ...below] = list.rows;
  const columns = importFields.flatMap((field) => {
    const column = own.mapping[field];
    return column === undefined ? [] : [{ column, field, sureness: "sure" } as const];
  });
  const kept = below.slice(0, mostRows);
  const found = { header: first?.cells ?? [], hasHeader: true, columns, mapping: own.mapping, rows: kept };
  return { own, ...chooseColumns({ ...found, left: left + below.length - kept.length }, choices) };
}
