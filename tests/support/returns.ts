import type { Store } from "#db/store";
import type { Recipient } from "#tests/support/world";
import { anAttestation, anEvent, anId, anInvitation, hoursLater, now } from "./factories";

type Sending = Parameters<Store["returns"]["send"]>[0];

/** Questions of what a recipient signed, as they are sent back. */
export function aReturn({
  org,
  recipient: { attestation, invitation, supplier, contact },
  ...over
}: Partial<Sending> & Pick<Sending, "org" | "questions"> & { readonly recipient: Recipient }): Sending {
  const asked = anInvitation({ org, campaign: invitation.campaign, supplier: supplier.id, contact: contact.id });
  const correction = anAttestation({ org, invitation: asked.id, revision: 0 });
  return {
    ...{ org, invitation: asked, correction },
    returned: {
      ...{ id: anId("return"), attestation: attestation.id, correction: correction.id },
      ...{ user: "user-0", showsName: false, dueAt: hoursLater(24 * 14), sentAt: now, closed: [] },
    },
    answers: [],
    evidence: new Map(),
    stands: [],
    audit: [anEvent()],
    ...over,
  };
}
