import type { ServiceContext } from "#app/services/context/contexts";
import type { Row } from "#questionnaires/answers";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import type { Fields } from "#questionnaires/reading";

/** Name of the field that says what a row was when its page was opened. */
export const rowSeenField = "seen";

/**
 * The id of a row that a form adds: the same whenever that form is sent with the same cells, so that two clicks add one row.
 * `basedOn`: revision of the table that the form showed, which every added row raises; `line`: which of its rows.
 */
export function newRowId(
  { sha256 }: Pick<ServiceContext, "sha256">,
  basedOn: number,
  cells: Row["cells"],
  line = 0,
): string {
  return sha256(canonicalJson([basedOn, line, cells])).slice(0, 24);
}

/** What a row says, in a few characters: two of them are equal as long as nobody changed it. */
export function rowState({ sha256 }: Pick<ServiceContext, "sha256">, row: Row): string {
  return sha256(canonicalJson(row.cells)).slice(0, 16);
}

/** What the page of a row says that the row was: a page that is shown again says what it said first. */
export function rowSeen(
  ctx: Pick<ServiceContext, "sha256">,
  row: Row | undefined,
  typed: Fields | undefined,
): string | undefined {
  return row && (typed?.get(rowSeenField)?.at(-1) ?? rowState(ctx, row));
}
