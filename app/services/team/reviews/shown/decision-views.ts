import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { inForce, type Standing } from "#app/services/reviews/standings";
import type { DecisionView } from "#app/views/team/reviews/review";
import type { AttestationDetails, CarriedDecision, Decision } from "#db/records";
import { namesOf } from "./queue";

/** Decisions in words, with what the reader may do about each. */
export type DecisionViews = {
  view(standing: Standing): DecisionView;
  /** The one about this that waits or counts, if any. */
  about(kind: Decision["kind"], subject: string, question?: string): DecisionView | undefined;
  /** All about a question, newest first. */
  of(question: string): readonly DecisionView[];
};

export async function decisionViews(
  ctx: TeamContext,
  standings: readonly Standing[],
  file: AttestationDetails,
): Promise<DecisionViews> {
  const names = await namesOf(ctx);
  const counting = new Set(inForce(standings));
  const documents = new Map(Object.values(file.evidence).flatMap((all) => all.map((one) => [one.id, one] as const)));
  const mayDecide = ctx.may("reviews.decide");
  const at = (row: Decision) => timeMoment(row.at, ctx.language);
  const document = (id: string) => {
    const found = documents.get(id);
    return found && { name: found.name, href: `/suppliers/${file.supplier.id}/evidence/${id}` };
  };

  function mayOf({ decision, state }: Standing): DecisionView["may"] {
    if (!mayDecide) return [];
    if (state === "waits" && decision.second === ctx.user.id) return ["agree", "decline"];
    return state === "waits" || state === "counts" ? ["take-back"] : [];
  }

  /** A decision that was carried over is of when it was made. */
  function carriedView({ reference, at: madeAt, second = "", agreedAt }: CarriedDecision) {
    const then = { carriedFrom: reference, at: timeMoment(new Date(madeAt), ctx.language) };
    if (agreedAt === undefined) return then;
    return { ...then, second: names.get(second) ?? "", secondAt: timeMoment(new Date(agreedAt), ctx.language) };
  }

  function view(standing: Standing): DecisionView {
    const { decision, state, agreed, ended } = standing;
    const { id, verdict, reason, user, second = "", proof = "", kind, subject, carried } = decision;
    return {
      ...{ id, verdict, reason, by: names.get(user) ?? "", at: at(decision), may: mayOf(standing) },

      state: state === "counts" && !counting.has(standing) ? "replaced" : state,
      proof: document(proof),
      second: names.get(second),
      secondAt: agreed && at(agreed),
      ...(carried && carriedView(carried)),
      ended: ended && { by: names.get(ended.user) ?? "", at: at(ended), reason: ended.reason },
      about: kind === "evidence" ? documents.get(subject)?.name : undefined,
    };
  }

  return {
    view,
    about(kind, subject, question) {
      const found = standings.findLast(
        (one) =>
          one.decision.kind === kind &&
          one.decision.subject === subject &&
          (question === undefined || one.decision.question === question) &&
          (one.state === "waits" || counting.has(one)),
      );
      return found && view(found);
    },
    of: (question) =>
      standings
        .filter(({ decision }) => decision.question === question)
        .map(view)
        .reverse(),
  };
}
