import { formatPoints } from "#app/i18n/writing/points";
import { answerInWords } from "#app/services/answers/answer-words";
import type { PageTexts } from "#app/services/supplier/page/page-texts";
import { linesOf } from "#app/services/supplier/question/answer-lines";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { ResultLine, ResultView } from "#app/views/supplier/signing/result";
import type { OwnResult } from "#scoring/explanation/own-result";
import type { Rating } from "#scoring/rating";
import type { Band } from "#terms/bands";

/** Longer answers are on the page that prints all of them. */
const mostLines = 4;

/** What stands beside the figures of a supplier's own result, in words. */
export function resultLines(session: SupplierSession, words: PageTexts) {
  const { t } = words;
  const buyer = session.file.organisation.name;
  const named = (code: string): ResultLine => ({ code, name: words.say(`${code}.title`) });
  const answered = (code: string): ResultLine => ({ ...named(code), answer: answerOf(session, code, words) });

  function floor({ floor: held, band, scoreBand }: Rating): ResultView["floor"] {
    if (held === null) return undefined;
    const name = t(`supplier:result.band.${held.band}`);
    const lifts = band !== scoreBand;
    return {
      title: t("supplier:result.floor.title", { band: name }),
      text: t(`supplier:result.floor.${lifts ? "lifts" : "holds"}`, {
        band: name,
        score: t(`supplier:result.band.${scoreBand}`),
      }),
      lines: held.reasons.map(({ question, unverified }) => ({
        ...answered(question),
        text: t(`supplier:result.floor.${unverified ? "open" : "fact"}`, { buyer }),
      })),
    };
  }

  function moves({ lowers, firstTwo, together, helps }: OwnResult): ResultView["moves"] {
    return {
      lowers: lowers.map(({ question, kind, points }) => ({
        ...answered(question),
        points: formatPoints(-points, words.ui),
        text: t(`supplier:result.lower.${kind === "missing" && takesProof(question) ? "missing-proof" : kind}`),
      })),
      ...(firstTwo && { firstTwo: t("supplier:result.lower.firstTwo", reached(firstTwo)) }),
      ...(together && { together: t("supplier:result.lower.together", reached(together)) }),
      helps: helps.map(({ question, points }) => ({ ...named(question), points: formatPoints(points, words.ui) })),
    };
  }

  const reached = ({ score, band }: { readonly score: number; readonly band: Band }) => ({
    score: formatPoints(score, words.ui),
    band: t(`supplier:result.band.${band}`),
  });
  const takesProof = (code: string) => session.questionnaire.questions.get(code)?.evidence !== undefined;
  return { floor, moves };
}

function answerOf({ walk }: SupplierSession, code: string, words: PageTexts): ResultLine["answer"] {
  const question = walk.questionnaire.questions.get(code);
  const answer = question && answerInWords(walk, question, words);
  return linesOf(answer && { ...answer, comment: undefined }, words).slice(0, mostLines);
}
