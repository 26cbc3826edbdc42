import type { ServiceContext } from "#app/services/context/contexts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import { findElsewhere } from "./elsewhere";
import { type Earlier, findEarlier } from "./find-earlier";

/** Everything that answers are offered from, the same buyer's first. */
export async function allEarlier(ctx: ServiceContext, session: SupplierSession): Promise<readonly Earlier[]> {
  const found = [await findEarlier(ctx, session), await findElsewhere(ctx, session)];
  return found.filter((one) => one !== undefined);
}
