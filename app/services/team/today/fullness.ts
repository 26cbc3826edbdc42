import type { ServiceContext } from "#app/services/context/contexts";
import { warnedShare } from "#app/services/jobs/forget-leftovers";

/** How full the database is, as a share from 0 to 1, once that is worth a word; else undefined. */
export async function fullnessView({ store }: Pick<ServiceContext, "store">): Promise<number | undefined> {
  const { bytes, most } = await store.size();
  return most !== undefined && bytes >= most * warnedShare ? Math.min(bytes / most, 1) : undefined;
}
