import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { reratingKind } from "#app/services/own-rules/rerating/scope";
import type { ReratingLine } from "#app/views/team/rules/own-rules";
import type { Rerating } from "#db/records";

/** How many were rated by it so far. */
export function doneOf({ counts }: Pick<Rerating, "counts">): number {
  return Object.values(counts).reduce((sum, more) => sum + more, 0);
}

/** @param titles what rule sets are called, by their ids */
export async function reratingLine(
  ctx: TeamContext,
  rerating: Rerating & { readonly name: string },
  titles: (id: string) => string,
): Promise<ReratingLine> {
  const { org, id, ruleSet, takesBack, all, orderedAt, name } = rerating;
  const job = rerating.endedAt ? undefined : await ctx.store.jobs.get(org, reratingKind, id);
  const goesOn = job?.state === "waiting" || job?.state === "running";
  return {
    ...{ id, all, done: doneOf(rerating), title: titles(ruleSet), isBack: takesBack !== undefined, by: name },
    state: rerating.endedAt ? "ended" : goesOn ? "going-on" : "stopped",
    at: timeMoment(orderedAt, ctx.language).text,
  };
}
