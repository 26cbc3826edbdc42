import type { OpenReview } from "#app/services/team/reviews/read-review";
import type { AnswerMark } from "#app/views/team/reviews/review";
import type { AnswerProblemsView } from "#app/views/team/supplier/answers";
import type { Walk } from "#questionnaires/walk";
import type { DecisionViews } from "./decision-views";

type Mark = Omit<AnswerMark, "href" | "isCurrent" | "name"> & { readonly points: number };

type Known = {
  readonly walk: Walk;
  readonly problems: AnswerProblemsView;
  readonly decisions: DecisionViews;
  isShown(question: string): boolean;
};

/**
 * The answers there is something to decide about: those that hold a floor first, then what does not fit, then files, then those
 * that raised the rating, the most first.
 */
export function answerMarks(
  { latest: { rating }, standings, file }: OpenReview,
  { walk, problems, decisions, isShown }: Known,
): readonly Mark[] {
  const floors = new Set([
    ...(rating.floor?.reasons ?? []).map(({ question }) => question),
    ...standings.filter(({ decision }) => decision.kind === "floor").map(({ decision }) => decision.question),
  ]);
  const marks = walk.questionnaire.sections
    .flatMap(({ questions }) => questions)
    .filter(({ id, signing }) => walk.asked.has(id) && !signing && isShown(id))
    .map(({ id: code }): Mark => {
      const found = problems.contradictions.filter(({ questions }) => questions.includes(code));
      const files = file.evidence[code] ?? [];
      const points = rating.steps
        .filter((step) => step.kind === "adverse" && step.code === code)
        .reduce((sum, step) => sum + step.points, 0);
      const isRead = decisions.about("answer", "", code) !== undefined;
      const open =
        (rating.floor?.reasons ?? []).some(
          (one) => one.question === code && !decisions.about("floor", one.rule, code) && !isRead,
        ) ||
        found.some(({ id }) => !decisions.about("finding", id)) ||
        files.some(({ id }) => !decisions.about("evidence", id));
      const hasMore = floors.has(code) || found.length > 0 || files.length > 0;
      return {
        ...{ code, points, floor: floors.has(code), findings: found.length, files: files.length },
        isDone: !open && (hasMore || isRead),
      };
    });
  return marks
    .filter(({ floor, findings, files, points }) => floor || findings > 0 || files > 0 || points > 0)
    .sort(
      (one, other) =>
        Number(other.floor) - Number(one.floor) ||
        Number(other.findings > 0) - Number(one.findings > 0) ||
        Number(other.files > 0) - Number(one.files > 0) ||
        other.points - one.points,
    );
}
