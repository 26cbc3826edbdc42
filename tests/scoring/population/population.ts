import type { Answer, Answers, Evidence, EvidenceStatus } from "#questionnaires/answers";
import { findQuestionnaire } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { companyAnswers } from "./company-answers";
import { type Firm, firmOf } from "./firm";
import { managementAnswers } from "./management-answers";
import { labourAnswers, treatmentAnswers } from "./people-answers";

const found = findQuestionnaire("forced-labour", 2);
if (found === undefined) throw new Error("There is no version 2");
export const questionnaire: LoadedQuestionnaire = found;

/** The day on which all of them are rated. */
export const asOf = "2026-11-15";

/**
 * Made-up suppliers that answer version 2 in full, as they understand it: most of them well, some badly, and some without
 * knowing. What is assumed stands in ASSUMPTIONS.md. Answers that do not apply are there too, as the walk leaves them out: so
 * another answer can be tried without asking again.
 */
export function population(count: number, seed = 2026): readonly Answers[] {
  return Array.from({ length: count }, (_, number) => supplier(number, seed));
}

/** One of them, by its number from 0. */
export function supplier(number: number, seed = 2026): Answers {
  return answersOf(firmOf(number, seed));
}

function answersOf(firm: Firm): Answers {
  const told = consistent({
    ...companyAnswers(firm),
    ...labourAnswers(firm),
    ...treatmentAnswers(firm),
    ...managementAnswers(firm),
  });
  return Object.fromEntries(Object.entries(told).map(([code, answer]) => [code, asGiven(firm, code, answer)]));
}

/** What one answer makes of another. */
function consistent(answers: Answers): Answers {
  const rows = (code: string, part: string) => {
    const given = answers[code]?.value?.[part];
    return Array.isArray(given) ? given.length : 0;
  };
  const nobody = rows("E4", "steps") === 0 && answers.L1?.value?.suppliers === 0;
  const agents = answers.D3?.value?.answer === "direct" || rows("D2", "foreign") === 0;
  const hasAny = answers.E3?.value?.["since-2018"];
  if (!nobody || !agents || hasAny === "yes") return answers;
  return { ...answers, E3: { value: { "since-2018": "no-partners" } } };
}

/** Questions that people do not leave open: what they are asked first, and what they check it with. */
const plain = new Set(["C1", "C2", "C3", "D1", "E4", "J4", "K1"]);

function asGiven({ chance, vagueness, quality }: Firm, code: string, answer: Answer): Answer {
  const question = questionnaire.questions.get(code);
  if (question === undefined || answer.unsure !== undefined) return answer;
  if (!plain.has(code) && question.unsure.includes("dk") && chance.yes(vagueness)) return { unsure: "dk" };
  if (!plain.has(code) && question.unsure.includes("legal") && chance.yes(0.002)) return { unsure: "legal" };
  if (!question.evidence || !chance.yes(0.1 + 0.55 * quality)) return answer;
  const status = chance.weighted<EvidenceStatus>([
    ["attached", 60],
    ["accepted", 25],
    ["verified", 7],
    ["rejected", 4],
    ["expired", 4],
  ]);
  const evidence: readonly Evidence[] = [{ id: `doc-${code}`, status }];
  return { ...answer, evidence };
}
