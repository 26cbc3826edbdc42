import type { ServiceContext } from "#app/services/context/contexts";
import type { Supplier, SupplierExpectation } from "#db/records";
import { expectedRisk, expectedRiskBasis } from "#scoring/inherent/expected-risk";
import { newestEdition } from "./rating-versions";

/** What is expected of suppliers by the newest rules and countries of their organisation, before they answer. */
export type Expectations = {
  /** Names the rules and lists: equal where nothing newer was published. */
  readonly basis: string;
  /** Of all that a buyer knows of a supplier today its country counts. */
  of(supplier: Pick<Supplier, "country">): SupplierExpectation;
};

/** @throws Error when an organisation has no rules or no countries */
export async function expectationsOf(ctx: Pick<ServiceContext, "catalogue">, org: string): Promise<Expectations> {
  const ruleSet = (await ctx.catalogue.ruleSets(org)).at(-1);
  if (!ruleSet) throw new Error("There is no rule set");
  const edition = await newestEdition(ctx, org);
  const basis = expectedRiskBasis({ ruleSet, edition });
  // An import brings a hundred thousand suppliers of few countries.
  const byCountry = new Map<string, SupplierExpectation>();
  return {
    basis,
    of({ country }) {
      const known = byCountry.get(country);
      if (known !== undefined) return known;
      const made = { basis, risk: expectedRisk({ countries: [country], ruleSet, edition }) };
      byCountry.set(country, made);
      return made;
    },
  };
}
