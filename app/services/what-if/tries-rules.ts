import type { TeamContext } from "#app/services/context/contexts";

/**
 * Whether somebody may see what came of trying other rules. Every such figure is made of all answers, those on North Korean
 * labour among them, and by trying one figure after the other each answer could be worked out: so whoever may not read these
 * sees none of it. The one place to ask.
 */
export function seesTrials(ctx: Pick<TeamContext, "may">): boolean {
  return ctx.may("rules.try") && ctx.may("north-korea.read");
}
