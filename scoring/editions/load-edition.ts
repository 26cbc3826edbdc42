import type { Tier } from "#terms/tiers";
import type { ReferenceLists } from "./reference-lists";
import { type CountryEdition, countryEdition } from "./schemas";

/** A country edition that passed every check, with the lists that are used beside it. */
export type LoadedEdition = {
  readonly definition: CountryEdition;
  readonly id: string;
  readonly title: string;
  readonly year: number;
  /** The lists that answers are rated with under this edition. */
  readonly lists: ReferenceLists;
  /**
   * SHA-256, in lower-case hex, over the canonical JSON (RFC 8785) of the definition. Throws for an edition that is not
   * published.
   */
  readonly fingerprint: string;
  /** The tier of a country (ISO 3166-1 alpha-2, capitals); undefined means not ranked. */
  tierOf(iso2: string): Tier | undefined;
};

/**
 * Checks a country edition, built in or uploaded.
 * @param json a parsed JSON value from anywhere
 * @param fingerprint as recorded at its publication; without it the edition is a draft
 * @throws ZodError naming each place that does not fit
 */
export function loadEdition(json: unknown, lists: ReferenceLists, fingerprint?: string): LoadedEdition {
  const definition = countryEdition.parse(json);
  const { id, title, year } = definition;
  const tiers = new Map(Object.entries(definition.tiers));
  return {
    definition,
    id,
    title,
    year,
    lists,
    get fingerprint() {
      if (fingerprint === undefined) throw new Error(`The edition ${id} is not published`);
      return fingerprint;
    },
    tierOf: (iso2) => tiers.get(iso2),
  };
}
