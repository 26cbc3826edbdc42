import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { decidedBefore } from "#app/services/reviews/carried/carry-decisions";
import { findingIds } from "#app/services/reviews/left";
import { inForce, standingsOf } from "#app/services/reviews/standings";
import type { RatingWords } from "#app/services/team/ratings/rating-words";
import type { DecidedBefore } from "#app/views/team/reviews/review";
import type { AttestationDetails, Decision } from "#db/records";
import type { Walk } from "#questionnaires/walk";
import { type SeenReview, seenReview } from "./seen-review";
import { namesOf } from "./shown/queue";

type Shown = {
  readonly walk: Walk;
  readonly words: RatingWords;
  readonly findings: readonly { readonly id: string; readonly questions: readonly string[] }[];
  addressOf(question: string): string;
};

/**
 * Of a correction: what was decided about what it corrects, was not carried over, and is still there to be decided. What the reader
 * may not see of either is not in it.
 */
export async function decideAgain(
  ctx: TeamContext,
  seen: SeenReview,
  { walk, words, findings, addressOf }: Shown,
): Promise<DecidedBefore | undefined> {
  const before = await decidedBefore(ctx, seen.file);
  if (!before) return undefined;
  const { declaration } = before.file;
  if (!declaration) return undefined;
  const standings = standingsOf(before.rows);
  const first = await seenReview(ctx, { ...seen, file: { ...before.file, declaration }, rows: before.rows, standings });
  const carried = new Set(seen.rows.map((row) => row.carried?.decision));
  const isThere = thereNow(seen, walk, before.file);
  const names = await namesOf(ctx);
  const lines = inForce(first.standings)
    .map(({ decision }) => decision)
    .filter((decision) => !carried.has(decision.carried?.decision ?? decision.id) && isThere(decision))
    .map((decision) => {
      const { id, kind, subject, user, verdict } = decision;
      const question = decision.question || (findings.find((one) => one.id === subject)?.questions[0] ?? "");
      return {
        ...{ id, verdict, by: names.get(user) ?? "", at: timeMoment(decision.at, ctx.language) },
        name: kind === "link" ? words.regime(subject) : words.question(question),
        href: question === "" ? undefined : addressOf(question),
      };
    });
  return lines.length === 0 ? undefined : { reference: before.file.attestation.reference, lines };
}

/** Whether what was decided about stands in the correction and was not decided there. */
function thereNow(
  { file, latest: { rating }, standings }: SeenReview,
  { asked }: Walk,
  before: AttestationDetails,
): (decision: Decision) => boolean {
  const isDecided = (kind: Decision["kind"], question: string, subject: string) =>
    standings.some(
      ({ decision, state }) =>
        (state === "counts" || state === "waits") &&
        decision.kind === kind &&
        decision.question === question &&
        decision.subject === subject,
    );
  const sha256Of = (id: string) =>
    Object.values(before.evidence)
      .flat()
      .find((document) => document.id === id)?.sha256;
  const isStanding = ({ kind, question, subject }: Decision): boolean => {
    switch (kind) {
      case "answer":
        return asked.has(question);
      case "evidence":
        return (file.evidence[question] ?? []).some(
          ({ id, sha256 }) => sha256 === sha256Of(subject) && !isDecided("evidence", question, id),
        );
      case "floor":
        return rating.floor?.reasons.some((one) => one.question === question && one.rule === subject) ?? false;
      case "finding":
        return findingIds(rating, file.declaration).includes(subject);
      case "link":
        return Object.hasOwn(rating.statuses, subject) && rating.statuses[subject]?.startsWith("link-") === true;
    }
  };
  return (decision) => isStanding(decision) && !isDecided(decision.kind, decision.question, decision.subject);
}
