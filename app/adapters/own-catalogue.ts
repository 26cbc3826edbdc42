import { createHash } from "node:crypto";
import { builtInCatalogue } from "#app/adapters/built-in-catalogue";
import type { Catalogue } from "#app/services/context/resources/catalogue";
import type { OwnEdition, Store } from "#db/store";
import { referenceLists } from "#scoring/editions/index";
import { type LoadedEdition, loadEdition } from "#scoring/editions/load-edition";

/** Loaded objects that are kept ready: reading an edition takes longer than finding it. */
const mostLoaded = 200;

/**
 * What comes with the program, and the editions that an organisation has of its own. These come first: the last one is what is taken where
 * nobody chose, and nothing becomes that by being added.
 */
export function catalogueOver(store: Pick<Store, "ownEditions">): Catalogue {
  const loaded = new LoadedEditions();
  return {
    ...builtInCatalogue,
    async editions(org) {
      const own = (await store.ownEditions.list(org)).map((kept) => loaded.get(kept));
      return [...own, ...(await builtInCatalogue.editions(org))];
    },
    async edition(org, id) {
      const builtIn = await builtInCatalogue.edition(org, id);
      if (builtIn) return builtIn;
      const kept = await store.ownEditions.get(org, id);
      return kept && loaded.get(kept);
    },
  };
}

/** Objects made of what is kept, each once, by whose it is: two organisations may give one id to different things. */
class LoadedEditions {
  readonly #known = new Map<string, LoadedEdition>();

  /** @throws Error where something else is kept than was added */
  get({ org, id, definition, fingerprint }: OwnEdition): LoadedEdition {
    const key = `${org} ${id} ${fingerprint}`;
    const known = this.#known.get(key);
    if (known) return known;
    const found = createHash("sha256").update(definition).digest("hex");
    if (found !== fingerprint) throw new Error(`${id} is not as it was added: its fingerprint differs`);
    const made = loadEdition(JSON.parse(definition), referenceLists, fingerprint);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size < mostLoaded) break;
      this.#known.delete(oldest);
    }
    this.#known.set(key, made);
    return made;
  }
}
