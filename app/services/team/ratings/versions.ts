import type { TeamContext } from "#app/services/context/contexts";
import { isOwnEdition } from "#app/services/editions/own-edition";
import type { Rating } from "#scoring/rating";

/** What a rating was made with, in words. */
export type Versions = { readonly rules: string; readonly edition: string };

/** What the rule sets and editions of an organisation are called. One that it does not have is called by its id. */
export type VersionNames = {
  ruleSet(id: string): string;
  /** A country edition as people call it: `TIP 2025`. */
  edition(id: string): string;
  /** The same for an id that may be either's. */
  either(id: string): string;
  of(rating: Pick<Rating, "ruleSet" | "edition">): Versions;
};

export async function versionNames(ctx: TeamContext): Promise<VersionNames> {
  const org = ctx.organisation.id;
  const [ruleSets, editions] = await Promise.all([ctx.catalogue.ruleSets(org), ctx.catalogue.editions(org)]);
  const ruleSet = (id: string) => ruleSets.find((one) => one.id === id)?.title;
  const edition = (id: string) => {
    const found = editions.find((one) => one.id === id);
    if (found === undefined || isOwnEdition(found.id)) return found?.title;
    return ctx.t(ctx.language)("ratings:editionName", { year: found.year });
  };
  return {
    ruleSet: (id) => ruleSet(id) ?? id,
    edition: (id) => edition(id) ?? id,
    either: (id) => edition(id) ?? ruleSet(id) ?? id,
    of: (rating) => ({
      rules: ruleSet(rating.ruleSet.id) ?? rating.ruleSet.id,
      edition: edition(rating.edition.id) ?? rating.edition.id,
    }),
  };
}
