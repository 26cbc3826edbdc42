import type { Answer, Answers, Cell, Row } from "#questionnaires/answers";
import { findEdition } from "#scoring/editions/index";
import { walkWithFacts } from "#scoring/facts";
import { outcomeOf } from "#scoring/outcome";
import { type RateInput, rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import { findRuleSet } from "#scoring/rulesets/index";
import { asOf, questionnaire } from "#tests/scoring/population/population";

const ruleSet = findRuleSet("standard-2026.2");
const edition = findEdition("tip-2025");
if (ruleSet === undefined || edition === undefined) throw new Error("A rule set or an edition is missing");

/** Rates answers to version 2 by rule set 2026.2. */
export function rated(answers: Answers, change: Partial<RateInput> = {}): Rating {
  return rate(inputOf(answers, change));
}

export function inputOf(answers: Answers, change: Partial<RateInput> = {}): RateInput {
  const { regimes } = questionnaire.definition;
  if (ruleSet === undefined || edition === undefined) throw new Error("A rule set or an edition is missing");
  return { questionnaire, answers, regimes, modules: [], ruleSet, edition, asOf, signed: true, ...change };
}

/** The band alone, without reasons: a quarter of the work. */
export function bandOf(answers: Answers): Rating["band"] {
  return outcomeOf(inputOf(answers)).band;
}

/** A supplier as it is, with what it would be rated and the codes of what it is asked. */
export type Supplier = { readonly answers: Answers; readonly rating: Rating; readonly asked: ReadonlySet<string> };

/** The supplier that gives these answers. */
export function supplierWith(answers: Answers): Supplier {
  return { answers, rating: rated(answers), asked: walkWithFacts(inputOf(answers)).asked };
}

/** Rows of a table, none where nothing was said. */
export function rowsOf(answers: Answers, code: string, part: string): readonly Row[] {
  const rows = answers[code]?.value?.[part];
  return Array.isArray(rows) ? (rows as readonly Row[]) : [];
}

/** The answers with other parts of one question; what was said beside them stays. */
export function withParts(answers: Answers, code: string, parts: NonNullable<Answer["value"]>): Answers {
  const { unsure: _, value, ...rest } = answers[code] ?? {};
  return { ...answers, [code]: { ...rest, value: { ...value, ...parts } } };
}

export function withAnswer(answers: Answers, code: string, answer: Answer): Answers {
  return { ...answers, [code]: answer };
}

/** A row with other cells; `undefined` takes a cell out. */
export function withCells({ id, cells }: Row, changed: Readonly<Record<string, Cell | undefined>>): Row {
  const all = { ...cells, ...changed };
  const kept = Object.entries(all).filter((entry): entry is [string, Cell] => entry[1] !== undefined);
  return { id, cells: Object.fromEntries(kept) };
}
