import { questionsOf } from "#app/services/answers/document-facts";
import { findingsIn } from "#app/services/answers/findings/signed-findings";
import type { TeamContext } from "#app/services/context/contexts";
import type { OpenReview } from "#app/services/team/reviews/read-review";
import type { Decision, StoredEvidence, User } from "#db/records";
import { seesReasons, shownParts } from "./shown/shown-parts";

type Decided = Pick<Decision, "kind" | "question" | "subject">;

/** A review as far as somebody may see it: what is not in it is not there for them, on pages and in forms. */
export type SeenReview = OpenReview & {
  isQuestionSeen(code: string): boolean;
  isFindingSeen(id: string): boolean;
  isDecisionSeen(decision: Decided): boolean;
};

/**
 * Without the right to see answers on North Korean labour nothing of a review tells of floors, points and links, which move with
 * them; and documents go with any of their questions.
 */
export async function seenReview(ctx: TeamContext, opened: OpenReview): Promise<SeenReview> {
  const { file, latest, made, standings } = opened;
  const shown = await shownParts(ctx, made.questionnaire);
  if (seesReasons(ctx))
    return { ...opened, isQuestionSeen: () => true, isFindingSeen: () => true, isDecisionSeen: () => true };
  const signed = new Map(findingsIn(file.declaration).map((one) => [one.id, one.questions]));
  const isFindingSeen = (id: string) => shown.isFindingShown(id) && (signed.get(id) ?? []).every(shown.isShown);
  const isDocumentSeen = (document: StoredEvidence) =>
    [document.question, ...questionsOf(file, document)].every(shown.isShown);
  const evidence = Object.fromEntries(
    Object.entries(file.evidence).map(([code, documents]) => [code, documents.filter(isDocumentSeen)]),
  );
  const documents = new Set(
    Object.values(evidence)
      .flat()
      .map(({ id }) => id),
  );
  const isDecisionSeen = ({ kind, question, subject }: Decided) => {
    if (kind === "evidence") return documents.has(subject);
    if (kind === "finding") return isFindingSeen(subject);
    return kind === "answer" && shown.isShown(question);
  };
  const { rating } = latest;
  const contradictions = rating.contradictions.filter(isFindingSeen);
  return {
    ...opened,
    file: { ...file, evidence },
    standings: standings.filter(({ decision }) => isDecisionSeen(decision)),
    latest: { ...latest, rating: { ...rating, floor: null, steps: [], statuses: {}, contradictions } },
    isQuestionSeen: shown.isShown,
    isFindingSeen,
    isDecisionSeen,
  };
}

/** Whether somebody else sees what a decision is about: nobody is asked to agree to what they may not see. */
export async function seesDecision(ctx: TeamContext, opened: OpenReview, user: User, of: Decided): Promise<boolean> {
  const { isDecisionSeen } = await seenReview({ ...ctx, may: () => user.readsNorthKorea }, opened);
  return isDecisionSeen(of);
}
