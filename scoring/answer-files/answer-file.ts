import { z } from "zod";
import type { Answer, Answers } from "#questionnaires/answers";
import { findQuestionnaire, questionnaires } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { currentEdition, editions, findEdition, type LoadedEdition } from "#scoring/editions/index";
import { listMembers } from "#scoring/editions/questionnaire-lists";
import { isSilence } from "#scoring/findings/findings";
import type { RateInput } from "#scoring/rate";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { findRuleSet, newestRuleSetFor, ruleSets } from "#scoring/rulesets/index";
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
  plans: z
    .array(
      z.strictObject({
        question: z.string(),
        accepted: z.boolean(),
        due: z.iso.date(),
        reviewed: z.iso.date().optional(),
      }),
    )
    .optional(),
  lifted: z.array(z.strictObject({ question: z.string(), rule: z.string() })).optional(),
  underReview: z.array(z.string()).optional(),
  notRebutted: z.array(z.string()).optional(),
  answers: z.record(z.string(), AnswerInFile),
});
export type AnswerFile = z.infer<typeof AnswerFile>;

export { AnswerFileError } from "./answer-problem";

/**
 * Reads an answer file.
 * @param text JSON
 * @param today ISO date that stands in where the file names none
 * @param rules id of the rule set to rate with, whatever the file says
 * @throws AnswerFileError with the place of the first thing that is wrong
 */
export function readAnswerFile(text: string, today: string, rules?: string): RateInput {
  const file = parse(text);
  const questionnaire = questionnaireOf(file);
  const edition = editionOf(file);
  const ruleSet = ruleSetOf(rules ?? file.ruleSet, questionnaire);
  const lists = listMembers(questionnaire);
  const regimes = file.regimes ?? [];
  checkRegimes(regimes, questionnaire);
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
    underReview: file.underReview,
    notRebutted: file.notRebutted,
  };
}

function checkRegimes(regimes: readonly string[], questionnaire: LoadedQuestionnaire): void {
  for (const [place, regime] of regimes.entries()) {
    if (!questionnaire.definition.regimes.includes(regime)) {
      const known = questionnaire.definition.regimes.join(", ");
      throw new AnswerFileError(`regimes.${place}`, `unknown regime "${regime}"; there are ${known}`);
    }
  }
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
function checkReview(
  { lifted = [], underReview = [], notRebutted = [] }: AnswerFile,
  { id, definition: { redFlags, statuses } }: LoadedRuleSet,
): void {
  for (const [place, { question, rule }] of lifted.entries()) {
    const { rules = [], unverified } = redFlags[question] ?? {};
    if (unverified && isSilence(rule)) continue;
    if (rules.some((one) => one.id === rule && one.floor !== undefined)) continue;
    throw new AnswerFileError(`lifted.${place}`, `${question} has no knock-out "${rule}" in ${id}`);
  }
  for (const [field, laws] of Object.entries({ underReview, notRebutted })) {
    for (const [place, law] of laws.entries()) {
      if (Object.hasOwn(statuses, law)) continue;
      const known = Object.keys(statuses).join(", ");
      throw new AnswerFileError(`${field}.${place}`, `unknown law "${law}"; there are ${known}`);
    }
  }
}

function ruleSetOf(id: string | undefined, questionnaire: LoadedQuestionnaire): LoadedRuleSet {
  const fitting = ruleSets.filter((one) => isMadeFor(one, questionnaire));
  const found = id === undefined ? newestRuleSetFor(questionnaire) : findRuleSet(id);
  const known = fitting.map((one) => one.id).join(", ") || "none";
  if (found === undefined) throw new AnswerFileError("ruleSet", `unknown rule set "${id}"; there are ${known}`);
  if (!fitting.includes(found)) {
    throw new AnswerFileError("ruleSet", `${found.id} does not rate ${questionnaire.key}; there are ${known}`);
  }
  return found;
}

function editionOf(file: AnswerFile): LoadedEdition {
  if (file.edition === undefined) return currentEdition();
  const found = findEdition(file.edition);
  if (found !== undefined) return found;
  const known = editions.map(({ id }) => id).join(", ");
  throw new AnswerFileError("edition", `unknown edition "${file.edition}"; there are ${known}`);
}
