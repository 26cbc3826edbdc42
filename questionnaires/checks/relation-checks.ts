import type { Column, Fill, Part, Question, TablePart } from "#questionnaires/definition";
import { isDate } from "#questionnaires/reading/dates";

/** What is wrong with how parts, or the columns of a table, hang together with what stands beside them. */
export function checkRelations({ id, parts }: Question, questions: readonly Question[]): readonly string[] {
  const tables = parts.filter((part): part is TablePart => part.type === "table");
  return [
    ...parts.flatMap((part) => checkBeside(part, parts, `${id}.${part.id}`)),
    ...tables.flatMap((table) =>
      table.columns.flatMap((column) => checkBeside(column, table.columns, `${id}.${table.id}: column ${column.id}`)),
    ),
    ...tables.flatMap((table) => checkTable(table, parts).map((problem) => `${id}.${table.id}: ${problem}`)),
    ...tables.flatMap(({ id: part, columns, fill }) =>
      fill === undefined ? [] : checkFill(fill, columns, questions).map((problem) => `${id}.${part}: fill: ${problem}`),
    ),
  ];
}

function checkBeside(part: Part | Column, all: readonly (Part | Column)[], at: string): readonly string[] {
  const other = (id: string | undefined, type: Part["type"], what: string) =>
    id === undefined || all.some((one) => one.id === id && one.type === type && one !== part)
      ? []
      : [`${at}: ${what}: there is no ${type} "${id}" beside it`];
  if (part.type === "number") return other(part.atMost, "number", "atMost");
  if (part.type !== "date") return [];
  const { earliest, precision, notBefore } = part;
  return [
    ...other(notBefore, "date", "notBefore"),
    ...(earliest === undefined || isDate(earliest, precision)
      ? []
      : [`${at}: earliest: "${earliest}" is no ${precision}`]),
  ];
}

function checkTable(
  { min, columns, usuallyOne, noneAtOnce, id }: TablePart,
  parts: readonly Part[],
): readonly string[] {
  const others = parts.some((part) => part.id !== id && !part.optional && part.shown === undefined);
  return [
    ...(usuallyOne && min === 0 ? ["usuallyOne: there may be none"] : []),
    ...(noneAtOnce && min > 0 ? ["noneAtOnce: there must be one"] : []),
    ...(noneAtOnce && others ? ["noneAtOnce: the question asks for more"] : []),
    ...columns.flatMap(({ id: column, when }) => {
      if (when === undefined) return [];
      const chosen = columns.find((one) => one.id === when.column && one.id !== column);
      if (chosen?.type !== "one" || chosen.options === undefined || chosen.when !== undefined)
        return [`column ${column}: when: "${when.column}" is no column of options`];
      const { options } = chosen;
      return when.in
        .filter((option) => !options.includes(option))
        .map((option) => `column ${column}: when: there is no option "${option}"`);
    }),
  ];
}

function checkFill(fill: Fill, columns: readonly Column[], questions: readonly Question[]): readonly string[] {
  const source = questions.find(({ id }) => id === fill.question)?.parts.find(({ id }) => id === fill.part);
  const into = columns.find(({ id }) => id === fill.into);
  const isSource = source?.type === "table" || source?.type === "many";
  const figures = source?.type === "table" ? source.columns.filter(({ type }) => type === "number") : [];
  const known = source?.type === "many" ? [...(source.options ?? []), ...(source.also ?? [])] : [];
  return [
    ...(isSource ? [] : [`"${fill.question}.${fill.part}" has no rows and no choices`]),
    ...(into?.type === "one" ? [] : [`"${fill.into}" is no column of one choice`]),
    ...(fill.beside === undefined || figures.some(({ id }) => id === fill.beside)
      ? []
      : [`beside: "${fill.beside}" is no column of figures`]),
    ...(fill.except ?? []).filter((id) => !known.includes(id)).map((id) => `except: there is no choice "${id}"`),
  ];
}
