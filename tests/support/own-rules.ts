import { sha256 } from "#app/adapters/secrets.server";
import type { OwnRuleSet, Rerating } from "#db/records";
import type { OwnEdition, SavedView, Trial } from "#db/store";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { exampleOutcomes } from "#scoring/examples/index";
import { loadOwnRuleSet, ownRuleSet } from "#scoring/rules/own-rule-set";
import { findRuleSet } from "#scoring/rulesets/index";
import { now } from "./factories";

export function aTrial(over: Partial<Trial> & Pick<Trial, "org" | "owner">): Trial {
  const changes = { "inherent.weights.C": 45, "inherent.weights.W": 20 };
  return {
    ...{ id: "trial-1", name: "Country weighs more", rules: "standard-2026.2", changes, isShared: false, savedAt: now },
    ...over,
  };
}

export function aSavedView(over: Partial<SavedView> & Pick<SavedView, "org" | "owner">): SavedView {
  return {
    ...{ id: "view-1", name: "Worst of Vietnam", query: "country=VN", isShared: false, isFirst: false, savedAt: now },
    ...over,
  };
}

export function anOwnEdition(over: Partial<OwnEdition> & Pick<OwnEdition, "org" | "addedBy">): OwnEdition {
  return {
    ...{ id: "own-1", definition: "{}", fingerprint: "f".repeat(64), file: "e".repeat(64), addedAt: now },
    ...over,
  };
}

/** A draft in which controls take away less. */
export function anOwnRuleSet(over: Partial<OwnRuleSet> & Pick<OwnRuleSet, "org" | "draftedBy">): OwnRuleSet {
  const parent = findRuleSet("standard-2026.1");
  if (!parent) throw new Error("There is no standard-2026.1");
  const { id = "own-000000000000.1", title = "Controls count less" } = over;
  const changes = { mitigationCeiling: 50 };
  const { definition: rules, words: texts, madeFor } = ownRuleSet(parent, changes, { id, title });
  const examples = exampleOutcomes(loadOwnRuleSet({ definition: rules, words: texts, madeFor }));
  const [definition, words] = [canonicalJson(rules), canonicalJson(texts)];
  return {
    ...{ id, title, position: 1, reason: "They do less than they say", parent: parent.id, changes, madeFor },
    ...{ definition, fingerprint: sha256(definition), words, wordsFingerprint: sha256(words), draftedAt: now },
    examples: examples.map(({ id: example, band, score }) => ({ id: example, band, score })),
    ...over,
  };
}

export function aRerating(over: Partial<Rerating> & Pick<Rerating, "org" | "orderedBy">): Rerating {
  return { ...{ id: "rerating-1", reason: "Asked for", orderedAt: now, all: 1, counts: {} }, ...over };
}
