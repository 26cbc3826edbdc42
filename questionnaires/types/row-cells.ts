import type { Row } from "#questionnaires/answers";
import type { Column } from "#questionnaires/definition";

/** Whether a column applies to a row with these cells. */
export function applies({ when }: Column, cells: Readonly<Record<string, unknown>>): boolean {
  if (when === undefined) return true;
  const other = cells[when.column];
  return typeof other === "string" && when.in.includes(other);
}

/** Whether every cell is there that a row needs. */
export function isWholeRow(columns: readonly Column[], { cells }: Row): boolean {
  return columns.every((column) => column.optional || cells[column.id] !== undefined || !applies(column, cells));
}
