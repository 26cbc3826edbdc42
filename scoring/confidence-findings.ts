import type { Answer } from "#questionnaires/answers";
import type { Contradiction, Part } from "#questionnaires/definition";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import type { Walk } from "#questionnaires/walk";
import { rowsOf } from "#scoring/answer-values";
import type { CompiledRules } from "#scoring/rules/compiled-rules";
import type { RuleSet } from "#scoring/rules/rule-set";
import type { ConfidenceFinding } from "./rating";

/** What confidence looks at beside the answers. `asOf`: ISO date; `planned`: questions with an accepted plan. */
export type ConfidenceInput = {
  readonly compiled: CompiledRules;
  readonly walk: Walk;
  readonly ruleSet: RuleSet;
  readonly found: readonly Contradiction[];
  readonly planned: ReadonlySet<string>;
  readonly signed: boolean;
  readonly asOf: string;
  /** Questions whose file was given for more questions than one counts for, and counts no more here. */
  readonly sharedFiles: readonly string[];
};

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
    const questions = placeholders(input.walk, input.compiled.isPlaceholder);
    const points = Math.min(consistency.placeholders.most, consistency.placeholders.each * questions.length);
    if (points > 0) {
      found.push({ id: "placeholders", of: "consistency", points, questions: [...new Set(questions)], paper: [] });
    }
  }
  return found;
}

function claims({ compiled, walk, found }: ConfidenceInput): ConfidenceFinding[] {
  const claimed: ConfidenceFinding[] = [];
  for (const { finding, test } of compiled.findings) {
    if (test(walk) !== "holds") continue;
    const { id, points, paper, notWith } = finding;
    if (notWith?.some((one) => found.some((contradiction) => contradiction.id === one))) continue;
    if (paper.some((code) => isAccepted(walk.answers[code]))) continue;
    claimed.push({ id, of: "total", points, questions: [...paper], paper: [...paper] });
  }
  return claimed;
}

function isAccepted(answer: Answer | undefined): boolean {
  return answer?.evidence?.some(({ status }) => status === "accepted" || status === "verified") ?? false;
}

/** Where a questionnaire asks for a text that must be there: parts, and columns of tables. */
type RequiredText = { readonly code: string; readonly part: string; readonly columns?: readonly string[] };

const required = new WeakMap<LoadedQuestionnaire, readonly RequiredText[]>();

function requiredTexts(questionnaire: LoadedQuestionnaire): readonly RequiredText[] {
  const known = required.get(questionnaire);
  if (known !== undefined) return known;
  const found = questionnaire.plan.pages.flatMap(({ id: code, parts, optional }) => {
    return optional ? [] : parts.flatMap((part) => requiredIn(code, part));
  });
  required.set(questionnaire, found);
  return found;
}

function requiredIn(code: string, part: Part): RequiredText[] {
  if (part.type === "text") return part.optional ? [] : [{ code, part: part.id }];
  if (part.type !== "table") return [];
  const columns = part.columns.flatMap(({ id, type, optional }) => (type === "text" && !optional ? [id] : []));
  return columns.length > 0 ? [{ code, part: part.id, columns }] : [];
}

/** The question of each required text that says nothing, as often as it has one. */
function placeholders(walk: Walk, isPlaceholder: (text: string) => boolean): string[] {
  const found: string[] = [];
  const consider = (code: string, text: unknown) => {
    if (typeof text === "string" && isPlaceholder(text)) found.push(code);
  };
  for (const { code, part, columns } of requiredTexts(walk.questionnaire)) {
    const given = walk.answers[code]?.value?.[part];
    if (given === undefined) continue;
    if (columns === undefined) consider(code, given);
    else for (const { cells } of rowsOf(walk, code, part)) for (const column of columns) consider(code, cells[column]);
  }
  return found;
}
