import { fieldsOfRow } from "#app/services/supplier/fields/answer-fields";
import type { Column } from "#questionnaires/definition";
import type { Fields } from "#questionnaires/reading";
import { applies } from "#questionnaires/types/row-cells";
import { isBlank } from "#terms/texts/typed-text";
import { areRowsGiven, isFull, type TablePlace } from "./table-place";

/** Whether a new row of a table can be begun with what its last one says. */
export function canCopyRow(place: TablePlace): boolean {
  return place.rows.length > 0 && !isFull(place) && !areRowsGiven(place.part);
}

/**
 * The fields of a new row with those of the last one in the place of what was left empty. What names a row is its own, and so
 * are figures that are summed: one that was copied would be counted without anybody having counted.
 */
export function withLastRow({ question, part, rows }: TablePlace, typed: Fields): Fields {
  const last = fieldsOfRow(question, part, rows.at(-1));
  const fields = new Map(typed);
  for (const column of part.columns) {
    const at = `${question.id}.${part.id}.${column.id}`;
    if (isOwn(column) || isTyped(at) || !applies(column, cellsTyped())) continue;
    for (const [name, values] of last) if (isOf(at, name)) fields.set(name, values);
  }
  return fields;

  function isOwn({ id }: Column): boolean {
    return id === part.named || part.totals?.includes(id) === true;
  }

  function isTyped(at: string): boolean {
    return [...typed].some(([name, values]) => isOf(at, name) && values.some((value) => !isBlank(value)));
  }

  /** What is chosen so far: a column may be asked for by a choice in another one. */
  function cellsTyped(): Readonly<Record<string, unknown>> {
    const at = `${question.id}.${part.id}.`;
    return Object.fromEntries(part.columns.map(({ id }) => [id, fields.get(at + id)?.at(-1)]));
  }
}

/** Whether a field belongs to a column: dates have several. */
function isOf(column: string, field: string): boolean {
  return field === column || field.startsWith(`${column}.`);
}
