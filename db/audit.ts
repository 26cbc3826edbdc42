/** Who did it. `supplier`: whoever held the link of that attestation; `system`: the worker or a command. */
export type Actor =
  | { readonly kind: "person"; readonly id: string; readonly name: string }
  | { readonly kind: "supplier"; readonly attestation: string }
  | { readonly kind: "system"; readonly name: string };

/** What an event is about; `id` is unique within the organisation. */
export type Subject = {
  readonly type: "organisation" | "user" | "supplier" | "campaign" | "invitation" | "attestation" | "mail";
  readonly id: string;
};

/** Everything that can happen, with what is worth knowing about it. Never a token, a password or the text of an answer. */
export type Happening =
  | { readonly action: "organisation.created"; readonly details: { readonly name: string } }
  | { readonly action: "user.created"; readonly details: { readonly role: string } }
  | { readonly action: "user.signed-in"; readonly details: Record<string, never> }
  | { readonly action: "user.signed-out"; readonly details: Record<string, never> }
  | {
      readonly action: "suppliers.imported";
      readonly details: { readonly added: number; readonly changed: number; readonly file: string };
    }
  | { readonly action: "supplier.added"; readonly details: { readonly source: string } }
  | { readonly action: "supplier.changed"; readonly details: { readonly fields: readonly string[] } }
  | { readonly action: "campaign.created"; readonly details: { readonly name: string } }
  | { readonly action: "campaign.changed"; readonly details: { readonly fields: readonly string[] } }
  | { readonly action: "campaign.launched"; readonly details: { readonly invitations: number } }
  | { readonly action: "campaign.invited"; readonly details: { readonly invitations: number } }
  | { readonly action: "campaign.closed"; readonly details: Record<string, never> }
  | { readonly action: "invitation.created"; readonly details: { readonly campaign: string } }
  | { readonly action: "invitation.resent"; readonly details: Record<string, never> }
  | { readonly action: "invitation.link-replaced"; readonly details: { readonly generation: number } }
  | { readonly action: "invitation.extended"; readonly details: { readonly until: string } }
  | { readonly action: "invitation.withdrawn"; readonly details: Record<string, never> }
  | { readonly action: "invitation.unsubscribed"; readonly details: Record<string, never> }
  | { readonly action: "invitation.declined"; readonly details: { readonly reason: string } }
  | { readonly action: "attestation.started"; readonly details: { readonly language: string } }
  | { readonly action: "attestation.resumed"; readonly details: { readonly language: string } }
  | { readonly action: "answer.saved"; readonly details: { readonly question: string; readonly revision: number } }
  | { readonly action: "draft.kept"; readonly details: { readonly question: string } }
  | {
      readonly action: "evidence.added";
      readonly details: {
        readonly question: string;
        readonly evidence: string;
        readonly sha256: string;
        readonly bytes: number;
      };
    }
  | { readonly action: "evidence.removed"; readonly details: { readonly question: string; readonly evidence: string } }
  | { readonly action: "attestation.submitted"; readonly details: { readonly hash: string; readonly revision: number } }
  | {
      readonly action: "attestation.rated";
      readonly details: { readonly rating: string; readonly band: string; readonly score: number };
    }
  | { readonly action: "mail.queued"; readonly details: { readonly kind: string } }
  | { readonly action: "mail.sent"; readonly details: { readonly messageId: string } }
  | { readonly action: "mail.failed"; readonly details: { readonly error: string; readonly attempts: number } };

export type Action = Happening["action"];

/** One event as a caller hands it over; the store adds the organisation and its place in the order. */
export type AuditEvent = Happening & { readonly at: Date; readonly actor: Actor; readonly subject: Subject };

/** One event as it is kept. `seq` orders all events of the store. */
export type StoredAuditEvent = AuditEvent & { readonly seq: number };
