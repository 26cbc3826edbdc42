import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { type ImportChoices, importChoices } from "#app/services/team/imports/import-choices";
import { planImport } from "#app/services/team/imports/plan-import";

/** Ids of the suppliers that a list which was brought in names, each once: its rows that were not refused. */
export async function suppliersOfList(ctx: TeamContext, list: ImportChoices): Promise<readonly string[]> {
  const { rows } = await planImport(ctx, { org: ctx.organisation.id, ...list });
  return [
    ...new Set(rows.flatMap(({ outcome, known }) => (known && outcome !== "refused" ? [known.supplier.id] : []))),
  ];
}

/** How many suppliers a list names that was brought in; nothing where no list is asked about. */
export const countOfList = teamUseCase({
  permission: "suppliers.import",
  input: z.object({ list: importChoices.optional() }),
  events: [],
  run: async (ctx, { list }) => (list === undefined ? undefined : (await suppliersOfList(ctx, list)).length),
});
