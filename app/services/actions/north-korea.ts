import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { CorrectiveAction } from "#db/records";
import type { NorthKoreaParts } from "#scoring/rules/north-korea";

/** Whether an action on this question or rule is about North Korean labour, whatever its writer says. */
export function isOnNorthKorea(
  parts: NorthKoreaParts,
  { question, rule = "" }: { readonly question?: string; readonly rule?: string },
): boolean {
  return (question !== undefined && parts.isQuestion(question)) || parts.isContradiction(rule) || rule.includes("dprk");
}

/** What of actions somebody may see: those on North Korean labour, and points, which give such answers away. The one place to ask. */
export function seenOfActions(ctx: Pick<TeamContext, "may">) {
  const isAll = readsNorthKorea(ctx);
  return {
    showsNorthKorea: isAll,
    showsPoints: isAll,
    maySee: ({ northKorea }: Pick<CorrectiveAction, "northKorea">) => isAll || !northKorea,
  };
}
