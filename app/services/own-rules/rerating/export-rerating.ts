import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { noteExport } from "#app/services/team/trail/note";
import { seesTrials } from "#app/services/what-if/tries-rules";
import type { RatedMover } from "#db/store";
import { moveTeller } from "./move-causes";

/** Suppliers that are read and whose reasons are found at once, while others have their turn. */
const batch = 25;

const head = [
  ...["id", "ref", "supplier", "band_before", "points_before", "rules_before", "edition_before"],
  ...["band_after", "points_after", "rules_after", "edition_after", "points", "because"],
];

/**
 * All suppliers that changed band by a rerating as a CSV file, those that moved most bands first, with what moved each most. Both ratings of a
 * row say by which rules and countries they were made.
 * @throws Problem "not-found"; "not-allowed" for whoever may not see who moved; "changed-meanwhile" for one that goes on
 */
export const exportRerating = teamUseCase({
  permission: "rules.try",
  input: z.object({ rerating: recordId }),
  events: ["data.exported"],
  async run(ctx, { rerating: id }, event): Promise<CsvFile> {
    ctx.require("suppliers.export");
    if (!seesTrials(ctx)) throw new Problem("not-allowed");
    const { organisation, store } = ctx;
    const rerating = await store.reratings.get(organisation.id, id);
    if (!rerating) throw new Problem("not-found");
    if (!rerating.endedAt) throw new Problem("changed-meanwhile");
    await noteExport(ctx, event, "rerating-csv");
    const ids = await store.reratings.moverIds(organisation.id, id);
    const tell = moveTeller(ctx);

    async function* lines() {
      yield csvLine(head);
      for (let at = 0; at < ids.length; at += batch) {
        const some = await store.reratings.moversOf(organisation.id, id, ids.slice(at, at + batch));
        const because = await tell(some);
        for (const mover of some) yield csvLine([...rowOf(mover), because.get(mover.supplier.id)]);
      }
    }
    return { name: `rated-again-${isoDay(ctx.clock.now())}.csv`, lines: lines() };
  },
});

function rowOf({ supplier, before, after }: RatedMover) {
  return [
    ...[supplier.id, supplier.ref, supplier.name],
    ...[before.band, before.score, before.ruleSet, before.edition],
    ...[after.band, after.score, after.ruleSet, after.edition],
    Math.round((after.score - before.score) * 100) / 100,
  ];
}
