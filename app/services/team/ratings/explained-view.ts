import { bareText } from "#app/i18n/page-text";
import { joinItems } from "#app/i18n/writing/punctuation";
import { answerInWords } from "#app/services/answers/answer-words";
import type { TeamContext } from "#app/services/context/contexts";
import type { ChangeView, ExplainedView } from "#app/views/team/supplier/explained";
import { textsOf } from "#questionnaires/texts";
import type { SingleChange } from "#scoring/explanation/changes/single-changes";
import type { Explanation } from "#scoring/explanation/explain";
import { walkWithFacts } from "#scoring/facts";
import type { RateInput } from "#scoring/rate";
import type { RatingWords } from "./rating-words";

/** Single answers that the page names; the others do no more. */
const namedChanges = 3;

/** The numbers of a rating with the names of what they count, and the single answers that would move its band. */
export function explainedView(
  ctx: TeamContext,
  input: RateInput,
  { workings, doubts, changes }: Explanation,
  words: RatingWords,
): ExplainedView {
  const controls = workings.controls.groups.flatMap(({ controls: own }) => own);
  return {
    workings,
    controls: Object.fromEntries(controls.map(({ id, question }) => [id, words.control(id, question)])),
    doubts: Object.fromEntries(
      Object.entries(doubts).map(([part, all]) => [part, all.map(({ kind, text }) => ({ kind, text }))]),
    ),
    changes: changes.slice(0, namedChanges).map((change) => changeView(ctx, input, change, words)),
  };
}

function changeView(ctx: TeamContext, input: RateInput, change: SingleChange, words: RatingWords): ChangeView {
  const { question, isNewAnswer, proof, score, band } = change;
  const answer = isNewAnswer ? optionsInWords(ctx, input, change) : undefined;
  return { question, name: words.question(question), answer, isNewAnswer, proof, score, band };
}

/** The answer in words, where every part of it is chosen from options: a number that was only tried out is nobody's advice. */
function optionsInWords(
  ctx: TeamContext,
  input: RateInput,
  { question: id, answer }: SingleChange,
): string | undefined {
  const question = input.questionnaire.questions.get(id);
  const texts = textsOf(input.questionnaire, ctx.language);
  if (answer.unsure) return texts.get(`unsure.${answer.unsure}`)?.text;
  if (!question?.parts.every(({ type }) => type === "one" || type === "many")) return undefined;
  const walk = walkWithFacts({ ...input, answers: { ...input.answers, [id]: answer } });
  const parts = answerInWords(walk, question, { ui: ctx.language, texts })?.parts ?? [];
  const lines = parts.flatMap((part) => (part.kind === "lines" ? part.lines.map(bareText) : []));
  return lines.length === 0 ? undefined : joinItems(lines, ctx.language);
}
