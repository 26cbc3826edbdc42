import type { Condition, Subject, SubjectCondition } from "#questionnaires/conditions/condition-schema";
import type { Column, Part, Question, Questionnaire } from "#questionnaires/definition";

const deepest = 20;

/** What a test is made on in the end: one cell of some type. */
type Target = Column | Extract<Part, { type: "matrix" }> | { readonly type: "count" };

/** Whether everything that a condition names exists, and can be tested in this way. */
export class ConditionCheck {
  readonly problems: string[] = [];
  readonly #questions: ReadonlyMap<string, Question>;
  readonly #regimes: readonly string[];

  constructor({ sections, regimes }: Questionnaire) {
    this.#questions = new Map(
      sections.flatMap(({ questions }) => questions.map((question) => [question.id, question])),
    );
    this.#regimes = regimes;
  }

  /** @param at place of the condition in the file, for people */
  check(condition: Condition, at: string, level = 1): void {
    const inner = innerOf(condition);
    if (level > deepest) this.#report(at, `conditions nested more than ${deepest} deep`);
    else if (inner !== undefined) for (const one of inner) this.check(one, at, level + 1);
    else this.#checkTest(condition, at);
  }

  #checkTest(condition: Condition, at: string): void {
    if ("all" in condition || "any" in condition || "not" in condition || "mayHold" in condition) return;
    if ("fact" in condition) this.#checkFact(condition, at);
    else if ("tally" in condition) for (const side of [condition.tally, condition.against]) this.#checkTally(side, at);
    else if ("unsure" in condition) this.#checkUnsure(condition, at);
    else if ("answered" in condition) this.#checkAnswered(condition, at);
    else if ("asked" in condition || "evidence" in condition) this.#question(condition.question, at);
    else this.#checkSubject(condition, at);
  }

  #report(at: string, problem: string): undefined {
    this.problems.push(`${at}: ${problem}`);
  }

  #question(id: string, at: string): Question | undefined {
    return this.#questions.get(id) ?? this.#report(at, `there is no question ${id}`);
  }

  #part({ question: id, part: name = "answer" }: Subject, at: string): Part | undefined {
    const question = this.#question(id, at);
    if (question === undefined) return undefined;
    return question.parts.find((part) => part.id === name) ?? this.#report(at, `${id} has no part "${name}"`);
  }

  #checkFact(condition: Extract<Condition, { fact: string }>, at: string): void {
    if (condition.fact !== "regimes" || this.#regimes.includes(condition.includes)) return;
    this.#report(at, `there is no regime "${condition.includes}"`);
  }

  #checkTally(
    { question, part, key, columns }: { question: string; part: string; key: string; columns: string[] },
    at: string,
  ): void {
    if (key !== "$row") this.#target({ question, part, column: key }, at);
    for (const column of columns) {
      const target = this.#target({ question, part, column }, at);
      if (target !== undefined && target.type !== "number") this.#report(at, `"${column}" is no column of figures`);
    }
  }

  #checkUnsure({ question: id, unsure }: { question: string; unsure: readonly string[] }, at: string): void {
    const offered: readonly string[] | undefined = this.#question(id, at)?.unsure;
    for (const kind of unsure)
      if (offered?.includes(kind) === false) this.#report(at, `${id} does not offer "${kind}"`);
  }

  #checkAnswered({ question, part }: { question: string; part?: string }, at: string): void {
    if (part === undefined) this.#question(question, at);
    else this.#part({ question, part }, at);
  }

  #checkSubject(condition: SubjectCondition, at: string): void {
    const target = this.#target(condition, at);
    if (target === undefined) return;
    this.#checkIncludes(target, condition, at);
    for (const value of given([...(condition.in ?? []), condition.is])) this.#checkValue(target, value, at);
    const { atLeast, above, atMost, below, aboveValueOf, inList } = condition;
    if (inList !== undefined && !("list" in target && target.list !== undefined))
      this.#report(at, "only a choice from a list can be in one");
    for (const bound of given([atLeast, above, atMost, below])) this.#checkBound(target, bound, at);
    const other = aboveValueOf && this.#target(aboveValueOf, at);
    if (other !== undefined && isFigure(other) !== isFigure(target)) {
      this.#report(at, "the two values cannot be compared");
    }
  }

  #checkIncludes(target: Target, { includes, includesAny, includesOnly }: SubjectCondition, at: string): void {
    const ids = given([includes, ...(includesAny ?? []), ...(includesOnly ?? [])]);
    for (const id of ids) this.#checkOption(target, id, at);
    if (ids.length > 0 && target.type !== "many") this.#report(at, "only several options can include something");
    if (ids.length === 0 && target.type === "many") this.#report(at, "several options are tested with includes");
  }

  #checkOption(target: Target, id: string, at: string): void {
    if ("options" in target && target.options && !target.options.includes(id))
      this.#report(at, `there is no option "${id}"`);
  }

  #checkValue(target: Target, value: string | number, at: string): void {
    if (isFigure(target) !== (typeof value === "number")) this.#report(at, `"${value}" is not of type ${target.type}`);
    else if (typeof value === "string") this.#checkOption(target, value, at);
  }

  #checkBound(target: Target, bound: string | number, at: string): void {
    const fits = typeof bound === "number" ? isFigure(target) : target.type === "date";
    if (!fits) this.#report(at, `"${bound}" cannot be compared with ${target.type}`);
  }

  #target(subject: Subject, at: string): Target | undefined {
    const part = this.#part(subject, at);
    if (part === undefined) return undefined;
    if (part.type === "table") return this.#tableTarget(part, subject, at);
    if (subject.column !== undefined || subject.of !== undefined) return this.#report(at, `"${part.id}" is no table`);
    if (subject.row === undefined) return part;
    if (part.type !== "matrix") return this.#report(at, `"${part.id}" has no rows`);
    return part.rows.includes(subject.row) ? part : this.#report(at, `"${part.id}" has no row "${subject.row}"`);
  }

  #tableTarget(
    part: Extract<Part, { type: "table" }>,
    { column: name, of, row }: Subject,
    at: string,
  ): Target | undefined {
    if (row !== undefined) return this.#report(at, "rows of a table have no names in a definition");
    if (of === "count") return { type: "count" };
    const column = part.columns.find(({ id }) => id === name);
    if (column === undefined) return this.#report(at, `"${part.id}" has no column "${name ?? ""}"`);
    if (of === "sum" && !isFigure(column)) return this.#report(at, `"${column.id}" is no column of figures`);
    return column;
  }
}

function isFigure({ type }: Target): boolean {
  return type === "number" || type === "percent" || type === "count";
}

function innerOf(condition: Condition): readonly Condition[] | undefined {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  if ("mayHold" in condition) return [condition.mayHold];
  return "not" in condition ? [condition.not] : undefined;
}

function given<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
