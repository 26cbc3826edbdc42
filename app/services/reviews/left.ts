import { findingsIn } from "#app/services/answers/findings/signed-findings";
import type { AttestationDetails, Decision, Declaration, ReviewLeft } from "#db/records";
import type { Rating } from "#scoring/rating";
import { inForce, type Standing, standingsOf } from "./standings";

/** What is left to do of a review: floors that hold and were not looked at, findings that stay, files that nobody judged. */
export function leftOf(
  rows: readonly Decision[],
  rating: Rating,
  { declaration, evidence }: AttestationDetails & { readonly declaration: Declaration },
): ReviewLeft {
  const standings = standingsOf(rows);
  const counting = inForce(standings);
  const waits = standings.filter(({ state }) => state === "waits");
  const isDone = (kind: Decision["kind"], matches: (decision: Decision) => boolean) =>
    [...counting, ...waits].some(({ decision }) => decision.kind === kind && matches(decision));
  const floors = (rating.floor?.reasons ?? []).filter(
    ({ question, rule }) =>
      !isDone("floor", (one) => one.question === question && one.subject === rule) &&
      !isDone("answer", (one) => one.question === question),
  );
  const findings = findingIds(rating, declaration).filter((id) => !isDone("finding", ({ subject }) => subject === id));
  const files = Object.values(evidence)
    .flat()
    .filter(({ id }) => !isDone("evidence", ({ subject }) => subject === id));
  return {
    ...{ floors: floors.length, findings: findings.length, files: files.length, waiting: waits.length },
    ...secondOf(waits),
  };
}

/** Who the oldest of those that wait was given to. */
function secondOf([oldest]: readonly Standing[]): Pick<ReviewLeft, "second"> {
  const second = oldest?.decision.second;
  return second === undefined ? {} : { second };
}

/** What does not fit, by its id: contradictions, and what the supplier was asked about before it signed. */
export function findingIds({ contradictions }: Rating, declaration: Declaration): readonly string[] {
  return [...new Set([...contradictions, ...findingsIn(declaration).map(({ id }) => id)])];
}
