import type { NewRating } from "#db/store";
import type { Rating } from "#scoring/rating";
import { anId, now } from "./factories";

/** A rating whose figures add up: 42.5 inherent, 12.5 earned back by controls, nothing adverse. */
export function aRating(over: Partial<Rating> = {}): Rating {
  return {
    questionnaire: { id: "forced-labour@1", hash: "q".repeat(64) },
    ruleSet: { id: "standard-2026.1", hash: "r".repeat(64) },
    edition: { id: "tip-2025", hash: "e".repeat(64) },
    inherent: 42.5,
    controls: 50,
    controlGroups: [],
    residual: 30,
    countryFactor: 1,
    redFlags: 0,
    adverse: 0,
    score: 30,
    band: "medium",
    scoreBand: "medium",
    floor: null,
    disclosed: false,
    confidence: 71,
    confidenceParts: { completeness: 90, evidence: 40, consistency: 100, freshness: 100, signature: 100 },
    dprkLabour: "no-checked",
    statuses: { "caatsa-321b": "no-link-declared" },
    sites: [],
    steps: [
      { kind: "inherent", code: "C", rule: "country", points: 42.5, questions: ["C1"], params: {}, source: "tip-2025" },
      {
        kind: "control",
        code: "recruitment",
        rule: "earned",
        points: -12.5,
        questions: ["H1"],
        params: {},
        source: "",
      },
    ],
    contradictions: [],
    blanks: [],
    partialScope: false,
    nearest: null,
    ...over,
  };
}

export function aNewRating(over: Partial<NewRating> = {}): NewRating {
  return {
    id: anId("rating"),
    attestation: "attestation-0",
    supplier: "supplier-0",
    createdAt: now,
    rating: aRating(),
    driver: { code: "C", points: 42.5, floor: false },
    tiers: [{ country: "VN", tier: "2" }],
    ...over,
  };
}
