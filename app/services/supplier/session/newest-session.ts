import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { type SupplierSession, walkSession } from "./supplier-session";

/** The session as it is kept by now, after somebody saved meanwhile. */
export async function newestSession(ctx: ServiceContext, session: SupplierSession): Promise<SupplierSession> {
  const { org, id } = session.file.attestation;
  const file = await ctx.store.attestations.get(org, id);
  if (!file) throw new Problem("not-found");
  const opened = { ...session, file };
  return { ...opened, walk: walkSession(opened, file.answers) };
}

/** Saves that meet at once come through one after the other; more than these are no accident. */
const mostTries = 8;

/**
 * Saves a change that takes nothing away from what others wrote, such as one more row: when somebody saved meanwhile, it is
 * made again on top of that. `save` gives undefined where it does not fit on top of what is kept by now.
 */
export async function saveOnNewest<T extends { readonly kind: string }>(
  ctx: ServiceContext,
  session: SupplierSession,
  save: (session: SupplierSession) => Promise<T | undefined>,
): Promise<T | { readonly kind: "conflict" }> {
  let newest = session;
  for (let tries = 1; ; tries += 1) {
    const outcome = await save(newest);
    if (outcome === undefined) return { kind: "conflict" };
    if (outcome.kind !== "conflict" || tries === mostTries) return outcome;
    newest = await newestSession(ctx, newest);
  }
}
