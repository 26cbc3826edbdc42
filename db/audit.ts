import type { CalledFrom, RemovalGround, ResetWay, RetentionTerms } from "#db/records/organisations";
import type { About } from "./audit/about";
import type { DeskEvents } from "./audit/desk-events";
import type { MailEvents } from "./audit/mail-events";

/**
 * Who did it. `supplier`: whoever held the link of that attestation; `colleague`: whom that supplier asked to answer a part
 * of it; `stand-in`: a person of the team who answers for that supplier; `system`: a job or a command; `api-key`: a program of the organisation's; `webhook`: a service that called back.
 */
export type Actor =
  | { readonly kind: "person"; readonly id: string; readonly name: string }
  | { readonly kind: "supplier"; readonly attestation: string }
  | { readonly kind: "stand-in"; readonly attestation: string; readonly id: string; readonly name: string }
  | { readonly kind: "colleague"; readonly attestation: string; readonly id: string; readonly name: string }
  | { readonly kind: "system"; readonly name: string }
  | { readonly kind: "api-key"; readonly id: string; readonly name: string }
  | { readonly kind: "webhook"; readonly id: string };

/** What somebody tried in order to get in, or to prove who they are. */
type AttemptedWhat = "sign-in" | "code" | "reset" | "password";
/** Why it was refused. `wait`: too many tries before; `ended`: they may not sign in any more. */
type RefusedReason = "password" | "unknown" | "ended" | "wait" | "code";
/** What was taken away as a file. */
export type ExportedWhat =
  | "actions-csv"
  | "brief"
  | "comparison-csv"
  | "coverage-csv"
  | "tiers-csv"
  | "map-csv"
  | "suppliers-csv"
  | "topics-csv"
  | "trend-csv"
  | "suppliers-json"
  | "suppliers-parquet"
  | "suppliers-xlsx"
  | "recipients-csv"
  | "recipients-xlsx"
  | "movers-csv"
  | "rerating-csv"
  | "report-csv"
  | "report-docx"
  | "report-pdf"
  | "trail";

type DeskAndMailEvents = DeskEvents & MailEvents;

/**
 * Everything that can happen: what each event is about, and what is worth knowing about it. Never a token, a password or
 * the text of an answer.
 */
type Events = DeskAndMailEvents & {
  "organisation.created": About<"organisation", { name: string }>;
  "user.created": About<"user", { role: string }>;
  "user.signed-in": About<"user">;
  "user.signed-out": About<"user">;
  "user.session-ended": About<"user", { sessions: "one" | "others" }>;
  "user.invited": About<"joining", { role: string }>;
  "user.invitation-renewed": About<"joining", { role: string }>;
  "user.invitation-withdrawn": About<"joining", { role: string }>;
  "user.role-changed": About<"user", { from: string; to: string }>;
  "user.north-korea-given": About<"user">;
  /** `last`: nobody else who can sign in had it. */
  "user.north-korea-taken": About<"user", { last: boolean }>;
  "user.access-ended": About<"user">;
  "user.access-restored": About<"user">;
  "user.password-changed": About<"user">;
  "user.reset-offered": About<"user", { way: ResetWay }>;
  "user.password-reset": About<"user">;
  "user.second-factor-set": About<"user">;
  "user.second-factor-removed": About<"user">;
  "user.recovery-code-used": About<"user">;
  "user.recovery-codes-renewed": About<"user">;
  "access.roles-changed": About<"organisation", { roles: readonly string[] }>;
  /** Somebody tried to get in. About the organisation where nobody of it is known by what was typed. */
  "attempt.refused": About<"user" | "organisation", { what: AttemptedWhat; reason: RefusedReason }>;
  /** Attempts past the bound of their span of time, told together. `since`: when that began, ISO 8601. */
  "attempt.counted": About<"organisation", { kind: string; attempts: number; since: string }>;
  "permission.refused": About<"user", { permission: string }>;
  /** What the record holds of one person was taken away as a file, or taken out of the record. Never who it was. */
  "person.exported": About<"contact" | "user" | "attestation" | "colleague">;
  "person.erased": About<"contact" | "user" | "colleague">;
  "data.exported": About<"organisation" | "campaign", { what: ExportedWhat }>;
  /** `heldFor`: it was kept apart for that, and taken all the same. */
  "evidence.downloaded": About<"attestation", { evidence: string; heldFor?: string }>;
  "attestation.downloaded": About<"attestation">;
  "link.shown": About<"invitation" | "campaign">;
  "link.opened": About<"invitation">;
  "attestation.stood-in": About<"attestation", { reason: string }>;
  "documents.rules-changed": About<"organisation", { keepsApart: boolean }>;
  "suppliers.import-confirmed": About<"organisation", { file: string }>;
  "suppliers.imported": About<"organisation", { added: number; changed: number; file: string }>;
  "suppliers.expected-anew": About<"organisation", { suppliers: number; basis: string }>;
  "supplier.added": About<"supplier", { source: string }>;
  "supplier.changed": About<"supplier", { fields: readonly string[] }>;
  /** It stands in no list from then on but that of the archived, or in all of them again. */
  "supplier.archived": About<"supplier">;
  "supplier.restored": About<"supplier">;
  /** One thing done to many: each of them that it changes has its own event besides. */
  "suppliers.marked": About<
    "organisation",
    { what: "owner" | "tag" | "untag" | "archive" | "restore"; chosen: number }
  >;
  "tag.added": About<"organisation", { name: string }>;
  "campaign.created": About<"campaign", { name: string }>;
  "campaign.changed": About<"campaign", { fields: readonly string[] }>;
  /**
   * `offered`: the languages that its suppliers may read, BCP 47; `unreviewed`: those of them in which something was read by
   * nobody who knows the language. Older events do not say it.
   */
  "campaign.launched": About<
    "campaign",
    { invitations: number; offered?: readonly string[]; unreviewed?: readonly string[] }
  >;
  "campaign.invited": About<"campaign", { invitations: number }>;
  "campaign.closed": About<"campaign">;
  /** Whether its suppliers see from now on what their signed answers came to. */
  "campaign.results-shared": About<"campaign", { shares: boolean }>;
  "invitation.created": About<"invitation", { campaign: string }>;
  /** `mail`: the one that was queued by it; older events do not name it. */
  "invitation.resent": About<"invitation", { mail?: string }>;
  "invitation.link-replaced": About<"invitation", { generation: number }>;
  "invitation.extended": About<"invitation", { until: string }>;
  "invitation.withdrawn": About<"invitation">;
  "invitation.unsubscribed": About<"invitation">;
  /** `reason`: its code; in older events what was typed follows it, after a colon. */
  "invitation.declined": About<"invitation", { reason: string }>;
  "attestation.started": About<"attestation", { language: string }>;
  "attestation.resumed": About<"attestation", { language: string }>;
  /** Somebody ended the session of one browser. */
  "attestation.signed-out": About<"attestation">;
  /** Of colleagues by their id: name and address stand beside the attestation, where they can be erased. */
  "colleague.asked": About<
    "attestation",
    { colleague: string; sections: readonly string[]; maySign: boolean; isMailed: boolean }
  >;
  "colleague.renewed": About<"attestation", { colleague: string; generation: number; isMailed: boolean }>;
  "colleague.opened": About<"attestation", { colleague: string }>;
  "colleague.withdrawn": About<"attestation", { colleague: string }>;
  "colleague.returned": About<"attestation", { colleague: string; isMailed: boolean }>;
  /** `carriedFrom`: it was given before, and signed then (ISO 8601). */
  "answer.saved": About<"attestation", { question: string; revision: number; carriedFrom?: string }>;
  /** What does not fit was said to be right. Why stands beside the attestation. */
  "finding.stood-by": About<"attestation", { finding: string }>;
  /** What was written stands beside the attestation, where it goes with it. */
  "help.asked": About<"attestation", { question: string; message: string; isMailed: boolean }>;
  "help.answered": About<"attestation", { question: string; message: string; isMailed: boolean }>;
  /** A question of what was signed stands on the list of what goes back, or does no more. What was written stands beside it. */
  "return.listed": About<"attestation", { question: string }>;
  "return.unlisted": About<"attestation", { question: string }>;
  /** `correction`: the attestation that answers it; `until`: ISO 8601. Which questions stands beside it. */
  "return.sent": About<
    "attestation",
    { correction: string; questions: number; until: string; showsName: boolean; isMailed: boolean }
  >;
  "return.called-back": About<"attestation", { correction: string }>;
  "return.accepted": About<"attestation", { question: string }>;
  /** A signature waits for a colleague, who is asked to approve it; its declaration comes with the approval. */
  "approval.asked": About<"attestation", { colleague: string; revision: number; isMailed: boolean }>;
  "approval.given": About<"attestation", { colleague: string }>;
  "approval.returned": About<"attestation", { colleague: string; isMailed: boolean }>;
  "approval.withdrawn": About<"attestation", { colleague: string }>;
  "draft.kept": About<"attestation", { question: string }>;
  "evidence.added": About<
    "attestation",
    { question: string; evidence: string; sha256: string; bytes: number; heldFor?: string }
  >;
  /** It was kept apart, and is a document like all others now. */
  "evidence.released": About<"attestation", { question: string; evidence: string; heldFor: string }>;
  /** Its supplier said what it is. `fields`: those of them that changed. */
  "evidence.described": About<"attestation", { evidence: string; fields: readonly string[] }>;
  "evidence.removed": About<"attestation", { question: string; evidence: string }>;
  /** A mail with a code was queued for the contact, to confirm a signature; never which code. */
  "attestation.code-asked": About<"attestation", { mail: string; revision: number }>;
  /** `tries`: which wrong one it was of the same code, from 1, as far as the page knew. */
  "attestation.code-wrong": About<"attestation", { mail: string; tries: number }>;
  "attestation.code-confirmed": About<"attestation", { mail: string }>;
  "attestation.submitted": About<"attestation", { hash: string; revision: number }>;
  /** Why stands beside the attestation, in the words of whoever did it, and nowhere in the trail. */
  "attestation.voided": About<"attestation">;
  /**
   * What is kept is not what was signed or attached. `signed`: its fingerprint or reference on record, `found`: what it is;
   * `evidence`: the document, where it is one.
   */
  "record.mismatched": About<
    "attestation",
    { what: "declaration" | "evidence"; evidence?: string; signed: string; found: string }
  >;
  "attestation.rated": About<"attestation", { rating: string; band: string; score: number }>;
  /** A receipt belongs to what was signed, and is shown there. */
  /** In months; a class that is left out is kept without an end. */
  "retention.changed": About<"organisation", { terms: RetentionTerms }>;
  /** The reason stays with the hold. */
  "hold.placed": About<"supplier" | "organisation", { hold: string }>;
  "hold.lifted": About<"supplier" | "organisation", { hold: string }>;
  /** What is left of what was removed: how many rows of each table went, SHA-256 over them, and the hash of the declaration. */
  "attestation.removed": About<
    "attestation",
    { ground: RemovalGround; rows: Readonly<Record<string, number>>; hash: string; declaration?: string }
  >;
  /** `until`: ISO 8601, they were all at or before it. */
  "events.removed": About<"organisation", { events: number; until: string; hash: string }>;
  "mails.cleared": About<"organisation", { mails: number; until: string }>;
};

export type Action = keyof Events;

export type SubjectType = Events[Action]["subject"];

/** What an event is about; `id` is unique within the organisation. */
export type Subject<Type extends SubjectType = SubjectType> = { readonly type: Type; readonly id: string };

/** What happened, without who, when and to what. */
export type AuditDetails<A extends Action = Action> = {
  [One in A]: { readonly action: One; readonly details: Events[One]["details"] };
}[A];

/** One event as a caller hands it over; the store adds the organisation and its place in the order. */
export type AuditEvent<A extends Action = Action> = {
  [One in A]: AuditDetails<One> & {
    readonly at: Date;
    readonly actor: Actor;
    readonly subject: Subject<Events[One]["subject"]>;
    /** Where whoever did it called from; of people of the team and of those who try to be one, never of suppliers. */
    readonly from?: CalledFrom;
  };
}[A];

/** One event as it is kept. `seq` orders all events of the store. */
export type StoredAuditEvent = AuditEvent & { readonly seq: number };
