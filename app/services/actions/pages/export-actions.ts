import { isoDay } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine, linesOf as csvLines } from "#app/services/files/csv";
import { noteExport } from "#app/services/team/trail/note";
import type { ActionFilter } from "#db/store";
import { actionsInput } from "./actions-address";
import { filterOf, linesOf } from "./list-actions";

const batch = 200;

const columns = [
  "action",
  "supplier",
  "reference",
  "question",
  "gap",
  "step",
  "owner",
  "responsible",
  "due",
  "overdue",
  "state",
  "proof",
  "effect",
  "effect_sum",
];

/** All actions of a view as CSV, as many as there are. */
export const exportActions = teamUseCase({
  permission: "suppliers.export",
  input: actionsInput,
  events: ["data.exported"],
  async run(ctx, asked, event): Promise<CsvFile> {
    ctx.require("actions.read");
    const filter = filterOf(ctx, asked);
    await noteExport(ctx, event, "actions-csv");
    async function* lines() {
      yield csvLine(columns);
      yield* csvLines(rows(ctx, filter));
    }
    return { name: `actions-${isoDay(ctx.clock.now())}.csv`, lines: lines() };
  },
});

async function* rows(ctx: TeamContext, filter: ActionFilter) {
  for (let skip = 0; ; skip += batch) {
    const found = await ctx.store.actions.list(ctx.organisation.id, filter, { skip, most: batch });
    const lines = await linesOf(ctx, found, filter.today);
    for (const [at, line] of lines.entries()) {
      const { id, supplier, code, gap, step, owner, responsible, isOverdue, state, proof, effect } = line;
      yield [
        ...[id, supplier.name, supplier.ref, code, gap, step, owner, responsible, found[at]?.due],
        ...[isOverdue ? "yes" : "no", state, proof, effect?.figure, effect?.note],
      ];
    }
    if (found.length < batch) return;
  }
}
