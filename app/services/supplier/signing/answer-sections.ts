import { answerInWords } from "#app/services/answers/answer-words";
import { mayRead } from "#app/services/supplier/colleagues/own-sections";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { linesOf, totalLine } from "#app/services/supplier/question/answer-lines";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { CheckLine } from "#app/views/supplier/signing/check";
import type { Question } from "#questionnaires/definition";

/** Every section in which something is asked that may be read here, with what `answer` makes of each of its questions. */
export function answerSections<T>(session: SupplierSession, words: PageTexts, answer: (question: Question) => T) {
  const { walk, questionnaire } = session;
  return questionnaire.sections
    .map((section) => ({
      code: section.id,
      name: words.say(`section.${section.id}`),
      answers: section.questions
        .filter(({ id, signing }) => !signing && walk.asked.has(id) && mayRead(session, id))
        .map(answer),
    }))
    .filter(({ answers }) => answers.length > 0);
}

/** One question with its answer in words. */
export function answerLine({ walk }: SupplierSession, question: Question, words: PageTexts): CheckLine {
  const answer = answerInWords(walk, question, words);
  const comment = answer?.comment;
  const total = totalLine(answer, words);
  return {
    code: question.id,
    name: words.say(`${question.id}.short`),
    lines: answer && walk.stateOf(question.id) !== "blank" ? linesOf({ ...answer, comment: undefined }, words) : [],
    ...(total === undefined ? {} : { total }),
    ...(comment === undefined ? {} : { comment }),
  };
}
