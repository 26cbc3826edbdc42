import { z } from "zod";
import type { Answer, Answers } from "#questionnaires/answers";
import { findQuestionnaire, questionnaires } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { currentEdition, editions, findEdition, type LoadedEdition } from "#scoring/editions/index";
import { listMembers } from "#scoring/editions/questionnaire-lists";
import type { RateInput } from "#scoring/rate";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { currentRuleSet, findRuleSet, ruleSets } from "#scoring/rulesets/index";
import { checkAnswer } from "./answer-check";
import { AnswerFileError, refusalOf } from "./answer-problem";

const Cell = z.union([z.string(), z.number(), z.array(z.string())]);
const Row = z.strictObject({ id: z.string().min(1), cells: z.record(z.string(), Cell) });
const PartValue = z.union([Cell, z.array(Row), z.record(z.string(), z.string())]);

const AnswerInFile = z
  .strictObject({
    unsure: z.enum(["dk", "na", "legal"]).optional(),
    value: z.record(z.string(), PartValue).optional(),
    comment: z.string().optional(),
    evidence: z
      .array(
        z.strictObject({ id: z.string(), status: z.enum(["attached", "accepted", "verified", "rejected", "expired"]) }),
      )
      .optional(),
  })
  .refine(({ unsure, value }) => unsure === undefined || value === undefined, {
    error: "an answer is either unsure or has a value, not both",
  });

/** A file for `npm run rate`: what `scoring/README.md` describes. */
export const AnswerFile = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().optional(),
  questionnaire: z.string().optional(),
  ruleSet: z.string().optional(),
  edition: z.string().optional(),
  asOf: z.iso.date().optional(),
  regimes: z.array(z.string()).optional(),
  modules: z.array(z.string()).optional(),
  signed: z.boolean().optional(),
  plans: z.array(z.strictObject({ question: z.string(), accepted: z.boolean(), due: z.iso.date() })).optional(),
  lifted: z.array(z.strictObject({ question: z.string(), rule: z.string() })).optional(),
  notRebutted: z.array(z.string()).optional(),
  answers: z.record(z.string(), AnswerInFile),
});
export type AnswerFile = z.infer<typeof AnswerFile>;

export { AnswerFileError } from "./answer-problem";

/**
 * Reads an answer file.
 * @param text JSON
 * @param today ISO date that stands in where the file names none
 * @throws AnswerFileError with the place of the first thing that is wrong
 */
export function readAnswerFile(text: string, today: string): RateInput {
  const file = parse(text);
  const questionnaire = questionnaireOf(file);
  const edition = editionOf(file);
  const lists = listMembers(questionnaire);
  const regimes = file.regimes ?? [];
  for (const [place, regime] of regimes.entries()) {
    if (!questionnaire.definition.regimes.includes(regime)) {
      const known = questionnaire.definition.regimes.join(", ");
      throw new AnswerFileError(`regimes.${place}`, `unknown regime "${regime}"; there are ${known}`);
    }
  }
  for (const [code, answer] of Object.entries(file.answers)) {
    const question = questionnaire.questions.get(code);
    if (question === undefined) {
      throw new AnswerFileError(`answers.${code}`, `unknown question "${code}" in ${questionnaire.key}`);
    }
    checkAnswer(question, answer as Answer, `answers.${code}`, lists);
  }
  for (const [place, { question }] of (file.plans ?? []).entries()) {
    if (!questionnaire.questions.has(question)) {
      throw new AnswerFileError(`plans.${place}.question`, `unknown question "${question}" in ${questionnaire.key}`);
    }
  }
  const ruleSet = ruleSetOf(file);
  checkReview(file, ruleSet);
  return {
    questionnaire,
    answers: file.answers as Answers,
    regimes,
    modules: file.modules ?? [],
    ruleSet,
    edition,
    asOf: file.asOf ?? today,
    signed: file.signed ?? file.answers.O2?.value !== undefined,
    plans: file.plans,
    lifted: file.lifted,
    notRebutted: file.notRebutted,
  };
}

function parse(text: string): AnswerFile {
  let json: unknown;
  try {
    // A name like this would set an object's prototype instead of a member, and its answer would be lost in silence.
    json = JSON.parse(text.replace(/^\uFEFF/, ""), (name, value: unknown) => {
      if (name === "__proto__") throw new SyntaxError('the name "__proto__" is reserved');
      return value;
    });
  } catch (error) {
    throw new AnswerFileError("", `The file is not JSON: ${error instanceof Error ? error.message : "unreadable"}`);
  }
  const parsed = AnswerFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue === undefined ? new AnswerFileError("", "does not fit") : refusalOf(issue);
}

function questionnaireOf(file: AnswerFile): LoadedQuestionnaire {
  const key = file.questionnaire ?? "forced-labour@1";
  const [id = "", version] = key.split("@");
  const found = findQuestionnaire(id, Number(version));
  if (found?.key === key) return found;
  const known = questionnaires.map((one) => one.key).join(", ");
  throw new AnswerFileError("questionnaire", `unknown questionnaire "${key}"; there are ${known}`);
}

/** A lifted knock-out or a law that does not exist would change nothing, and somebody believes that it did. */
function checkReview({ lifted = [], notRebutted = [] }: AnswerFile, ruleSet: LoadedRuleSet): void {
  for (const [place, { question, rule }] of lifted.entries()) {
    const rules = ruleSet.definition.redFlags[question]?.rules ?? [];
    if (!rules.some(({ id, floor }) => id === rule && floor !== undefined)) {
      throw new AnswerFileError(`lifted.${place}`, `${question} has no knock-out "${rule}" in ${ruleSet.id}`);
    }
  }
  for (const [place, law] of notRebutted.entries()) {
    if (Object.hasOwn(ruleSet.definition.statuses, law)) continue;
    const known = Object.keys(ruleSet.definition.statuses).join(", ");
    throw new AnswerFileError(`notRebutted.${place}`, `unknown law "${law}"; there are ${known}`);
  }
}

function ruleSetOf(file: AnswerFile): LoadedRuleSet {
  if (file.ruleSet === undefined) return currentRuleSet();
  const found = findRuleSet(file.ruleSet);
  if (found !== undefined) return found;
  const known = ruleSets.map(({ id }) => id).join(", ");
  throw new AnswerFileError("ruleSet", `unknown rule set "${file.ruleSet}"; there are ${known}`);
}

function editionOf(file: AnswerFile): LoadedEdition {
  if (file.edition === undefined) return currentEdition();
  const found = findEdition(file.edition);
  if (found !== undefined) return found;
  const known = editions.map(({ id }) => id).join(", ");
  throw new AnswerFileError("edition", `unknown edition "${file.edition}"; there are ${known}`);
}
