import { pageText } from "#app/i18n/page-text";
import { answerInWords, questionName } from "#app/services/answers/answer-words";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { Compared, ComparedRating } from "#app/services/team/suppliers/compare/compared-suppliers";
import type { AnswerCell, ComparedRow, EvidenceMark } from "#app/views/team/suppliers/comparison";
import type { Answer } from "#questionnaires/answers";
import type { Question } from "#questionnaires/definition";
import type { Rating } from "#scoring/rating";
import { cellsOf } from "./cells";

const inOrder = new Intl.Collator("en", { numeric: true });

/**
 * Every question that moved one of the ratings, with what each supplier answered and how far that is proven; for who does not see
 * answers on North Korean labour every other question that was asked.
 */
export function answerRows(ctx: TeamContext, compared: readonly Compared[]): readonly ComparedRow[] {
  const first = new Map<string, ComparedRating>();
  for (const { rated } of compared)
    for (const code of rated?.answers ? questionsFor(ctx, rated) : [])
      if (rated && !first.has(code)) first.set(code, rated);
  return [...first]
    .sort(([one], [other]) => inOrder.compare(one, other))
    .map(([code, rated]) => ({
      kind: "answer",
      key: `answer ${code}`,
      code,
      name: nameOf(ctx, rated, code),
      ...cellsOf(compared, (own, { supplier }) => cellOf(ctx, own, { code, supplier: supplier.id }), saidIn),
    }));
}

function questionsFor(ctx: TeamContext, { rating, made, hidden, answers }: ComparedRating): ReadonlySet<string> {
  if (readsNorthKorea(ctx)) return questionsOf(rating);
  const asked = made.questionnaire.order.filter(({ id, signing }) => answers?.walk.asked.has(id) && !signing);
  return new Set(asked.map(({ id }) => id).filter((code) => !hidden.isQuestion(code)));
}

/** Questions of red flags, of what sets a floor, and of controls that took something away. */
function questionsOf({ steps, floor }: Rating): ReadonlySet<string> {
  const moved = steps.filter(({ kind, points }) => kind === "adverse" || (kind === "control" && points !== 0));
  return new Set([
    ...moved.flatMap(({ questions }) => questions),
    ...(floor?.reasons ?? []).map((one) => one.question),
  ]);
}

function nameOf(ctx: TeamContext, { answers, words }: ComparedRating, code: string) {
  return answers ? pageText(questionName(answers.texts, code), ctx.language) : words.question(code);
}

type Asked = { readonly code: string; readonly supplier: string };

function cellOf(ctx: TeamContext, { answers, rating, hidden }: ComparedRating, { code, supplier }: Asked): AnswerCell {
  // Of another questionnaire, whose question of this code is another one.
  if (hidden.isQuestion(code)) return { missing: "restricted" };
  if (!answers) return { missing: "changed" };
  const { walk, texts } = answers;
  const question = walk.questionnaire.sections.flatMap(({ questions }) => questions).find(({ id }) => id === code);
  if (!question || !walk.asked.has(code)) return { missing: "notAsked" };
  const answer = walk.answers[code];
  const said = answerInWords(walk, question, { ui: ctx.language, texts });
  if (!answer || !said) return { missing: "blank" };
  return {
    unsure: said.unsure,
    parts: said.parts,
    href: `/suppliers/${supplier}#answer-${code}`,
    mark: markOf(question, answer),
    floor: readsNorthKorea(ctx) && (rating.floor?.reasons.some((reason) => reason.question === code) ?? false),
  };
}

/** What two answers must have in common to be alike. */
function saidIn(cell: AnswerCell): unknown {
  if (cell.missing !== undefined) return cell.missing;
  const { unsure, parts, mark, floor } = cell;
  return [unsure, parts, mark, floor];
}

const bestFirst = ["verified", "accepted", "attached", "expired", "rejected"] as const;

/** The best of the documents, as the rating counted them; nothing where none is asked for and none came. */
function markOf(question: Question, { evidence = [], unsure }: Answer): EvidenceMark | undefined {
  const best = bestFirst.find((status) => evidence.some((one) => one.status === status));
  return best ?? (question.evidence && unsure === undefined ? "said" : undefined);
}
