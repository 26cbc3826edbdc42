import type { Decision, RatingGiven } from "#db/records";
import type { EvidenceStatus } from "#questionnaires/answers";
import type { Verdict } from "#terms/reviews/decisions";
import { inForce, standingsOf } from "./standings";

const statuses: Partial<Record<Verdict, EvidenceStatus>> = {
  accepted: "accepted",
  verified: "verified",
  refused: "rejected",
};

/** What decisions put into a rating: documents as they were judged, floors that were lifted, links that were reviewed. */
export function decidedOf(rows: readonly Decision[]): RatingGiven {
  const evidence: Record<string, EvidenceStatus> = {};
  const lifted: { question: string; rule: string }[] = [];
  const links: Record<"under-review" | "not-rebutted", string[]> = { "under-review": [], "not-rebutted": [] };
  for (const { decision } of inForce(standingsOf(rows))) {
    const { kind, verdict, question, subject } = decision;
    const status = statuses[verdict];
    if (kind === "evidence" && status !== undefined) evidence[subject] = status;
    if (kind === "floor") lifted.push({ question, rule: subject });
    if (verdict === "under-review" || verdict === "not-rebutted") links[verdict].push(subject);
  }
  return {
    ...(Object.keys(evidence).length > 0 && { evidence }),
    ...(lifted.length > 0 && { lifted }),
    ...(links["under-review"].length > 0 && { underReview: links["under-review"] }),
    ...(links["not-rebutted"].length > 0 && { notRebutted: links["not-rebutted"] }),
  };
}
