import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { organisationBytes } from "#app/services/evidence/organisation-bytes";
import { warnedShare } from "#app/services/jobs/forget-leftovers";

/** How full the space for documents of the organisation is, in the same way. */
export async function documentsFullnessView(
  ctx: Pick<TeamContext, "store" | "config" | "organisation">,
): Promise<number | undefined> {
  const [bytes, most] = [await ctx.store.evidence.bytesOf(ctx.organisation.id), organisationBytes(ctx)];
  return bytes >= most * warnedShare ? Math.min(bytes / most, 1) : undefined;
}

/** How full the database is, as a share from 0 to 1, once that is worth a word; else undefined. */
export async function fullnessView({ store }: Pick<ServiceContext, "store">): Promise<number | undefined> {
  const { bytes, most } = await store.size();
  return most !== undefined && bytes >= most * warnedShare ? Math.min(bytes / most, 1) : undefined;
}
