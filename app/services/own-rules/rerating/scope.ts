import type { ServiceContext } from "#app/services/context/contexts";
import type { Rerating } from "#db/records";
import type { ReratingScope } from "#db/store";
import type { LoadedEdition } from "#scoring/editions/index";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";

export const reratingKind = "ratings.rerate";

type Asked = Pick<Rerating, "org" | "ruleSet" | "edition" | "takesBack" | "country" | "campaign">;

/** What suppliers are rated by; what is absent each keeps. */
export type RatedBy = { readonly ruleSet?: LoadedRuleSet; readonly edition?: LoadedEdition };

/** Whom a rerating is about, with its rule set and edition. @throws Error where its organisation does not have one of them */
export async function scopeOf(
  { catalogue }: Pick<ServiceContext, "catalogue">,
  { org, ruleSet: rules, edition: countries, takesBack, country, campaign }: Asked,
): Promise<{ readonly by: RatedBy; readonly title: string; readonly scope: ReratingScope }> {
  const [ruleSet, edition, all] = await Promise.all([
    rules === undefined ? undefined : catalogue.rules(org, rules),
    countries === undefined ? undefined : catalogue.edition(org, countries),
    catalogue.questionnaires(org),
  ]);
  if (rules !== ruleSet?.id || countries !== edition?.id) throw new Error(`There is no ${rules} or no ${countries}`);
  const rated = ruleSet ? all.filter((one) => isMadeFor(ruleSet, one)) : all;
  return {
    by: { ...(ruleSet ? { ruleSet } : {}), ...(edition ? { edition } : {}) },
    title: [ruleSet?.title, edition?.title].filter(Boolean).join(", "),
    scope: {
      questionnaires: rated.map(({ key }) => key),
      ...(rules === undefined ? {} : { ruleSet: rules }),
      ...(countries === undefined ? {} : { edition: countries }),
      ...(takesBack === undefined ? {} : { takesBack }),
      ...(country === undefined ? {} : { country }),
      ...(campaign === undefined ? {} : { campaign }),
    },
  };
}
