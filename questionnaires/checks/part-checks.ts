import type { Column, Part, TablePart } from "#questionnaires/definition";
import { isReservedName } from "./limits";

/** What is wrong with a part by itself: ids that are not there, twice there, or reserved; bounds the wrong way round. */
export function checkPart(part: Part, at: string): readonly string[] {
  const problems = [
    ...(part.type === "table" ? checkTable(part) : checkCell(part)),
    ...(part.when === undefined ? [] : ["only a column applies by its row"]),
  ];
  return problems.map((problem) => `${at}: ${problem}`);
}

/** Ids that stand twice, or would read the object that holds them. */
export function checkIds(ids: readonly string[], what: string): readonly string[] {
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  return [
    ...[...new Set(twice)].map((id) => `the ${what} "${id}" is there twice`),
    ...ids.filter(isReservedName).map((id) => `the name "${id}" is reserved`),
  ];
}

function checkTable({ columns, totals = [], named, min, max }: TablePart): readonly string[] {
  const types = new Map(columns.map(({ id, type }) => [id, type]));
  return [
    ...checkIds([...columns.map(({ id }) => id)], "column"),
    ...columns.flatMap((column) => checkCell(column).map((problem) => `column ${column.id}: ${problem}`)),
    ...columns.flatMap(({ id, shown }) => (shown ? [`column ${id}: a column cannot have a condition`] : [])),
    ...totals.flatMap((id) => (types.get(id) === "number" ? [] : [`totals: "${id}" is no column of figures`])),
    ...(types.has(named) ? [] : [`named: there is no column "${named}"`]),
    ...(min > max ? ["min is more than max"] : []),
  ];
}

/** A kind of part that is not here does not compile: nobody would look at its ids and bounds. */
function checkCell(part: Column | Extract<Part, { type: "matrix" }>): readonly string[] {
  switch (part.type) {
    case "matrix":
      return [
        ...checkIds(part.rows, "row"),
        ...checkIds(part.options, "option"),
        ...(part.allAtOnce === undefined || part.options.includes(part.allAtOnce)
          ? []
          : [`allAtOnce: there is no option "${part.allAtOnce}"`]),
      ];
    case "number":
      return (part.min ?? -Infinity) > (part.max ?? Infinity) ? ["min is more than max"] : [];
    case "one":
      return checkOptions(part, []);
    case "many":
      return checkOptions(part, part.exclusive ?? []);
    case "percent":
    case "text":
    case "date":
      return [];
    default:
      return part satisfies never;
  }
}

function checkOptions(
  { options, list, also }: Extract<Column, { type: "one" | "many" }>,
  exclusive: readonly string[],
): readonly string[] {
  return [
    ...((options === undefined) === (list === undefined) ? ["either options or a list is needed"] : []),
    ...(also !== undefined && list === undefined ? ["also: there is no list beside which they could stand"] : []),
    ...checkIds([...(options ?? []), ...(also ?? [])], "option"),
    ...exclusive.flatMap((id) => ((options ?? also)?.includes(id) ? [] : [`exclusive: there is no option "${id}"`])),
  ];
}
