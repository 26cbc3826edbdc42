/** Everything about the way through a questionnaire: what is asked, what is answered, what is next, what does not fit. */
export { contradictions, explanationOf, mismatchesOf } from "./walk/contradictions";
export { areAllFirstChoices } from "./walk/first-choices";
export { longTexts } from "./walk/long-texts";
export { withoutImpossibleDates } from "./walk/possible-dates";
export {
  answerCounts,
  answerRange,
  countAnswers,
  nextQuestion,
  openQuestions,
  type SectionState,
  sectionStates,
  servedQuestions,
} from "./walk/progress";
export { type RunningTotals, runningTotals, type Sums } from "./walk/totals";
export { type QuestionState, shownParts, type Walk, walk } from "./walk/walk";
