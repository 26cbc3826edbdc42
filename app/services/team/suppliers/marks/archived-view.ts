import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { Supplier } from "#db/records";

/** Since when a supplier is archived and by whom, and where that is changed. */
export async function archivedView(ctx: TeamContext, { id, archivedAt, archivedBy = "" }: Supplier) {
  const change = `/suppliers/mark?ids=${id}#part-${archivedAt === undefined ? "archive" : "restore"}`;
  const archiveAt = ctx.may("suppliers.write") ? change : undefined;
  if (archivedAt === undefined) return { archiveAt };
  const found = await ctx.store.users.get(ctx.organisation.id, archivedBy);
  return { archiveAt, archived: { since: dayMoment(archivedAt, ctx.language), by: found?.user.name ?? "" } };
}
