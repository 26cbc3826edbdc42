import type { TeamContext } from "#app/services/context/contexts";
import type { CorrectiveAction } from "#db/records";

/** The section that asks about North Korean labour. */
const section = /^E\d/;

/** Whether an action on this question or rule is about North Korean labour, whatever its writer says. */
export function isOnNorthKorea({ question, rule }: { readonly question?: string; readonly rule?: string }): boolean {
  return (question !== undefined && section.test(question)) || (rule ?? "").includes("dprk");
}

/** What of actions somebody may see: those on North Korean labour, and points, which give such answers away. The one place to ask. */
export function seenOfActions(ctx: Pick<TeamContext, "may">) {
  const isAll = ctx.may("north-korea.read");
  return {
    showsNorthKorea: isAll,
    showsPoints: isAll,
    maySee: ({ northKorea }: Pick<CorrectiveAction, "northKorea">) => isAll || !northKorea,
  };
}
