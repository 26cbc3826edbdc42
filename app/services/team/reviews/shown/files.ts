import { dayMoment } from "#app/i18n/dates/moments";
import { documentFacts, questionsOf } from "#app/services/answers/document-facts";
import { isKeptApart } from "#app/services/answers/evidence-answers";
import type { TeamContext } from "#app/services/context/contexts";
import type { FileChoice } from "#app/views/team/reviews/review";
import type { AttestationDetails, RatingGiven } from "#db/records";
import type { Walk } from "#questionnaires/walk";
import type { DecisionViews } from "./decision-views";

type Known = { readonly walk: Walk; readonly given?: RatingGiven; readonly decisions: DecisionViews };

/** The documents of one question, with what was made of each. */
export function fileChoices(
  ctx: TeamContext,
  file: AttestationDetails,
  question: string,
  { walk, given, decisions }: Known,
): readonly FileChoice[] {
  const { format } = new Intl.NumberFormat(ctx.language, { maximumFractionDigits: 1, numberingSystem: "latn" });
  const reader = { t: ctx.t(ctx.language), ui: ctx.language };
  return (file.evidence[question] ?? []).map((document): FileChoice => {
    const { id, name, type, bytes, sha256, status, receivedAt, scannedAt, about } = document;
    const isApart = isKeptApart(document);
    const href = `/suppliers/${file.supplier.id}/evidence/${id}`;
    const questions = questionsOf(file, document);
    return {
      ...{ id, name, sha256, isApart, href: isApart ? `${href}/kept-apart` : href },
      status: given?.evidence?.[id] ?? status,
      isImage: !isApart && /^image\/(?:jpeg|png|webp)$/.test(type),
      size: ctx.t(ctx.language)("reviews:file.size", { size: format(Math.max(0.1, bytes / 1_000_000)) }),
      facts: documentFacts(about, questions, walk, reader),
      received: dayMoment(receivedAt, ctx.language),
      scanned: scannedAt !== undefined,
      decision: decisions.about("evidence", id),
      also: questions.filter((other) => other !== question),
    };
  });
}
