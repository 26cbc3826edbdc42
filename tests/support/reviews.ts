import type { NewDecision } from "#db/store";
import { anId, hoursLater } from "./factories";

/** A floor that was lifted at once. */
export function aDecisionOf(over: Partial<NewDecision> & Pick<NewDecision, "attestation" | "user">): NewDecision {
  return {
    ...{ id: anId("decision"), step: "made", kind: "floor", verdict: "lifted", question: "E1", subject: "sends" },
    ...{ reason: "Seen.", proof: "file", at: hoursLater(1) },
    ...over,
  };
}
