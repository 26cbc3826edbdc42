import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { type Faults, fault } from "#app/services/context/faults";
import { givenName } from "#app/services/context/inputs";
import type { Campaign } from "#db/records";
import { findVersion } from "./versions";

/** The first step of a campaign. `version` as `survey@1`; no regime stands for all of them. */
export const questionnaireStep = z.object({ name: givenName, version: z.string(), regimes: z.array(z.string()) });

/**
 * What a campaign keeps of its first step; faults beside a version or a regime that there is not.
 * @param rules id of the rule set that it was begun with, which stays if it rates the version; else the newest is taken
 */
export async function readStep(
  ctx: TeamContext,
  { name, version, regimes }: z.output<typeof questionnaireStep>,
  rules?: string,
): Promise<Faults | Pick<Campaign, "name" | "questionnaire" | "version" | "regimes" | "ruleSet">> {
  const found = await findVersion(ctx, version);
  const ruleSet = found?.ruleSets.find(({ id }) => id === rules) ?? found?.ruleSets.at(-1);
  if (!found || !ruleSet) return fault("version", "not-valid");
  const { definition } = found.questionnaire;
  if (regimes.some((regime) => !definition.regimes.includes(regime))) return fault("regimes", "not-valid");
  return {
    name,
    questionnaire: definition.id,
    version: definition.version,
    regimes: definition.regimes.filter((regime) => regimes.includes(regime)),
    ruleSet: ruleSet.id,
  };
}
