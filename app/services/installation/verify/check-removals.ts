import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";
import type { AttestationDetails, Removal } from "#db/records";
import type { Finding } from "./findings";
import { stepsOf } from "./steps";

/** Files whose rows were removed go with the next sweep: after so long, in milliseconds, it has been. */
const sweptMs = 2 * dayMs;

/** What was removed of the whole record, as far as other checks have to know. */
export type Removals = {
  /** The removal of an attestation, by organisation and id. */
  of(org: string, attestation: string): Removal | undefined;
  /** Whether events of this instant were removed by their term. */
  coversEvents(org: string, at: Date): boolean;
  /** Whether documents may still lie on disk whose rows were removed a short time ago. */
  readonly areFilesPending: boolean;
};

export async function readRemovals({ store, clock }: Pick<ServiceContext, "store" | "clock">): Promise<Removals> {
  const ofAttestations = new Map<string, Removal>();
  const eventsUntil = new Map<string, number>();
  let areFilesPending = false;
  for await (const removal of stepsOf((step) => store.upkeep.removals(step))) {
    const { org, subjectType, subjectId, at, rows } = removal;
    if (subjectType === "attestation") ofAttestations.set(`${org} ${subjectId}`, removal);
    else eventsUntil.set(org, Math.max(eventsUntil.get(org) ?? 0, Date.parse(subjectId)));
    if ((rows.evidence ?? 0) > 0 && clock.now().getTime() - at.getTime() < sweptMs) areFilesPending = true;
  }
  return {
    of: (org, attestation) => ofAttestations.get(`${org} ${attestation}`),
    coversEvents: (org, at) => at.getTime() <= (eventsUntil.get(org) ?? Number.NEGATIVE_INFINITY),
    areFilesPending,
  };
}

/** Whether an attestation and its removal say the same: what is missing without one was taken away by other hands. */
export function checkRemoval(file: AttestationDetails, removal: Removal | undefined): readonly Finding[] {
  const { reference: about, state } = file.attestation;
  const finding = (text: string): Finding => ({ kind: "removal", about, text });
  if (removal === undefined)
    return state === "removed" ? [finding("it stands as removed, and no removal is on record")] : [];
  if (state !== "removed") return [finding("its removal is on record, and it does not stand as removed")];
  const left = [file.answers, file.drafts, file.evidence].some((part) => Object.keys(part).length > 0);
  return left || file.declaration ? [finding("it was removed, and parts of it are still there")] : [];
}
