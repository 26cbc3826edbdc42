import { inForce, type Standing, standingsOf } from "#app/services/reviews/standings";
import type { AttestationDetails, Decision, Declaration, ReviewLeft } from "#db/records";
import type { Rating } from "#scoring/rating";
import { findingIds } from "./read-review";

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
