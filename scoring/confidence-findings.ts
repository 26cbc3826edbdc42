import type { Answer } from "#questionnaires/answers";
import type { Part } from "#questionnaires/definition";
import type { Walk } from "#questionnaires/walk";
import { rowsOf } from "#scoring/answer-values";
import { placeholderReader } from "#scoring/rules/conditions/names";
import type { RuleSet } from "#scoring/rules/rule-set";
import type { ConfidenceInput } from "./confidence";
import type { ConfidenceFinding } from "./rating";

/**
 * What makes answers doubtful though each fits: claims that are often not true until a paper about them is accepted, one file
 * for many questions, and texts that say nothing where one is required. Undefined where the rule set looks for none of it.
 */
export function confidenceFindings(input: ConfidenceInput): ConfidenceFinding[] | undefined {
  const { ruleSet, sharedFiles } = input;
  const { findings, consistency } = ruleSet.confidence;
  if (findings === undefined) return undefined;
  const found = claims(input);
  if (consistency.sharedFile !== undefined && sharedFiles.length > 0) {
    const questions = [...sharedFiles];
    found.push({ id: "shared-file", of: "consistency", points: consistency.sharedFile, questions, paper: [] });
  }
  if (consistency.placeholders !== undefined) {
    const questions = placeholders(input.walk, placeholderOf(ruleSet));
    const points = Math.min(consistency.placeholders.most, consistency.placeholders.each * questions.length);
    if (points > 0) {
      found.push({ id: "placeholders", of: "consistency", points, questions: [...new Set(questions)], paper: [] });
    }
  }
  return found;
}

function claims({ compiled, walk, found }: ConfidenceInput): ConfidenceFinding[] {
  const contradicted = new Set(found.map(({ id }) => id));
  return compiled.findings.flatMap(({ finding: { id, points, paper, notWith = [] }, test }) => {
    if (test(walk) !== "holds" || notWith.some((one) => contradicted.has(one))) return [];
    if (paper.some((code) => isAccepted(walk.answers[code]))) return [];
    return [{ id, of: "total" as const, points, questions: [...paper], paper: [...paper] }];
  });
}

function isAccepted(answer: Answer | undefined): boolean {
  return answer?.evidence?.some(({ status }) => status === "accepted" || status === "verified") ?? false;
}

const readers = new WeakMap<RuleSet, (text: string) => boolean>();

function placeholderOf(ruleSet: RuleSet): (text: string) => boolean {
  const known = readers.get(ruleSet);
  if (known !== undefined) return known;
  const made = placeholderReader(ruleSet.names);
  readers.set(ruleSet, made);
  return made;
}

/** The question of each required text that says nothing, as often as it has one. */
function placeholders(walk: Walk, isPlaceholder: (text: string) => boolean): string[] {
  return walk.questionnaire.plan.pages.flatMap(({ id, parts, optional }) => {
    const value = optional ? undefined : walk.answers[id]?.value;
    if (value === undefined) return [];
    const empty = parts.flatMap((part) => requiredTexts(walk, id, part)).filter(isPlaceholder);
    return empty.map(() => id);
  });
}

function requiredTexts(walk: Walk, code: string, part: Part): string[] {
  if (part.type === "text" && !part.optional) return textsIn([walk.answers[code]?.value?.[part.id]]);
  if (part.type !== "table") return [];
  const columns = part.columns.filter(({ type, optional }) => type === "text" && !optional);
  if (columns.length === 0) return [];
  return rowsOf(walk, code, part.id).flatMap(({ cells }) => textsIn(columns.map(({ id }) => cells[id])));
}

function textsIn(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === "string");
}
