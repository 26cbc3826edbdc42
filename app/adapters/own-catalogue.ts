import { createHash } from "node:crypto";
import { builtInCatalogue } from "#app/adapters/built-in-catalogue";
import type { Catalogue } from "#app/services/context/resources/catalogue";
import type { OwnRuleSet } from "#db/records";
import type { OwnEdition, Store } from "#db/store";
import { referenceLists } from "#scoring/editions/index";
import { type LoadedEdition, loadEdition } from "#scoring/editions/load-edition";
import type { LoadedRuleSet } from "#scoring/rules/load-rule-set";
import { loadOwnRuleSet } from "#scoring/rules/own-rule-set";

/** Loaded objects that are kept ready: reading an edition takes longer than finding it. */
const mostLoaded = 200;

/**
 * What comes with the program, and the editions and published rule sets that an organisation has of its own. These come first: the last one is what
 * is taken where nobody chose, and nothing becomes that by being added.
 */
export function catalogueOver(store: Pick<Store, "ownEditions" | "ownRules">): Catalogue {
  const editions = new Loaded<LoadedEdition>();
  const rules = new Loaded<LoadedRuleSet>();
  const editionOf = (kept: OwnEdition) => editions.get(keyOf(kept), () => madeEdition(kept));

  async function ownRules(org: string, id: string, known?: LoadedRuleSet): Promise<LoadedRuleSet | undefined> {
    if (known) return known;
    const kept = await store.ownRules.get(org, id);
    return kept?.publishedAt && rules.get(keyOf(kept), () => madeRules(kept));
  }

  return {
    ...builtInCatalogue,
    async ruleSets(org) {
      const published = await store.ownRules.published(org);
      const own = await Promise.all(published.map((one) => ownRules(org, one.id, rules.known(keyOf(one)))));
      return [...own.filter((one) => one !== undefined), ...(await builtInCatalogue.ruleSets(org))];
    },
    async rules(org, id) {
      return (await builtInCatalogue.rules(org, id)) ?? (await ownRules(org, id));
    },
    async editions(org) {
      const own = (await store.ownEditions.list(org)).map(editionOf);
      return [...own, ...(await builtInCatalogue.editions(org))];
    },
    async edition(org, id) {
      const builtIn = await builtInCatalogue.edition(org, id);
      if (builtIn) return builtIn;
      const kept = await store.ownEditions.get(org, id);
      return kept && editionOf(kept);
    },
  };
}

/** Two organisations may give one id to different things. */
function keyOf({ org, id, fingerprint }: Pick<OwnRuleSet, "org" | "id" | "fingerprint">): string {
  return `${org} ${id} ${fingerprint}`;
}

function madeEdition({ id, definition, fingerprint }: OwnEdition): LoadedEdition {
  requireSame(id, definition, fingerprint);
  return loadEdition(JSON.parse(definition), referenceLists, fingerprint);
}

function madeRules({ id, definition, words, madeFor, fingerprint, wordsFingerprint }: OwnRuleSet): LoadedRuleSet {
  requireSame(id, definition, fingerprint);
  requireSame(id, words, wordsFingerprint);
  return loadOwnRuleSet({ definition: JSON.parse(definition), words: JSON.parse(words), madeFor }, fingerprint);
}

/** @throws Error where something else is kept than was added */
function requireSame(id: string, text: string, fingerprint: string): void {
  const found = createHash("sha256").update(text).digest("hex");
  if (found !== fingerprint) throw new Error(`${id} is not as it was added: its fingerprint differs`);
}

/** Objects made of what is kept, each once, by whose it is. */
class Loaded<T> {
  readonly #known = new Map<string, T>();

  known(key: string): T | undefined {
    return this.#known.get(key);
  }

  get(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known) return known;
    const made = make();
    for (const oldest of this.#known.keys()) {
      if (this.#known.size < mostLoaded) break;
      this.#known.delete(oldest);
    }
    this.#known.set(key, made);
    return made;
  }
}
