import { MissingError } from "#db/errors";
import type { JobLease } from "#db/records";
import type { MailTry } from "#db/store";
import { proofPlace } from "#terms/actions/action-proof";
import { usualSchedule } from "#terms/mail/schedule";
import { aDocument, roomyLimits } from "#tests/support/documents";
import {
  aCampaign,
  aColleague,
  aDeclaration,
  aDraft,
  aHash,
  aHelpMessage,
  aJob,
  aJoining,
  aLaunch,
  aMail,
  anAction,
  anActionEntry,
  anAnswer,
  anApproval,
  anAttestation,
  anEvent,
  anExpectation,
  anImported,
  anInvitation,
  aPerson,
  aReset,
  aUser,
  hoursLater,
  now,
} from "#tests/support/factories";
import { anInboundMail } from "#tests/support/inbound-mails";
import { anOwnRuleSet } from "#tests/support/own-rules";
import { aNewRating } from "#tests/support/ratings";
import { aHold, aRemoval } from "#tests/support/removals";
import { aReturn } from "#tests/support/returns";
import { aDecisionOf } from "#tests/support/reviews";
import { aSigningCode, roomyCodes } from "#tests/support/signing-codes";
import type { OtherOrganisation } from "./stranger";

const audit = anEvent();

/** Who signed, and has a question on the list of what goes back. */
function signedOf({ recipients }: OtherOrganisation["theirs"]) {
  const [, , , listed] = recipients;
  if (listed === undefined) throw new Error("four were asked");
  return listed;
}

async function aLeaseOfOnesOwn(store: OtherOrganisation["store"], org: string): Promise<JobLease> {
  const job = aJob({ org });
  await store.jobs.enqueue(job);
  const [claimed] = await store.jobs.claim({ kinds: [{ kind: job.kind, most: 99 }], now, leaseUntil: hoursLater(1) });
  if (claimed === undefined) throw new Error("one waits");
  return claimed.lease;
}

/** A try of a mail of theirs by a job of one's own. */
async function aTryOfTheirs({ store, org, theirs: { recipient } }: OtherOrganisation): Promise<MailTry> {
  const lease = await aLeaseOfOnesOwn(store, org);
  return { org, id: recipient.mail.id, attempts: 0, at: now, job: { lease, isOver: false } };
}

const marking = { most: 9, audit: [anEvent()], auditOf: () => anEvent() };

/** Every write that names something, tried on what another organisation has. */
export const writes: Readonly<Record<string, (stranger: OtherOrganisation) => Promise<unknown>>> = {
  "users.changeRole": ({ store, org, theirs }) =>
    store.users.changeRole({ org, id: theirs.admin.id, role: "viewer", audit }),
  "users.changeNorthKorea": ({ store, org, theirs }) =>
    store.users.changeNorthKorea({ org, id: theirs.admin.id, reads: true, audit }),
  "users.endAccess": ({ store, org, theirs }) => store.users.endAccess({ org, id: theirs.admin.id, at: now, audit }),
  "users.restoreAccess": ({ store, org, theirs }) => store.users.restoreAccess({ org, id: theirs.admin.id, audit }),
  "users.changePassword": ({ store, org, theirs }) =>
    store.users.changePassword({ org, id: theirs.admin.id, passwordHash: "other", audit }),
  "users.endSessions": async ({ store, org, theirs }) => {
    if ((await store.users.endSessions({ org, user: theirs.admin.id, audit })) === 0)
      throw new MissingError("session", "of theirs");
  },
  "evidence.release": ({ store, org, theirs: { recipient } }) =>
    store.evidence.release({
      org,
      attestation: recipient.attestation.id,
      id: "evidence-of-theirs",
      at: now,
      by: { kind: "system", name: "test" },
      audit,
    }),
  "attestations.void": ({ store, org, theirs: { recipient } }) =>
    store.attestations.void({
      org,
      attestation: recipient.attestation.id,
      supplier: recipient.supplier.id,
      voided: { reason: "not ours", actor: { kind: "system", name: "test" }, voidedAt: now },
      summary: { rated: () => ({ tiers: [] }), unrated: (country) => anExpectation({ country }) },
      audit,
    }),
  "joinings.offer": ({ store, org, theirs }) =>
    store.joinings.offer({ joining: aJoining({ org, invitedBy: theirs.admin.id }), audit }),
  "joinings.renew": ({ store, org }) =>
    store.joinings.renew({
      org,
      id: "joining-of-theirs",
      generation: 2,
      tokenHash: aHash(),
      expiresAt: hoursLater(1),
      audit,
    }),
  "joinings.withdraw": ({ store, org }) => store.joinings.withdraw({ org, id: "joining-of-theirs", at: now, audit }),
  "joinings.use": ({ store, org }) => {
    const used = { org, id: "joining-of-theirs", generation: 1, at: now, passwordHash: "x" };
    return store.joinings.use({ ...used, user: aUser({ org }), audit });
  },
  "passwordResets.offer": ({ store, org, theirs }) =>
    store.passwordResets.offer({ reset: aReset({ org, user: theirs.admin.id }), audit }),
  "passwordResets.use": ({ store, org }) =>
    store.passwordResets.use({ org, id: "reset-of-theirs", at: now, passwordHash: "other", audit }),
  "secondFactors.set": ({ store, org, theirs }) => {
    const set = { org, user: theirs.admin.id, generation: 1, step: 1, at: now, codeHashes: [] };
    return store.secondFactors.set({ ...set, audit });
  },
  "secondFactors.spendStep": async ({ store, org, theirs }) => {
    if (!(await store.secondFactors.spendStep({ org, user: theirs.admin.id, step: 99 })))
      throw new MissingError("second factor", "of theirs");
  },
  "secondFactors.spendRecoveryCode": async ({ store, org, theirs }) => {
    const code = { org, user: theirs.admin.id, codeHash: "code-of-theirs", at: now };
    if (!(await store.secondFactors.spendRecoveryCode({ ...code, audit })))
      throw new MissingError("recovery code", "of theirs");
  },
  "secondFactors.renewRecoveryCodes": ({ store, org, theirs }) =>
    store.secondFactors.renewRecoveryCodes({ org, user: theirs.admin.id, codeHashes: [], audit }),
  "secondFactors.remove": ({ store, org, theirs }) => store.secondFactors.remove({ org, user: theirs.admin.id, audit }),
  "users.signIn": ({ store, org, theirs }) =>
    store.users.signIn({ org, user: theirs.admin.id, sessionHash: aHash(), createdAt: now, expiresAt: now, audit }),
  "users.signOut": ({ store, org }) => store.users.signOut({ org, sessionHash: aHash(), audit }),
  "persons.eraseContact": ({ store, org, theirs: { recipient } }) =>
    store.persons.eraseContact({ org, id: recipient.contact.id, key: "erased", at: now, audit }),
  "persons.eraseUser": ({ store, org, theirs }) =>
    store.persons.eraseUser({ org, id: theirs.admin.id, at: now, audit }),
  "suppliers.add, changed": ({ store, org, theirs: { recipient } }) =>
    store.suppliers.add({
      org,
      added: [],
      changed: [anImported(recipient.supplier, recipient.contact)],
      audit: [audit],
    }),
  "suppliers.saveContact": ({ store, org, theirs: { recipient } }) =>
    store.suppliers.saveContact({ contact: { ...recipient.contact, org }, audit }),
  "suppliers.expectAnew": ({ store, org, theirs: { recipient } }) =>
    store.suppliers.expectAnew({ org, suppliers: [anImported(recipient.supplier)], audit: [audit] }),
  "campaigns.create": ({ store, org, theirs }) =>
    store.campaigns.create({ campaign: aCampaign({ org }), suppliers: [theirs.recipient.supplier.id], audit }),
  "campaigns.change": ({ store, org, theirs }) =>
    store.campaigns.change({ campaign: { ...theirs.campaign, org, state: "draft" }, audit }),
  "launches.begin": ({ store, org, theirs }) =>
    store.launches.begin({
      ...aLaunch({ org, campaign: theirs.campaign.id }),
      dueAt: theirs.campaign.dueAt,
      at: now,
      audit,
    }),
  "launches.invite": ({ store, org, theirs }) =>
    store.launches.invite({ org, campaign: theirs.campaign.id, recipients: [theirs.recipient] }),
  "launches.invite a supplier": async ({ store, org, theirs: { recipient } }) => {
    const campaign = aCampaign({ org });
    await store.campaigns.create({ campaign, suppliers: [], audit });
    await store.launches.begin({
      ...aLaunch({ org, campaign: campaign.id }),
      dueAt: campaign.dueAt,
      at: now,
      audit,
    });
    const invitation = anInvitation({ org, supplier: recipient.supplier.id, contact: recipient.contact.id });
    const recipients = [{ invitation, attestation: anAttestation({ org }), mail: aMail({ org }) }];
    return store.launches.invite({ org, campaign: campaign.id, recipients });
  },
  "launches.end": ({ store, org, theirs }) => store.launches.end({ org, campaign: theirs.campaign.id, at: now, audit }),
  "campaigns.close": ({ store, org, theirs }) =>
    store.campaigns.close({ org, id: theirs.campaign.id, closedAt: now, audit }),
  "campaigns.shareResults": ({ store, org, theirs }) =>
    store.campaigns.shareResults({ org, id: theirs.campaign.id, shares: true, audit }),
  "reminders.schedule": ({ store, org, theirs }) =>
    store.reminders.schedule({ org, id: theirs.campaign.id, schedule: usualSchedule, at: now, audit }),
  "reminders.keep": async ({ store, org, theirs: { recipient } }) => {
    const invitation = recipient.invitation.id;
    const reminder = { mail: aMail({ org, invitation, kind: "reminder" }), audit: [audit] };
    const reminded = await store.reminders.keep({ org, steps: [{ invitation, remindAt: now, sent: 0, reminder }] });
    if (reminded === 0) throw new MissingError("invitation", invitation);
  },
  "invitations.resend": ({ store, org, theirs: { recipient } }) =>
    store.invitations.resend({ org, id: recipient.invitation.id, mail: aMail({ org }), audit }),
  "invitations.resendFailed": async ({ store, org, theirs: { recipient } }) => {
    const mails = [{ mail: aMail({ org, invitation: recipient.invitation.id }), audit }];
    if ((await store.invitations.resendFailed({ org, mails })) === 0)
      throw new MissingError("failed mail", "of theirs");
  },
  "invitations.replaceLink": ({ store, org, theirs: { recipient } }) =>
    store.invitations.replaceLink({
      org,
      id: recipient.invitation.id,
      generation: 2,
      tokenHash: aHash(),
      at: now,
      expiresAt: hoursLater(1),
      audit,
    }),
  "invitations.extend": ({ store, org, theirs: { recipient } }) =>
    store.invitations.extend({ org, id: recipient.invitation.id, expiresAt: now, audit }),
  "invitations.withdraw": ({ store, org, theirs: { recipient } }) =>
    store.invitations.withdraw({ org, id: recipient.invitation.id, at: now, audit }),
  "invitations.decline": ({ store, org, theirs: { recipient } }) =>
    store.invitations.decline({ org, id: recipient.invitation.id, reason: "wrong-contact", at: now, audit }),
  "invitations.unsubscribe": ({ store, org, theirs: { recipient } }) =>
    store.invitations.unsubscribe({ org, id: recipient.invitation.id, at: now, audit }),
  "colleagues.ask": ({ store, org, theirs: { recipient } }) =>
    store.colleagues.ask({ colleague: aColleague({ org, attestation: recipient.attestation.id }), most: 9, audit }),
  "colleagues.renew": ({ store, org, theirs: { recipient } }) =>
    store.colleagues.renew({
      ...{ org, attestation: recipient.attestation.id, id: "colleague-of-theirs", email: "a@b.example" },
      ...{ generation: 2, linkGeneration: 1, tokenHash: aHash(), audit },
    }),
  "colleagues.withdraw": ({ store, org, theirs: { recipient } }) =>
    store.colleagues.withdraw({
      ...{ org, attestation: recipient.attestation.id, id: "colleague-of-theirs", at: now, audit },
    }),
  "reviews.decide": ({ store, org, theirs: { recipient, admin } }) =>
    store.reviews.decide({
      org,
      decision: aDecisionOf({ attestation: recipient.attestation.id, user: admin.id }),
      basedOn: 0,
      left: { floors: 0, findings: 0, files: 0, waiting: 0 },
      audit: [audit],
    }),
  "reviews.assign": ({ store, org, theirs: { recipient } }) =>
    store.reviews.assign({ org, attestation: recipient.attestation.id, audit }),
  "reviews.setDue": ({ store, org, theirs: { recipient } }) =>
    store.reviews.setDue({ org, attestation: recipient.attestation.id, dueAt: now, audit }),
  "reviews.settle": ({ store, org, theirs: { recipient } }) =>
    store.reviews.settle({ org, attestation: recipient.attestation.id, at: now, state: "settled", audit }),
  "reviews.changeRules": async ({ store, org, theirs }) => {
    await store.reviews.changeRules({ org, rules: { second: [], days: 1 }, audit });
    if ((await store.reviews.rules(theirs.organisation.id))?.days !== 1) throw new MissingError("rules", "of theirs");
  },
  "findings.stand": ({ store, org, theirs: { recipient } }) =>
    store.findings.stand({
      ...{ org, attestation: recipient.attestation.id, audit },
      stand: { finding: "c4", answers: aHash(), reason: "not ours", at: now },
    }),
  "actions.open": ({ store, org, theirs: { recipient } }) => {
    const of = { supplier: recipient.supplier.id, attestation: recipient.attestation.id };
    return store.actions.open({ action: anAction({ org, ...of }), entry: anActionEntry(), audit: [audit] });
  },
  "actions.change": ({ store, org }) =>
    store.actions.change({
      ...{ org, id: "action-of-theirs", version: 1, set: { state: "dropped" }, entry: anActionEntry(), audit: [audit] },
    }),
  "actions.prove": ({ store, org }) =>
    store.actions.prove({
      ...{ org, id: "action-of-theirs", version: 1, set: {}, entry: anActionEntry(), audit: [audit] },
      ...{ evidence: aDocument({ question: proofPlace("action-of-theirs") }), limits: roomyLimits },
    }),
  "help.ask": ({ store, org, theirs: { recipient } }) =>
    store.help.ask({ message: aHelpMessage({ org, attestation: recipient.attestation.id }), most: 9, audit }),
  "help.answer": ({ store, org, theirs: { recipient } }) => {
    const message = aHelpMessage({ org, attestation: recipient.attestation.id, side: "buyer" });
    return store.help.answer({ message, most: 9, audit });
  },
  "approvals.ask": ({ store, org, theirs: { recipient } }) => {
    const attestation = recipient.attestation.id;
    const approval = anApproval({ org, attestation, revision: 1 });
    const colleague = aColleague({ org, attestation, id: approval.colleague, approves: true });
    return store.approvals.ask({ approval, colleague, most: 9, audit: [audit] });
  },
  "approvals.end": ({ store, org, theirs: { recipient } }) =>
    store.approvals.end({
      ...{ org, attestation: recipient.attestation.id, colleague: "approver-of-theirs" },
      ...{ outcome: "withdrawn", at: now, audit },
    }),
  "persons.eraseColleague": ({ store, org }) =>
    store.persons.eraseColleague({ org, id: "colleague-of-theirs", at: now, audit }),
  "attestations.start": ({ store, org, theirs: { recipient } }) =>
    store.attestations.start({ org, attestation: recipient.attestation.id, sessionHash: aHash(), at: now, audit }),
  "attestations.signOut": ({ store, org, theirs: { recipient } }) => {
    const { attestation, sessionHash } = recipient;
    return store.attestations.signOut({ org, attestation: attestation.id, sessionHash, audit });
  },
  "attestations.saveAnswer": ({ store, org, theirs: { recipient } }) => {
    const change = { org, attestation: recipient.attestation.id, question: "B1", basedOn: 1, answer: anAnswer() };
    return store.attestations.saveAnswer({ ...change, at: now, audit });
  },
  "attestations.keepDraft": ({ store, org, theirs: { recipient } }) =>
    store.attestations.keepDraft({ org, attestation: recipient.attestation.id, draft: aDraft(), audit }),
  "attestations.submit": ({ store, org, theirs: { recipient } }) =>
    store.attestations.submit({
      org,
      attestation: recipient.attestation.id,
      revision: 1,
      declaration: aDeclaration(),
      rating: aNewRating({ attestation: recipient.attestation.id, supplier: recipient.supplier.id }),
      audit: [audit],
    }),
  "returns.put": ({ store, org, theirs }) => {
    const one = { org, attestation: signedOf(theirs).attestation.id, question: "G1", user: theirs.admin.id };
    return store.returns.put({ ...one, comment: "Why?", at: now, most: 9, audit });
  },
  "returns.takeOff": async ({ store, org, theirs }) => {
    if (!(await store.returns.takeOff({ org, attestation: signedOf(theirs).attestation.id, question: "G2", audit })))
      throw new MissingError("question on the list", "of theirs");
  },
  "returns.send": ({ store, org, theirs }) =>
    store.returns.send(aReturn({ org, recipient: signedOf(theirs), questions: [{ question: "G2", comment: "Why?" }] })),
  "returns.callBack": ({ store, org }) => store.returns.callBack({ org, id: "return-of-theirs", at: now, audit }),
  "returns.accept": ({ store, org, theirs }) => {
    const one = { org, attestation: signedOf(theirs).attestation.id, question: "G2", user: theirs.admin.id };
    return store.returns.accept({ ...one, at: now, audit });
  },
  "evidence.add": ({ store, org, theirs: { recipient } }) => {
    const change = { org, attestation: recipient.attestation.id, evidence: aDocument(), limits: roomyLimits };
    return store.evidence.add({ ...change, audit });
  },
  "evidence.describe": ({ store, org, theirs: { recipient } }) => {
    const change = {
      org,
      attestation: recipient.attestation.id,
      id: "evidence-of-theirs",
      about: {},
      limits: roomyLimits,
    };
    return store.evidence.describe({ ...change, add: [], remove: [], at: now, by: aPerson, audit: [audit] });
  },
  "evidence.remove": ({ store, org, theirs: { recipient } }) => {
    const change = { org, attestation: recipient.attestation.id, id: "evidence-of-theirs" };
    return store.evidence.remove({ ...change, at: now, by: aPerson, audit });
  },
  "ratings.add": ({ store, org, theirs: { recipient } }) => {
    const rating = aNewRating({ attestation: recipient.attestation.id, supplier: recipient.supplier.id });
    return store.ratings.add({ org, ...rating, audit });
  },
  "apiKeys.revoke": ({ store, org }) => store.apiKeys.revoke({ org, id: "key-of-theirs", at: now, audit }),
  "marks.mark an owner of theirs": ({ store, org, theirs }) =>
    store.marks.mark({ ...marking, org, ids: [], mark: { what: "owner", owner: theirs.admin.id } }),
  "marks.mark with a tag of theirs": ({ store, org, theirs: { recipient } }) =>
    store.marks.mark({ ...marking, org, ids: [recipient.supplier.id], mark: { what: "tag", tag: "1", isSet: true } }),
  "marks.set": ({ store, org, theirs: { recipient } }) =>
    store.marks.set({ org, supplier: recipient.supplier.id, tags: [], auditOf: () => audit }),
  "savedViews.remove": ({ store, org, theirs }) =>
    store.savedViews.remove({ org, id: "view-of-theirs", owner: theirs.admin.id, audit }),
  "trials.remove": ({ store, org, theirs }) =>
    store.trials.remove({ org, id: "trial-of-theirs", owner: theirs.admin.id, audit }),
  "ownRules.settle": ({ store, org, theirs }) => {
    const { fingerprint } = anOwnRuleSet({ org, id: "rules-of-theirs", draftedBy: theirs.admin.id });
    const settled = { as: "withdrawn", at: now, by: theirs.admin.id } as const;
    return store.ownRules.settle({ org, id: "rules-of-theirs", fingerprint, ...settled, audit });
  },
  "reratings.keep": async ({ store, org }) => {
    const lease = await aLeaseOfOnesOwn(store, org);
    return store.reratings.keep({ org, id: "rerating-of-theirs", lease, rated: [] });
  },
  "reratings.settle": ({ store, org }) =>
    store.reratings.settle({ org, id: "rerating-of-theirs", by: "second", at: now, as: "declined", audit }),
  "reratings.end": async ({ store, org }) => {
    const lease = await aLeaseOfOnesOwn(store, org);
    return store.reratings.end({ org, id: "rerating-of-theirs", lease, at: now, left: 0, audit });
  },
  "retention.placeHold": ({ store, org, theirs: { recipient } }) => {
    const hold = aHold({ supplier: recipient.supplier.id });
    return store.retention.placeHold({ org, hold, audit });
  },
  "retention.liftHold": ({ store, org }) =>
    store.retention.liftHold({ org, id: "hold-of-theirs", at: now, by: aPerson, audit }),
  "retention.removeAttestation": ({ store, org, theirs: { recipient } }) =>
    store.retention.removeAttestation({ ...aRemoval({ org, attestation: recipient.attestation.id }) }),
  "signingCodes.ask": ({ store, org, theirs: { recipient } }) =>
    store.signingCodes.ask({
      code: aSigningCode({ org, attestation: recipient.attestation.id }),
      mail: aMail({ org, invitation: recipient.invitation.id, kind: "code" }),
      limits: roomyCodes,
      audit,
    }),
  "signingCodes.countWrong": async ({ store, org }) => {
    const tries = await store.signingCodes.countWrong({ org, mail: "code-of-theirs", most: 5, audit });
    if (tries === undefined) throw new MissingError("code", "of theirs");
  },
  "inboundMails.take": ({ store, org, theirs: { recipient } }) =>
    store.inboundMails.take({
      message: anInboundMail({ org, invitation: recipient.invitation.id, mail: recipient.mail.id }),
      ...{ failed: "550 no", audit },
    }),
  "inboundMails.confirm": async ({ store, org, theirs }) => {
    const { id: contact } = theirs.recipient.contact;
    if (!(await store.inboundMails.confirm({ org, contact, at: now, audit }))) throw new MissingError("state", contact);
  },
  "mails.sent": async (stranger) => stranger.store.mails.sent({ ...(await aTryOfTheirs(stranger)), audit }),
  "mails.failed": async (stranger) =>
    stranger.store.mails.failed({ ...(await aTryOfTheirs(stranger)), error: "no", audit }),
};
