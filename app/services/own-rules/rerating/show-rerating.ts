import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { countryName } from "#app/i18n/country-names";
import { joinItems } from "#app/i18n/writing/punctuation";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { type VersionNames, versionNames } from "#app/services/team/ratings/versions";
import { seesTrials } from "#app/services/what-if/tries-rules";
import type { ReratingPage } from "#app/views/team/rules/own-rules";
import type { Rerating } from "#db/records";
import type { RatedMover } from "#db/store";
import { bands } from "#terms/bands";
import { reratingLine } from "./rerating-line";

/** Suppliers that are listed by name. */
const mostMovers = 50;

/**
 * How far suppliers are rated again, and for whoever may see it who went from which band to which.
 * @throws Problem "not-found"
 */
export const showRerating = teamUseCase({
  permission: "rules.try",
  input: z.object({ rerating: recordId }),
  events: [],
  async run(ctx, { rerating: id }): Promise<ReratingPage> {
    const org = ctx.organisation.id;
    const all = await ctx.store.reratings.list(org);
    const rerating = all.find((one) => one.id === id);
    if (!rerating) throw new Problem("not-found");
    const names = await versionNames(ctx);
    const { reason, country, campaign: campaignId, takesBack, left = 0 } = rerating;
    const campaign = campaignId === undefined ? undefined : await ctx.store.campaigns.get(org, campaignId);
    const back = all.find((one) => one.takesBack === id);
    return {
      ...(await reratingLine(ctx, rerating, names)),
      ...(await madeOf(ctx, rerating, names)),
      ...{ reason, left },
      ...(country === undefined ? {} : { country: countryName(country, ctx.language) }),
      ...(campaign === undefined ? {} : { campaign: campaign.name }),
      ...(seesTrials(ctx) ? { result: await resultOf(ctx, rerating, names) } : {}),
      mayExport: isThrough(rerating) && seesTrials(ctx) && ctx.may("suppliers.export"),
      ...settlingOf(ctx, rerating),
      mayTakeBack: isThrough(rerating) && ctx.may("rules.decide") && takesBack === undefined && !back,
      ...(takesBack === undefined ? {} : { takesBack }),
      ...(back ? { takenBackBy: back.id } : {}),
    };
  },
});

function isThrough({ endedAt, second }: Rerating): boolean {
  return endedAt !== undefined && second !== "declined";
}

/** What it rates by; a rule set of the organisation's own has a page. */
async function madeOf(
  ctx: TeamContext,
  { org, ruleSet, edition }: Rerating,
  names: VersionNames,
): Promise<Pick<ReratingPage, "rules" | "edition">> {
  const own = ruleSet === undefined ? undefined : await ctx.store.ownRules.get(org, ruleSet);
  return {
    ...(ruleSet === undefined ? {} : { rules: { title: names.ruleSet(ruleSet), ...(own ? { id: ruleSet } : {}) } }),
    ...(edition === undefined ? {} : { edition: names.edition(edition) }),
  };
}

/** Who said what where a second person is asked, and whether the reader is one. */
function settlingOf(ctx: TeamContext, { second, orderedBy }: Rerating): Pick<ReratingPage, "maySettle" | "waits"> {
  if (second !== "asked") return {};
  const isOwn = orderedBy === ctx.user.id;
  return { maySettle: !isOwn && ctx.may("rules.decide"), waits: isOwn ? "own" : "other" };
}

async function resultOf(
  ctx: TeamContext,
  { org, id, counts }: Rerating,
  names: VersionNames,
): Promise<NonNullable<ReratingPage["result"]>> {
  const movers = await ctx.store.reratings.movers(org, id, mostMovers);
  const cross = bands.map((band) => ({
    band,
    after: bands.map((after) => ({ band: after, count: counts[`${band} ${after}`] ?? 0 })),
  }));
  const sum = (which: (from: number, to: number) => boolean) =>
    cross
      .flatMap(({ after }, from) => after.map(({ count }, to) => (which(from, to) ? count : 0)))
      .reduce((total, more) => total + more, 0);
  return {
    cross,
    worse: sum((from, to) => to > from),
    better: sum((from, to) => to < from),
    movers: movers.map(({ supplier, before, after }) => ({
      ...supplier,
      before: { ...before, made: madeBy(ctx, before, names) },
      after: { ...after, made: madeBy(ctx, after, names) },
    })),
  };
}

/** What a rating was made by: a list of several rule sets or editions says of each row by which. */
function madeBy({ language }: TeamContext, { ruleSet, edition }: RatedMover["before"], names: VersionNames): string {
  return joinItems([names.ruleSet(ruleSet), names.edition(edition)], language);
}
