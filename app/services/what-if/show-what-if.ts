import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { versionNames } from "#app/services/team/ratings/versions";
import type { WhatIfPage } from "#app/views/team/rules/what-if";
import { largestFirst } from "#scoring/trial/tally";
import { dialGroupViews, differencesOf } from "./dial-words";
import { partForm } from "./part/part-form";
import { asRated, readTrial, type TrialRead } from "./read-trial";
import { mostMovers, resultView } from "./result-view";
import { orderOf, trialAddress, trialAsked } from "./trial-asked";
import { trialLines } from "./trials/trial-lines";
import { seesTrials } from "./tries-rules";
import { causeTeller } from "./why/cause-words";

/** First figures are there within a second; the page takes its own part of it. */
const patienceMs = 700;

/**
 * Other rules or countries tried on all rated suppliers: what is tried, and what came of it so far. Nothing of it is kept, so that
 * an address can be handed on; whoever leaves it lets it end.
 */
export const showWhatIf = teamUseCase({
  permission: "rules.try",
  input: trialAsked,
  events: [],
  async run(ctx, asked): Promise<WhatIfPage & { readonly sees: boolean }> {
    const read = await readTrial(ctx, asked);
    const trials = await trialLines(ctx);
    const trial = trials.find(({ id }) => id === asked.trial);
    const page = { ...(await formOf(ctx, read)), trials, ...(trial ? { trial } : {}) };
    const sees = seesTrials(ctx);
    if (!sees) return { ...page, sees };
    ctx.trials.prepare();
    return { ...page, sees, ...(await triedOf(ctx, read)) };
  },
});

async function formOf(ctx: TeamContext, read: TrialRead): Promise<Omit<WhatIfPage, "trials">> {
  const t = ctx.t(ctx.language);
  const names = await versionNames(ctx);
  const keeps = { value: asRated, label: t("ratings:whatIf.asRated") };
  const { base, edition, ruleSets, editions, part, changes, faults, dials } = read;
  const groups = dialGroupViews(ctx, read);
  const asked = { rules: base?.id ?? asRated, edition: edition?.id, part: part?.query, changes };
  const kept = new URL(trialAddress(asked), "https://kept");
  return {
    rules: {
      value: base?.id ?? asRated,
      choices: [...ruleSets.map(({ id, title }) => ({ value: id, label: title })).reverse(), keeps],
    },
    edition: {
      value: edition?.id ?? "",
      choices: [
        { ...keeps, value: "" },
        ...editions.map(({ id }) => ({ value: id, label: names.edition(id) })).reverse(),
      ],
    },
    groups,
    differences: differencesOf(ctx, read),
    faults: faults.map(({ dial }) => ({
      field: dial,
      text: groups.flatMap((group) => group.dials).find(({ id }) => id === dial)?.fault ?? "",
    })),
    chooses: await partForm(ctx, part?.query ?? ""),
    ...(part ? { part: { name: part.name } } : {}),
    allAt: trialAddress({ ...asked, part: undefined }),
    ...draftAt(read),
    kept: faults.length > 0 ? [] : [...kept.searchParams].map(([name, value]) => ({ name, value })),
    figures: dials.length,
  };
}

function draftAt({ base, changes, part, faults }: TrialRead): Pick<WhatIfPage, "draftAt"> {
  if (!base || faults.length > 0 || Object.keys(changes).length === 0) return {};
  return { draftAt: trialAddress({ rules: base.id, part: part?.query, changes }, "/rules/draft") };
}

async function triedOf(
  ctx: TeamContext,
  { tries, base, part, ruleSets }: TrialRead,
): Promise<Pick<WhatIfPage, "work" | "result" | "csv" | "part">> {
  if (!tries) return {};
  const order = orderOf(ctx.organisation.id, tries);
  const state = await ctx.trials.look(order, ctx.user.id, patienceMs);
  const { counts, all, stage, ms } = state;
  const { passed, tried } = counts;
  const sized = part && { part: { name: part.name, size: { suppliers: all, of: await ratedSuppliers(ctx) } } };
  const work = { stage, passed, all, done: tried + passed, seconds: Math.round(ms / 100) / 10 };
  if (stage === "waiting") return { work };
  const listed = [...state.movers].sort(largestFirst).slice(0, mostMovers);
  const because = stage === "done" ? await causeTeller(ctx, order, tries.rules ? base : undefined)(listed) : new Map();
  const { medium = 25, high = 50, critical = 75 } = (base ?? ruleSets.at(-1))?.definition.bands ?? {};
  const bounds = { medium, high, critical };
  const csv = stage === "done" && ctx.may("suppliers.export") ? trialAddress(tries, "/what-if.csv") : undefined;
  return { work, ...sized, result: resultView(ctx, state, { because, bounds }), ...(csv ? { csv } : {}) };
}

/** All rated suppliers, whatever part is looked at. */
async function ratedSuppliers(ctx: TeamContext): Promise<number> {
  return (await ctx.store.ratedAnswers.rated(ctx.organisation.id)).all;
}
