import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { noteExport } from "#app/services/team/trail/note";
import { largestFirst, placesIn, type Tried } from "#scoring/trial/tally";
import { readTrial } from "./read-trial";
import { orderOf, trialAsked } from "./trial-asked";
import { seesTrials } from "./tries-rules";
import { causeTeller } from "./why/cause-words";

/** A trial of 100,000 suppliers takes less on two cores. */
const patienceMs = 60_000;
/** Suppliers whose reasons are found at once, while others have their turn. */
const batch = 25;

/**
 * All suppliers who would change band as a CSV file, largest change first, with what moved each most. What was tried stands in
 * every row: a file that is handed on must not be taken for ratings.
 * @throws Problem "not-allowed" for whoever may not see what came of it; "bad-request" where nothing is tried; "too-often" while
 * somebody else's is at work
 */
export const exportMovers = teamUseCase({
  permission: "rules.try",
  input: trialAsked,
  events: ["data.exported"],
  async run(ctx, asked, event): Promise<CsvFile> {
    ctx.require("suppliers.export");
    if (!seesTrials(ctx)) throw new Problem("not-allowed");
    const { tries, base, edition, part } = await readTrial(ctx, asked);
    if (!tries) throw new Problem("bad-request");
    const order = orderOf(ctx.organisation.id, tries);
    const { stage, movers, counts, all } = await ctx.trials.look(order, ctx.user.id, patienceMs);
    if (stage !== "done") throw new Problem("too-often");
    await noteExport(ctx, event, "movers-csv");
    const tell = causeTeller(ctx, order, tries.rules ? base : undefined);
    const sorted = [...movers].sort(largestFirst);
    const [before, after] = [placesIn(counts.before), placesIn(counts.after)];
    const changes = Object.entries(tries.changes).map(([id, figure]) => `${id}=${figure}`);
    const tried = ["tried, not official", tries.rules ?? "", edition?.id ?? "", changes.join(" ")];
    // Places of a part are places among its suppliers: each row says so.
    const within = part ? [part.name, all] : ["", ""];

    async function* lines() {
      yield csvLine([
        ...["id", "ref", "supplier", "country", "official_score", "official_band", "official_place"],
        ...[
          "tried_score",
          "tried_band",
          "tried_place",
          "points",
          "because",
          "what",
          "tried_rules",
          "tried_edition",
          "tried_figures",
          "part",
          "part_rated_suppliers",
        ],
      ]);
      for (let at = 0; at < sorted.length; at += batch) {
        const some = sorted.slice(at, at + batch);
        const because = await tell(some);
        for (const mover of some)
          yield csvLine([...rowOf(mover, before, after), because.get(mover.supplier.id), ...tried, ...within]);
      }
    }
    return { name: `what-if-movers-${isoDay(ctx.clock.now())}.csv`, lines: lines() };
  },
});

type Place = (points: number) => number;

function rowOf({ supplier, before, after }: Tried, placeBefore: Place, placeAfter: Place) {
  const points = Math.round((after.score - before.score) * 100) / 100;
  return [
    ...[supplier.id, supplier.ref, supplier.name, supplier.country],
    ...[before.score, before.band, placeBefore(before.score)],
    ...[after.score, after.band, placeAfter(after.score), points],
  ];
}
