import { countryName } from "#app/i18n/country-names";
import { countryAddress, type NamedCountry } from "#app/services/team/suppliers/map/map-facts";
import type { FlowLook } from "#app/views/team/map/pictures";
import { placementDoubts } from "#scoring/editions/edition-doubts";
import type { LoadedEdition } from "#scoring/editions/load-edition";
import { type Tier, tiersWorstFirst } from "#terms/tiers";

/** Ways of a country from one edition to another, what matters most first. */
export const ways = ["worse", "better", "other", "same"] as const satisfies readonly FlowLook[];

type Placement = Tier | "none";

/** A country with its tier in two editions, and how many suppliers it has. */
export type MovedCountry = {
  readonly name: string;
  readonly href: string;
  readonly from: Placement;
  readonly to: Placement;
  readonly suppliers: number;
  /** Whether its tier is what was left when all others were read. */
  readonly isDoubtful: { readonly from: boolean; readonly to: boolean };
};

/** All countries that either edition ranks or that have suppliers, by name. */
export function placedCountries(
  from: LoadedEdition,
  to: LoadedEdition,
  counted: readonly NamedCountry[],
  language: string,
): readonly MovedCountry[] {
  const suppliers = new Map(counted.map((country) => [country.code, country.suppliers]));
  const codes = new Set([
    ...Object.keys(from.definition.tiers),
    ...Object.keys(to.definition.tiers),
    ...counted.map(({ code }) => code),
  ]);
  const byName = new Intl.Collator(language);
  return [...codes]
    .map(
      (code): MovedCountry => ({
        ...{ name: countryName(code, language), href: countryAddress(code), suppliers: suppliers.get(code) ?? 0 },
        ...{ from: from.tierOf(code) ?? "none", to: to.tierOf(code) ?? "none" },
        isDoubtful: { from: isByElimination(from, code), to: isByElimination(to, code) },
      }),
    )
    .sort((one, other) => byName.compare(one.name, other.name));
}

function isByElimination(edition: LoadedEdition, code: string): boolean {
  return (
    edition.tierOf(code) !== undefined && placementDoubts(edition, code).some(({ kind }) => kind === "elimination")
  );
}

/** Neither better nor worse is what comes from, or goes to, no tier of the four: nobody said how bad it is there. */
export function wayOf({ from, to }: Pick<MovedCountry, "from" | "to">): FlowLook {
  if (from === to) return "same";
  const ranked = tiersWorstFirst.filter((tier) => tier !== "SC");
  const [before, after] = [from, to].map((tier) => ranked.findIndex((one) => one === tier));
  if (before === undefined || after === undefined || before < 0 || after < 0) return "other";
  return after < before ? "worse" : "better";
}
