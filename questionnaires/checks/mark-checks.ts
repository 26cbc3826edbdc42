import type { Column, Part, Question, Questionnaire, Retired } from "#questionnaires/definition";

/** What is wrong with what a version says of other versions: what it brought, what it ended, what it changed. */
export function checkMarks(definition: Questionnaire, questions: readonly Question[]): readonly string[] {
  const { version, regimes, regimesFrom = {}, changes = [] } = definition;
  return [
    ...questions.flatMap((question) => [
      ...checkSince(question.since, question.id, version),
      ...question.parts.flatMap((part) => checkPartMarks(part, `${question.id}.${part.id}`, version)),
      ...(question.retired ?? []).flatMap((retired) => checkRetired(retired, question, version)),
      ...(question.aside && !question.optional ? [`${question.id}: aside: it must be answered`] : []),
    ]),
    ...Object.keys(regimesFrom)
      .filter((regime) => !regimes.includes(regime))
      .map((regime) => `regimesFrom: there is no regime "${regime}"`),
    ...changes.flatMap(({ id, at }) =>
      at.filter((place) => !isThere(place, questions)).map((place) => `changes ${id}: there is no ${place}`),
    ),
  ];
}

function checkSince(since: number | undefined, at: string, version: number): readonly string[] {
  return since !== undefined && since > version ? [`${at}: since ${since} is later than this version`] : [];
}

function checkPartMarks(part: Part | Column, at: string, version: number): readonly string[] {
  const rows = part.type === "matrix" ? checkEach(part.rowsSince, part.rows, "row", at, version) : [];
  const isChoice = part.type === "one" || part.type === "many";
  const ids = isChoice ? [...(part.options ?? []), ...(part.also ?? [])] : [];
  return [
    ...checkSince(part.since, at, version),
    ...rows,
    ...(isChoice ? checkEach(part.optionsSince, ids, "option", at, version) : []),
    ...(part.type === "table"
      ? part.columns.flatMap((column) => checkPartMarks(column, `${at}.${column.id}`, version))
      : []),
  ];
}

function checkEach(
  since: Readonly<Record<string, number>> | undefined,
  ids: readonly string[],
  what: string,
  at: string,
  version: number,
): readonly string[] {
  return Object.entries(since ?? {}).flatMap(([id, first]) => [
    ...(ids.includes(id) ? [] : [`${at}: since: there is no ${what} "${id}"`]),
    ...checkSince(first, `${at}.${id}`, version),
  ]);
}

/** An id that is retired never comes back, least of all with another meaning. */
function checkRetired({ until, ...place }: Retired, { id, parts }: Question, version: number): readonly string[] {
  const at = [id, place.part, place.column, place.row, place.option].filter((one) => one !== undefined).join(".");
  const part = parts.find((one) => one.id === place.part);
  const column = part?.type === "table" ? part.columns.find((one) => one.id === place.column) : undefined;
  const found = place.column === undefined ? part : column;
  const isAsked =
    found !== undefined &&
    (place.option === undefined || ("options" in found && found.options?.includes(place.option))) &&
    (place.row === undefined || (found.type === "matrix" && found.rows.includes(place.row)));
  return [
    ...(isAsked ? [`${at}: it is retired and asked`] : []),
    ...(until >= version ? [`${at}: until ${until} is no version before this one`] : []),
  ];
}

/** Codes of questions begin with a capital; a contradiction that is named may be one that is gone. */
function isThere(place: string, questions: readonly Question[]): boolean {
  const [code = "", id] = place.split(".");
  if (/^[a-z]/.test(code)) return true;
  const question = questions.find((one) => one.id === code);
  if (question === undefined || id === undefined) return question !== undefined;
  return [...question.parts.map((part) => part.id), ...(question.retired ?? []).map(({ part }) => part)].includes(id);
}
