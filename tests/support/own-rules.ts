import type { OwnEdition, Trial } from "#db/store";
import { now } from "./factories";

export function aTrial(over: Partial<Trial> & Pick<Trial, "org" | "owner">): Trial {
  const changes = { "inherent.weights.C": 45, "inherent.weights.W": 20 };
  return {
    ...{ id: "trial-1", name: "Country weighs more", rules: "standard-2026.2", changes, isShared: false, savedAt: now },
    ...over,
  };
}

export function anOwnEdition(over: Partial<OwnEdition> & Pick<OwnEdition, "org" | "addedBy">): OwnEdition {
  return {
    ...{ id: "own-1", definition: "{}", fingerprint: "f".repeat(64), file: "e".repeat(64), addedAt: now },
    ...over,
  };
}
