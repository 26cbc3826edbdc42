import type { Action, Actor, AuditDetails, AuditEvent } from "#db/audit";
import type { CallerContext } from "./contexts";

/** What each thing that can happen is about, where it may be about several: usually. The types come from the table of events. */
const subjects: { readonly [A in Action]: AuditEvent<A>["subject"]["type"] } = {
  "organisation.created": "organisation",
  "user.created": "user",
  "user.signed-in": "user",
  "user.signed-out": "user",
  "user.session-ended": "user",
  "user.invited": "joining",
  "user.invitation-renewed": "joining",
  "user.invitation-withdrawn": "joining",
  "user.role-changed": "user",
  "user.north-korea-given": "user",
  "user.north-korea-taken": "user",
  "user.access-ended": "user",
  "user.access-restored": "user",
  "user.password-changed": "user",
  "user.reset-offered": "user",
  "user.password-reset": "user",
  "user.second-factor-set": "user",
  "user.second-factor-removed": "user",
  "user.recovery-code-used": "user",
  "user.recovery-codes-renewed": "user",
  "access.roles-changed": "organisation",
  "attempt.refused": "user",
  "attempt.counted": "organisation",
  "permission.refused": "user",
  "data.exported": "organisation",
  "evidence.downloaded": "attestation",
  "attestation.downloaded": "attestation",
  "link.shown": "invitation",
  "link.opened": "invitation",
  "person.exported": "contact",
  "person.erased": "contact",
  "attestation.stood-in": "attestation",
  "attestation.signed-out": "attestation",
  "documents.rules-changed": "organisation",
  "suppliers.import-confirmed": "organisation",
  "suppliers.imported": "organisation",
  "suppliers.expected-anew": "organisation",
  "supplier.added": "supplier",
  "supplier.changed": "supplier",
  "campaign.created": "campaign",
  "campaign.changed": "campaign",
  "campaign.launched": "campaign",
  "campaign.invited": "campaign",
  "campaign.closed": "campaign",
  "campaign.results-shared": "campaign",
  "invitation.created": "invitation",
  "invitation.resent": "invitation",
  "invitation.link-replaced": "invitation",
  "invitation.extended": "invitation",
  "invitation.withdrawn": "invitation",
  "invitation.unsubscribed": "invitation",
  "invitation.declined": "invitation",
  "attestation.started": "attestation",
  "attestation.resumed": "attestation",
  "colleague.asked": "attestation",
  "colleague.renewed": "attestation",
  "colleague.opened": "attestation",
  "colleague.withdrawn": "attestation",
  "colleague.returned": "attestation",
  "help.asked": "attestation",
  "help.answered": "attestation",
  "approval.asked": "attestation",
  "approval.given": "attestation",
  "approval.returned": "attestation",
  "approval.withdrawn": "attestation",
  "answer.saved": "attestation",
  "finding.stood-by": "attestation",
  "draft.kept": "attestation",
  "evidence.added": "attestation",
  "evidence.released": "attestation",
  "evidence.described": "attestation",
  "evidence.removed": "attestation",
  "attestation.code-asked": "attestation",
  "attestation.code-wrong": "attestation",
  "attestation.code-confirmed": "attestation",
  "attestation.submitted": "attestation",
  "attestation.voided": "attestation",
  "record.mismatched": "attestation",
  "attestation.rated": "attestation",
  "action.opened": "attestation",
  "action.changed": "attestation",
  "action.moved": "attestation",
  "action.answered": "attestation",
  "action.proven": "attestation",
  "action.lapsed": "attestation",
  "action.reminded": "attestation",
  "retention.changed": "organisation",
  "hold.placed": "supplier",
  "hold.lifted": "supplier",
  "attestation.removed": "attestation",
  "events.removed": "organisation",
  "mails.cleared": "organisation",
  "mail.queued": "mail",
  "mail.sent": "mail",
  "mail.failed": "mail",
  "mail.tested": "user",
};

/**
 * Makes the events of one use case, and no others than it declares. `id` is what it happened to. `by` and `at` default to the
 * caller and now; `about` is for the few that may be about something else than usual.
 */
export type EventMaker<A extends Action> = <K extends A>(
  action: K,
  id: string,
  details: AuditDetails<K>["details"],
  over?: { readonly by?: Actor; readonly at?: Date; readonly about?: AuditEvent<K>["subject"]["type"] },
) => AuditEvent;

/** The events of a caller. */
export function eventMaker<A extends Action>(ctx: Pick<CallerContext, "actor" | "clock" | "from">): EventMaker<A> {
  // Kept with the rest of the event, or not at all: an absent one is no value of its own.
  const from = ctx.from === undefined ? {} : { from: ctx.from };
  return (action, id, details, { by = ctx.actor, at = ctx.clock.now(), about = subjects[action] } = {}) =>
    // Action and details belong together by the signature; a union cannot say so once they are apart.
    ({ action, details, at, actor: by, subject: { type: about, id }, ...from }) as AuditEvent;
}

/** Everything that can happen. */
export const actions = Object.keys(subjects).filter((word): word is Action => Object.hasOwn(subjects, word));
