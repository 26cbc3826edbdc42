import type { ServiceContext } from "#app/services/context/contexts";
import type { Attestation } from "#db/records";
import { isOpen, isShared } from "#terms/actions/action-states";

/** Whether the buyer asks something of a supplier that has signed: then that is what its link leads to. */
export async function isAsked(
  { store }: Pick<ServiceContext, "store">,
  { org, id, state }: Pick<Attestation, "org" | "id" | "state">,
): Promise<boolean> {
  if (state !== "submitted") return false;
  const actions = await store.actions.ofAttestation(org, id);
  return actions.some((action) => isOpen(action.state) && isShared(action.state));
}
