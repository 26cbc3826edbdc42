import type { CallerContext, ServiceContext } from "#app/services/context/contexts";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { isMadeFor } from "#scoring/rules/load-rule-set";
import { type NorthKoreaParts, northKoreaParts } from "#scoring/rules/north-korea";

type Reader = Pick<CallerContext, "may">;
type WithCatalogue = Pick<ServiceContext, "catalogue">;
/** What names a version of a questionnaire: a campaign or an attestation. */
type Version = { readonly org: string; readonly questionnaire: string; readonly version: number };

/** Whether somebody sees what suppliers say of North Korean labour, and whatever gives it away. The one place to ask. */
export function readsNorthKorea(ctx: Reader): boolean {
  return ctx.may("north-korea.read");
}

/** @throws Problem "not-allowed" for whoever does not see answers on North Korean labour */
export function requireNorthKorea(ctx: Pick<CallerContext, "require">): void {
  ctx.require("north-korea.read");
}

const nothing: NorthKoreaParts = { isQuestion: () => false, isContradiction: () => false };

/** What of a questionnaire somebody does not see; nothing for whoever has the right. */
export async function hiddenParts(
  ctx: Reader & WithCatalogue,
  org: string,
  questionnaire: LoadedQuestionnaire,
): Promise<NorthKoreaParts> {
  return readsNorthKorea(ctx) ? nothing : onNorthKorea(ctx, org, questionnaire);
}

/** The same of the version that a campaign or an attestation names. All of it where the version is not there any more. */
export async function hiddenQuestions(
  ctx: Reader & WithCatalogue,
  { org, questionnaire: id, version }: Version,
): Promise<(code: string) => boolean> {
  if (readsNorthKorea(ctx)) return nothing.isQuestion;
  const questionnaire = await ctx.catalogue.questionnaire(org, id, version);
  return questionnaire ? (await onNorthKorea(ctx, org, questionnaire)).isQuestion : () => true;
}

type Known = { readonly rules: string; readonly parts: NorthKoreaParts };
const known = new WeakMap<LoadedQuestionnaire, Known>();

/** What of a questionnaire is about North Korean labour, by the rules that the organisation rates it with, whoever reads it. */
export async function onNorthKorea(
  { catalogue }: WithCatalogue,
  org: string,
  questionnaire: LoadedQuestionnaire,
): Promise<NorthKoreaParts> {
  const ruleSets = (await catalogue.ruleSets(org)).filter((ruleSet) => isMadeFor(ruleSet, questionnaire));
  const rules = ruleSets.map(({ id }) => id).join(" ");
  const before = known.get(questionnaire);
  if (before?.rules === rules) return before.parts;
  const parts = northKoreaParts(questionnaire, ruleSets);
  known.set(questionnaire, { rules, parts });
  return parts;
}
