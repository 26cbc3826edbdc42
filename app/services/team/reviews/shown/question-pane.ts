import { findLanguage } from "#app/i18n/languages";
import { pageText } from "#app/i18n/page-text";
import { answerInWords } from "#app/services/answers/answer-words";
import type { TeamContext } from "#app/services/context/contexts";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import type { RatingWords } from "#app/services/team/ratings/rating-words";
import type { OpenReview } from "#app/services/team/reviews/read-review";
import type { FindingChoice, QuestionPane } from "#app/views/team/reviews/review";
import type { AnswerProblemsView } from "#app/views/team/supplier/answers";
import type { ReviewRules } from "#db/records";
import type { Walk } from "#questionnaires/walk";
import { answerBefore } from "./before";
import type { DecisionViews } from "./decision-views";
import { fileChoices } from "./files";
import { floorChoices } from "./floors";
import type { ShownParts } from "./shown-parts";

export type PaneParts = {
  readonly walk: Walk;
  readonly words: RatingWords;
  readonly rules: ReviewRules;
  readonly problems: AnswerProblemsView;
  readonly decisions: DecisionViews;
  readonly shown: ShownParts;
};

/** One question: as it was answered, what it counts, what was said before, what does not fit, and what was decided. */
export async function questionPane(
  ctx: TeamContext,
  opened: OpenReview,
  code: string,
  { walk, words, rules, problems, decisions, shown }: PaneParts,
): Promise<QuestionPane | undefined> {
  const question = walk.questionnaire.questions.get(code);
  if (!question) return undefined;
  const { file, latest } = opened;
  const texts = ownTexts(ctx, walk.questionnaire, ctx.language);
  const title = texts.get(`${code}.title`);
  return {
    code,
    title: title ? pageText(title, ctx.language) : code,
    answer: answerInWords(walk, question, { ui: ctx.language, texts }),
    original: originalOf(ctx, opened, walk, code),
    steps: latest.rating.steps
      .filter(({ kind, questions }) => kind !== "cap" && questions.includes(code))
      .map((step) => ({ text: words.step(step), from: words.from(step), points: step.points })),
    floors: floorChoices(ctx, opened, code, { words, rules, decisions }, shown.isShown),
    findings: problems.contradictions
      .filter(({ id, questions }) => questions.includes(code) && shown.isFindingShown(id))
      .map((one): FindingChoice => ({ ...one, decision: decisions.about("finding", one.id) })),
    copied: problems.copied.filter((one) => one.question === code),
    files: fileChoices(ctx, file, code, { walk, given: latest.given, decisions }),
    before: await answerBefore(ctx, file, code),
    isRead: decisions.about("answer", "", code) !== undefined,
    isOnNorthKorea: shown.isOnNorthKorea(code),
    decisions: decisions.of(code),
  };
}

/** The answer in the language in which it was signed, where that is not the reader's. */
function originalOf(ctx: TeamContext, { file }: OpenReview, walk: Walk, code: string): QuestionPane["original"] {
  const { language } = file.declaration;
  const question = walk.questionnaire.questions.get(code);
  if (language === ctx.language || !question) return undefined;
  const { endonym = language, dir = "ltr" } = findLanguage(language) ?? {};
  const answer = answerInWords(walk, question, {
    ui: language,
    texts: ownTexts(ctx, walk.questionnaire, language),
  });
  return { answer, language: endonym, lang: language, dir };
}
