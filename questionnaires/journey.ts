/** Everything about the way through a questionnaire: what is asked, what is answered, what is next, what does not fit. */
export { contradictions } from "#questionnaires/journey/contradictions";
export {
  nextQuestion,
  openQuestions,
  type SectionState,
  sectionStates,
} from "#questionnaires/journey/progress";
export { shownParts, type Walk, walk } from "#questionnaires/journey/walk";
