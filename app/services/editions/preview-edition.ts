import * as z from "zod";
import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { newestEdition } from "#app/services/ratings/rating-versions";
import { versionNames } from "#app/services/team/ratings/versions";
import { mostMovers, resultView } from "#app/services/what-if/result-view";
import { seesTrials } from "#app/services/what-if/tries-rules";
import { causeTeller } from "#app/services/what-if/why/cause-words";
import type { EditionPreview } from "#app/views/team/rules/edition";
import type { CountryEdition } from "#scoring/editions/schemas";
import { largestFirst } from "#scoring/trial/tally";
import { columns, comparisonOf } from "./edition-moves";
import type { EditionFile } from "./read-edition";
import { isWhole, uploadedEdition } from "./uploaded-edition";

const patienceMs = 700;
/**
 * What a file of an edition says beside the newest edition: which countries moved, which rows are wrong or missing, and which
 * suppliers would cross a band if all were rated with it. Nothing of it is kept.
 * @throws Problem "not-found" for a file that is not there any more
 */
export const previewEdition = teamUseCase({
  permission: "editions.add",
  input: z.object({ upload: z.string().max(100) }),
  events: [],
  async run(ctx, { upload }): Promise<EditionPreview> {
    const newest = await newestEdition(ctx, ctx.organisation.id);
    const beside = (await versionNames(ctx)).edition(newest.id);
    const read = await uploadedEdition(ctx, upload);
    const sees = seesTrials(ctx);
    if (typeof read === "string") return { ...nothing, beside, sees, sheetProblem: read };
    const points = (await ctx.catalogue.ruleSets(ctx.organisation.id)).at(-1)?.definition.inherent.tiers ?? {};
    const tried = sees && isWhole(read) ? await trialOf(ctx, read) : undefined;
    return {
      ...comparisonOf(ctx, read, newest, { points, counts: tried?.counts }),
      ...{ beside, sees, wrong: wrongRows(ctx, read) },
      ...(tried ? { trial: tried.trial } : {}),
    };
  },
});

const nothing: Omit<EditionPreview, "beside" | "sees"> = {
  ...{ countries: 0, wrong: [], moves: [], tiers: columns, cross: [], missing: [], fresh: [], doubts: [] },
  unrankedPoints: 0,
};

function wrongRows({ t, language }: TeamContext, { problems }: EditionFile): EditionPreview["wrong"] {
  return problems.map(({ row, cell, kind, names }) => {
    const named = names.slice(0, 5).map((code) => `${countryName(code, language)} (${code})`);
    return { row, cell, why: t(language)(`ratings:editions.problem.${kind}`, { names: named.join(", ") }) };
  });
}

/** What it is called while it is none: no rating names it. */
function draftOf({ tiers: placed }: EditionFile, year: number): CountryEdition {
  const about = { title: "preview", publisher: "preview", source: "preview", licence: "preview", doubts: ["preview"] };
  return { id: "own-preview", ...about, year, releasedOn: `${year}-01`, tiers: { ...placed } };
}

async function trialOf(ctx: TeamContext, read: EditionFile) {
  const order = { org: ctx.organisation.id, edition: draftOf(read, ctx.clock.now().getUTCFullYear()) };
  const state = await ctx.trials.look(order, ctx.user.id, patienceMs);
  const { counts, stage, all } = state;
  const largest = [...state.movers].sort(largestFirst).slice(0, mostMovers);
  const because = stage === "done" ? await causeTeller(ctx, order, undefined)(largest) : new Map();
  const { worse, better, movers } = resultView(ctx, state, { because, bounds: { medium: 25, high: 50, critical: 75 } });
  const trial = { stage, all, done: counts.tried + counts.passed, worse, better, movers };
  return { counts: stage === "done" ? counts : undefined, trial };
}
