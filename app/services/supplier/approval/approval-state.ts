import type { ServiceContext } from "#app/services/context/contexts";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Approval, Colleague } from "#db/records";

/**
 * The approval that was asked for last, and how it stands. `changed`: an answer was changed after the signature, so that it waits
 * for nobody; `over`: it was taken back, or given.
 */
export type ApprovalState = {
  readonly approval: Approval;
  readonly approver: Colleague;
  readonly state: "waiting" | "changed" | "returned" | "over";
};

/** That of the session's own approver, else the last one of the attestation; undefined where none was asked for. */
export async function findApproval(
  { store }: Pick<ServiceContext, "store">,
  { file, colleague }: Pick<SupplierSession, "file" | "colleague">,
): Promise<ApprovalState | undefined> {
  const { org, id, revision } = file.attestation;
  const approval = colleague?.approves
    ? await store.approvals.get(org, colleague.id)
    : await store.approvals.newest(org, id);
  const approver = approval && (await store.colleagues.get(org, approval.colleague));
  if (!approval || !approver) return undefined;
  return { approval, approver, state: stateOf(approval, revision) };
}

function stateOf({ outcome, revision }: Approval, newest: number): ApprovalState["state"] {
  if (outcome === "returned") return "returned";
  if (outcome !== undefined) return "over";
  return revision === newest ? "waiting" : "changed";
}
