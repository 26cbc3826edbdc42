import type { Answer } from "#questionnaires/answers";
import type { Walk } from "#questionnaires/walk";

/** A walk with the documents that count, and the questions at which a file counts no more. */
type CountedFiles = { readonly walk: Walk; readonly sharedFiles: readonly string[] };

const none: readonly string[] = [];

/**
 * One file counts as attached for the first questions in the order of the questionnaire, and for further ones only once a
 * reviewer has accepted it for them: until then these are said only. The inherent risk reads no documents.
 * @param most questions that one file counts for; absent: any number
 */
export function countedFiles(walk: Walk, most: number | undefined): CountedFiles {
  if (most === undefined || !mayShare(walk, most)) return { walk, sharedFiles: none };
  const uses = new Map<string, number>();
  const shared: string[] = [];
  const answers: Record<string, Answer> = { ...walk.answers };
  for (const { question } of walk.questionnaire.plan.provable) {
    const code = question.id;
    const answer = walk.answers[code];
    if (answer?.evidence === undefined || answer.evidence.length === 0) continue;
    const evidence = answer.evidence.filter(({ id, status }) => {
      return status !== "attached" || (uses.get(id) ?? 0) < most;
    });
    for (const id of new Set(answer.evidence.map((one) => one.id))) uses.set(id, (uses.get(id) ?? 0) + 1);
    if (evidence.length === answer.evidence.length) continue;
    answers[code] = { ...answer, evidence };
    shared.push(code);
  }
  return shared.length === 0 ? { walk, sharedFiles: none } : { walk: { ...walk, answers }, sharedFiles: shared };
}

/** Whether any file stands at more questions than it counts for: in most sets of answers none stands at two. */
function mayShare({ answers, states, questionnaire }: Walk, most: number): boolean {
  const seen: string[] = [];
  let again = 0;
  for (const { place, question } of questionnaire.plan.provable) {
    const given = states[place] === "not-asked" ? undefined : answers[question.id]?.evidence;
    if (given === undefined) continue;
    for (const { id } of given) {
      if (seen.includes(id)) again += 1;
      else seen.push(id);
    }
  }
  return again >= most;
}
