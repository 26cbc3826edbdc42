import type { ServiceContext } from "#app/services/context/contexts";
import type { Rerating } from "#db/records";
import type { ReratingScope } from "#db/store";
import { isMadeFor, type LoadedRuleSet } from "#scoring/rules/load-rule-set";

export const reratingKind = "ratings.rerate";

type Asked = Pick<Rerating, "org" | "ruleSet" | "takesBack" | "country" | "campaign">;

/** Whom a rerating is about, with its rule set. @throws Error where its organisation does not have that */
export async function scopeOf(
  { catalogue }: Pick<ServiceContext, "catalogue">,
  { org, ruleSet: id, takesBack, country, campaign }: Asked,
): Promise<{ readonly ruleSet: LoadedRuleSet; readonly scope: ReratingScope }> {
  const [ruleSet, all] = await Promise.all([catalogue.rules(org, id), catalogue.questionnaires(org)]);
  if (!ruleSet) throw new Error(`There is no ${id}`);
  const questionnaires = all.filter((one) => isMadeFor(ruleSet, one)).map(({ key }) => key);
  return {
    ruleSet,
    scope: {
      ...{ ruleSet: id, questionnaires },
      ...(takesBack === undefined ? {} : { takesBack }),
      ...(country === undefined ? {} : { country }),
      ...(campaign === undefined ? {} : { campaign }),
    },
  };
}
