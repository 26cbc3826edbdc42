import type { TeamContext } from "#app/services/context/contexts";
import type { Cell } from "#app/services/files/workbook";
import type { Contact } from "#db/records";
import type { OpenWork, PartialRow, RowPart } from "#db/supplier-table";
import type { Rating } from "#scoring/rating";
import type { ChosenColumn } from "#terms/suppliers/supplier-columns";
import type { ExportLabels } from "./labels";

/** Who a supplier is. */
export type Who = PartialRow<never>;

/** What is read besides a row, for those columns that need it. Asked for, not copied: half the columns need none of it. */
export type Besides = {
  /** The rating itself where a floor makes the row's band say less than the rating does. */
  floored(row: PartialRow<"score" | "floor">): Rating | undefined;
  /** What its driver is called in the questionnaire that it was rated by. */
  driverName(row: PartialRow<"driver" | "questionnaire" | "ruleSet">): string | undefined;
  contacts(row: Who): readonly Contact[];
  open(row: Who): OpenWork | undefined;
  ownerName(row: PartialRow<"owner">): string | undefined;
  tagNames(row: PartialRow<"tags">): string | undefined;
  readonly labels: ExportLabels;
};
export type Need = "floored" | "driverName" | "contacts" | "open";
/**
 * `tells`: it moves with what was answered on North Korean labour. `with`: the columns of the table that it stands for; without
 * any it goes with the name. `isExtra`: only an export of everything has it.
 */
export type ExportColumn = {
  readonly name: string;
  readonly tells?: true;
  readonly with?: readonly ChosenColumn[];
  readonly isExtra?: true;
  readonly needs?: Need;
  readonly reads: readonly RowPart[];
  of(row: PartialRow<RowPart>, ctx: TeamContext, besides: Besides): Cell;
};

/** A column that is given the parts of a row that it names, and no others. */
export function column<Part extends RowPart = never>(
  entry: Omit<ExportColumn, "reads" | "of"> & {
    readonly reads?: readonly Part[];
    of(row: PartialRow<Part>, ctx: TeamContext, besides: Besides): Cell;
  },
): ExportColumn {
  return { reads: [], ...entry };
}
