import { dayMoment } from "#app/i18n/dates/moments";
import { pageText } from "#app/i18n/page-text";
import { findingsIn, type SignedFinding } from "#app/services/answers/findings/signed-findings";
import type { TeamContext } from "#app/services/context/contexts";
import { ownTexts } from "#app/services/team/questionnaires/own-texts";
import type { AnswerProblemsView } from "#app/views/team/supplier/answers";
import type { AttestationDetails } from "#db/records";
import { contradictions, type Walk } from "#questionnaires/walk";
import type { Rating } from "#scoring/rating";
import type { NorthKoreaParts } from "#scoring/rules/north-korea";
import { copiedLines } from "./copied";

type FindingLine = AnswerProblemsView["contradictions"][number];

/**
 * What does not fit in the answers, in words, with what the supplier said of it; what is the same in answers of suppliers that
 * have nothing to do with it; and what was left open. Nothing of what is `hidden`.
 */
export async function answerProblemsView(
  ctx: TeamContext,
  file: AttestationDetails,
  found: Walk,
  rating: Rating,
  hidden: NorthKoreaParts,
): Promise<AnswerProblemsView> {
  const texts = ownTexts(ctx, found.questionnaire, ctx.language);
  const signed = file.declaration ? findingsIn(file.declaration) : [];
  const known = new Map(found.questionnaire.definition.contradictions.map((one) => [one.id, one]));
  const ids = new Set([...rating.contradictions, ...contradictions(found).map(({ id }) => id)]);
  const own = [...ids]
    .filter((id) => !hidden.isContradiction(id))
    .map((id): FindingLine => {
      const said = signed.find((one) => one.kind === "contradiction" && one.id === id);
      return {
        id,
        text: pageText(texts.get(`contradiction.${id}`) ?? { text: id, lang: ctx.language }, ctx.language),
        questions: known.get(id)?.questions ?? [],
        ...(said ? saidOf(said) : {}),
      };
    });
  const others = signed
    .filter(({ kind, questions }) => kind !== "contradiction" && !questions.some(hidden.isQuestion))
    .map((one): FindingLine => ({ id: one.id, text: findingText(ctx, one), questions: one.questions, ...saidOf(one) }));
  return {
    contradictions: [...own, ...others],
    copied: (await copiedLines(ctx, file, found)).filter(
      ({ question, otherQuestion }) => ![question, otherQuestion].some(hidden.isQuestion),
    ),
    blanks: rating.blanks.filter((code) => !hidden.isQuestion(code)),
  };
}

function saidOf({ stoodBy, reason }: SignedFinding): Pick<FindingLine, "stoodBy" | "reason"> {
  return { stoodBy, ...(reason === undefined ? {} : { reason }) };
}

function findingText(ctx: TeamContext, { kind, file, workers }: SignedFinding): string {
  const t = ctx.t(ctx.language);
  if (kind === "same-file") return t("ratings:page.findings.sameFile", { name: file ?? "" });
  if (kind !== "workers" || workers === undefined) return t("ratings:page.findings.firstChoices");
  const { format } = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  return t("ratings:page.findings.workers", {
    now: format(workers.now),
    before: format(workers.before),
    day: dayMoment(new Date(workers.signedAt), ctx.language).text,
  });
}
