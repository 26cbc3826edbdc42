import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { reratingKind } from "#app/services/own-rules/rerating/scope";
import type { VersionNames } from "#app/services/team/ratings/versions";
import type { ReratingLine } from "#app/views/team/rules/own-rules";
import type { Rerating } from "#db/records";

/** How many were rated by it so far. */
export function doneOf({ counts }: Pick<Rerating, "counts">): number {
  return Object.values(counts).reduce((sum, more) => sum + more, 0);
}

/** What suppliers are rated by in a rerating, in words. */
export function reratedBy(
  ctx: TeamContext,
  names: VersionNames,
  { ruleSet, edition }: Pick<Rerating, "ruleSet" | "edition">,
) {
  const [rules, countries] = [ruleSet && names.ruleSet(ruleSet), edition && names.edition(edition)];
  if (rules && countries) return ctx.t(ctx.language)("rules:rerating.both", { rules, edition: countries });
  return rules || countries || "";
}

/** A rerating as lists show it. */
export async function reratingLine(
  ctx: TeamContext,
  rerating: Rerating & { readonly name: string },
  names: VersionNames,
): Promise<ReratingLine> {
  const { org, id, takesBack, all, orderedAt, name } = rerating;
  const job = rerating.endedAt ? undefined : await ctx.store.jobs.get(org, reratingKind, id);
  const goesOn = job?.state === "waiting" || job?.state === "running";
  return {
    ...{
      id,
      all,
      done: doneOf(rerating),
      title: reratedBy(ctx, names, rerating),
      isBack: takesBack !== undefined,
      by: name,
    },
    state: stateOf(rerating, goesOn),
    at: timeMoment(orderedAt, ctx.language).text,
  };
}

function stateOf({ second, endedAt }: Rerating, goesOn: boolean): ReratingLine["state"] {
  if (second === "asked" || second === "declined") return second;
  if (endedAt) return "ended";
  return goesOn ? "going-on" : "stopped";
}
