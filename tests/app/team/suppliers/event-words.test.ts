import { expect, test } from "vitest";
import { eventWords } from "#app/services/team/suppliers/trail/event-words";
import type { Action, AuditDetails } from "#db/audit";
import { testContext } from "#tests/support/context";

/** What each event tells besides who, when and of what: an action that is not here does not compile. */
const samples: { readonly [A in Action]: AuditDetails<A>["details"] } = {
  "organisation.created": { name: "Harbour" },
  "user.created": { role: "buyer" },
  "user.signed-in": {},
  "user.signed-out": {},
  "user.session-ended": { sessions: "one" },
  "user.invited": { role: "buyer" },
  "user.invitation-renewed": { role: "buyer" },
  "user.invitation-withdrawn": { role: "buyer" },
  "user.role-changed": { from: "buyer", to: "admin" },
  "user.access-ended": {},
  "user.access-restored": {},
  "user.password-changed": {},
  "user.reset-offered": { way: "mail" },
  "user.password-reset": {},
  "user.second-factor-set": {},
  "user.second-factor-removed": {},
  "user.recovery-code-used": {},
  "user.recovery-codes-renewed": {},
  "access.roles-changed": { roles: ["admin"] },
  "attempt.refused": { what: "sign-in", reason: "password" },
  "attempt.counted": { kind: "stranger", attempts: 2, since: "2026-11-20T10:00:00.000Z" },
  "permission.refused": { permission: "people.read" },
  "data.exported": { what: "trail" },
  "evidence.downloaded": { evidence: "evidence-1" },
  "attestation.downloaded": {},
  "link.shown": {},
  "link.opened": {},
  "attestation.stood-in": { reason: "They asked by telephone" },
  "suppliers.import-confirmed": { file: "list" },
  "suppliers.imported": { added: 3, changed: 1, file: "list" },
  "suppliers.expected-anew": { suppliers: 2, basis: "tip-2025" },
  "supplier.added": { source: "file" },
  "supplier.changed": { fields: ["name", "country", "externalId"] },
  "campaign.created": { name: "Autumn" },
  "campaign.changed": { fields: ["dueAt", "zone", "reason", "recipients", "ruleSet"] },
  "campaign.launched": { invitations: 2 },
  "campaign.invited": { invitations: 1 },
  "campaign.closed": {},
  "invitation.created": { campaign: "campaign-1" },
  "invitation.resent": {},
  "invitation.link-replaced": { generation: 2 },
  "invitation.extended": { until: "2026-12-01T22:59:00.000Z" },
  "invitation.withdrawn": {},
  "invitation.unsubscribed": {},
  "invitation.declined": { reason: "not-supplier" },
  "colleague.asked": { colleague: "c", sections: ["E", "F"], maySign: true, isMailed: true },
  "colleague.renewed": { colleague: "c", generation: 2, isMailed: true },
  "colleague.opened": { colleague: "c" },
  "colleague.withdrawn": { colleague: "c" },
  "help.asked": { question: "E1", message: "m", isMailed: true },
  "help.answered": { question: "E1", message: "m", isMailed: true },
  "approval.asked": { colleague: "c", revision: 3, isMailed: true },
  "approval.given": { colleague: "c" },
  "approval.returned": { colleague: "c", isMailed: true },
  "approval.withdrawn": { colleague: "c" },
  "attestation.started": { language: "ar" },
  "attestation.resumed": { language: "ar" },
  "attestation.signed-out": {},
  "person.exported": {},
  "person.erased": {},
  "answer.saved": { question: "B1", revision: 1 },
  "draft.kept": { question: "B1" },
  "evidence.added": { question: "K1", evidence: "evidence-1", sha256: "0", bytes: 1 },
  "evidence.described": { evidence: "evidence-1", fields: ["kind"] },
  "evidence.removed": { question: "K1", evidence: "evidence-1" },
  "attestation.code-asked": { mail: "m1", revision: 1 },
  "attestation.code-wrong": { mail: "m1", tries: 1 },
  "attestation.code-confirmed": { mail: "m1" },
  "attestation.submitted": { hash: "0", revision: 1 },
  "attestation.voided": {},
  "evidence.released": { question: "E1", evidence: "evidence-1", heldFor: "macros" },
  "documents.rules-changed": { keepsApart: true },
  "record.mismatched": { what: "declaration", signed: "0", found: "1" },
  "attestation.rated": { rating: "rating-1", band: "low", score: 12.5 },
  "retention.changed": { terms: { submissions: 84, mails: 1 } },
  "hold.placed": { hold: "hold-1" },
  "hold.lifted": { hold: "hold-1" },
  "attestation.removed": { ground: "term", rows: { answers: 60 }, hash: "0" },
  "events.removed": { events: 2, until: "2026-11-30T23:59:59.999Z", hash: "0" },
  "mails.cleared": { mails: 1, until: "2026-11-30T23:59:59.999Z" },
  "mail.queued": { kind: "invitation" },
  "mail.sent": { messageId: "<1@x.example>" },
  "mail.failed": { error: "550", attempts: 1 },
  "mail.tested": { isTaken: true },
};

test("every event is told in a sentence that lacks nothing", async () => {
  const { t } = await testContext();
  for (const [action, details] of Object.entries(samples)) {
    // Action and details belong together in the table above; its entries cannot say so once they are apart.
    const words = eventWords({ t, language: "en" }, { action, details } as AuditDetails);
    expect(words, action).toMatch(/^[\p{L}\p{N}]/u);
    expect(words, action).not.toMatch(/\{\{|event\.|undefined/);
    // Nor in the names that the program has for things, nor in its dates.
    expect(words, action).not.toMatch(/\d{4}-\d{2}-\d{2}|\b(buyer|admin|dueAt|ruleSet|externalId)\b/);
  }
});
