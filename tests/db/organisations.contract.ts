import { afterAll, beforeAll, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { usualSchedule } from "#terms/mail/schedule";
import { anApiKey } from "#tests/support/api-keys";
import { aDocument, roomyLimits } from "#tests/support/documents";
import {
  aColleague,
  aContact,
  aDeclaration,
  aHash,
  aHelpMessage,
  aJob,
  aJoining,
  aMail,
  anAction,
  anActionEntry,
  anAnswer,
  anApproval,
  anEvent,
  anImported,
  aReset,
  aSupplier,
  aUser,
  hoursLater,
  now,
} from "#tests/support/factories";
import { anInboundMail } from "#tests/support/inbound-mails";
import { anOwnEdition, anOwnRuleSet, aRerating, aSavedView, aTrial } from "#tests/support/own-rules";
import { aNewRating, aRating } from "#tests/support/ratings";
import { aHold, aRemoval } from "#tests/support/removals";
import { aReturn } from "#tests/support/returns";
import { aDecisionOf } from "#tests/support/reviews";
import { aSigningCode, roomyCodes } from "#tests/support/signing-codes";
import { addSuppliers, createOrganisation, launch, type World } from "#tests/support/world";
import { reads } from "./crossing/reads";
import type { OtherOrganisation } from "./crossing/stranger";
import { writes } from "./crossing/writes";

const audit = anEvent();
const page = { page: 1, pageSize: 10 };

/** Takes no id that could be another organisation's: it only counts, or makes something new. */
const selfish = [
  "organisations.count",
  "organisations.get",
  "organisations.ids",
  "organisations.create",
  "organisations.changeDocumentRules",
  "users.add",
  "secondFactors.changeRoles",
  "audit.add",
  "audit.note",
  "suppliers.nextNumber",
  "mails.tested",
  "times.keep",
  "retention.setTerms",
  "retention.removeEvents",
  "retention.clearMails",
  "apiKeys.make",
  "trials.save",
  "savedViews.save",
  "marks.addTag",
  "ownEditions.add",
  "ownRules.draft",
  "ownRules.choose",
  "reratings.order",
  "jobs.enqueue",
  "jobs.enqueueAudited",
];
/** Looked up by a secret or a login, done for all organisations by the program, or about none. */
const unscoped = [
  "users.byEmail",
  "users.bySession",
  "users.touchSession",
  "apiKeys.open",
  "apiKeys.touch",
  "apiKeys.begin",
  "apiKeys.end",
  "apiKeys.forget",
  "joinings.byToken",
  "passwordResets.byToken",
  "invitations.byToken",
  "colleagues.byToken",
  "attestations.bySession",
  "campaigns.nextReference",
  "evidence.used",
  "evidence.bytes",
  "users.forgetSessions",
  "attestations.forgetSessions",
  "joinings.forget",
  "passwordResets.forget",
  ...["due", "claim", "renew", "progress", "finish", "retry", "giveUp", "giveBack", "kinds", "forget"].map(
    (verb) => `jobs.${verb}`,
  ),
  ...["get", "keep", "takeTry", "end", "tryAt"].map((verb) => `mailHolds.${verb}`),
  "signInTries.get",
  "signInTries.count",
  "signInTries.forget",
  "requestCounts.report",
  "requestCounts.readOthers",
  ...["fact", "keepFact", "newestLinks", "faults", "bytes", "documentBytes", "openJobs"].map(
    (verb) => `upkeep.${verb}`,
  ),
  ...["attestations", "ratings", "documents", "removals", "recorded"].map((verb) => `upkeep.${verb}`),
];

/** A contact that was erased. */
async function eraseOne(store: Store, org: string): Promise<void> {
  const [added] = await addSuppliers(store, org, [{}]);
  if (!added) throw new Error("no supplier was added");
  await store.persons.eraseContact({ org, id: added.contact.id, key: "erased-of-theirs", at: now, audit });
}

/** What people of an organisation have: a session, an invitation that is open, a link for a new password, a second factor. */
async function addAccounts(store: Store, { organisation: { id: org }, admin: { id: user } }: World): Promise<void> {
  await store.users.signIn({ org, user, sessionHash: aHash(), createdAt: now, expiresAt: hoursLater(8), audit });
  await store.joinings.offer({ joining: aJoining({ org, id: "joining-of-theirs", invitedBy: user }), audit });
  await store.passwordResets.offer({ reset: aReset({ org, id: "reset-of-theirs", user }), audit });
  const factor = { org, user, generation: 1, step: 1, at: now, codeHashes: ["code-of-theirs"] };
  await store.secondFactors.set({ ...factor, audit });
  await store.users.signIn({ org, user, sessionHash: aHash(), createdAt: now, expiresAt: hoursLater(8), audit });
  await store.secondFactors.changeRoles({ org, roles: ["admin"], audit });
  const noted = { org, kind: "stranger", window: now, most: 0, unlisted: () => anEvent() } as const;
  await store.audit.note({ ...noted, audit });
}

/** A supplier who signed, rated again by other rules. */
async function rateAgain(store: Store, { organisation: { id: org }, admin, recipients }: World): Promise<void> {
  const [, , signed] = recipients;
  const latest = signed && (await store.ratings.latest(org, signed.supplier.id));
  if (!signed || !latest) throw new Error("it was signed");
  const ruleSet = "published-of-theirs";
  const rerating = aRerating({ org, id: "rerating-of-theirs", ruleSet, orderedBy: admin.id, second: "asked" });
  const job = aJob({ org });
  await store.reratings.order({ rerating, job, audit });
  const [claimed] = await store.jobs.claim({ kinds: [{ kind: job.kind, most: 1 }], now, leaseUntil: hoursLater(1) });
  if (!claimed) throw new Error("one waits");
  const rating = {
    ...aNewRating({ attestation: signed.attestation.id, supplier: signed.supplier.id }),
    rating: aRating({ ruleSet: { id: ruleSet, hash: "r".repeat(64) } }),
    cause: { kind: "rules", id: rerating.id, why: "rerated", before: latest.id },
    rerating: { id: rerating.id, moved: 1 },
  } as const;
  const rated = [{ rating, audit, from: "low", to: "medium" }] as const;
  await store.reratings.keep({ org, id: rerating.id, lease: claimed.lease, rated });
}

/** Rules that are tried, and rules and countries of their own. */
async function addRules(store: Store, { organisation: { id: org }, admin: { id: owner } }: World): Promise<void> {
  const key = anApiKey({ org, madeBy: owner, id: "key-of-theirs" });
  await store.apiKeys.make({ key, keyHash: "hash-of-theirs", most: 9, audit });
  await store.trials.save({ trial: aTrial({ org, owner, id: "trial-of-theirs" }), most: 9, audit });
  await store.marks.addTag({ org, name: "Theirs", most: 9, audit });
  const view = aSavedView({ org, owner, id: "view-of-theirs", isFirst: true, isShared: true });
  await store.savedViews.save({ view, most: 9, audit });
  const edition = anOwnEdition({ org, id: "edition-of-theirs", addedBy: owner });
  await store.ownEditions.add({ edition, most: 9, audit });
  const rules = anOwnRuleSet({ org, id: "rules-of-theirs", draftedBy: owner });
  await store.ownRules.draft({ rules, most: 9, audit });
  const chosen = { org, questionnaire: "forced-labour", ruleSet: rules.id, reason: "Ours", at: now, by: owner };
  await store.ownRules.choose({ ...chosen, after: 0, audit });
  const second = aUser({ org });
  await store.users.add({ user: second, passwordHash: "$argon2id$", audit });
  const other = anOwnRuleSet({ org, id: "published-of-theirs", title: "Other", position: 2, draftedBy: second.id });
  await store.ownRules.draft({ rules: other, most: 9, audit });
  const { id, fingerprint } = other;
  await store.ownRules.settle({ org, id, fingerprint, as: "published", at: now, by: owner, audit });
}

/** A code that was asked for to sign, and a mail to its contact that came back. */
async function askCode(store: Store, { organisation: { id: org }, recipient }: World): Promise<void> {
  const mail = aMail({ org, id: "code-of-theirs", invitation: recipient.invitation.id, kind: "code" });
  const code = aSigningCode({ org, attestation: recipient.attestation.id, mail: mail.id });
  const address = { contact: recipient.contact.id, address: recipient.contact.email.toLowerCase() };
  await store.inboundMails.take({ message: anInboundMail({ org }), state: { ...address, state: "fails" }, audit });
  await store.signingCodes.ask({ code, mail, limits: roomyCodes, audit });
}

/** A colleague whom a supplier asked, with a session and an answer. */
async function addColleague(store: Store, { organisation: { id: org }, recipient }: World): Promise<void> {
  const asked = { org, attestation: recipient.attestation.id, at: now, colleague: "colleague-of-theirs", audit };
  const { attestation, colleague: id } = asked;
  await store.colleagues.ask({ colleague: aColleague({ org, attestation, id }), most: 9, audit });
  await store.attestations.start({ ...asked, sessionHash: "colleague-session-of-theirs" });
  await store.attestations.saveAnswer({ ...asked, question: "E1", basedOn: 0, answer: anAnswer() });
}

/** Two suppliers who signed, with one file and one text of both; and something that the first stands by. */
async function signAlike(store: Store, { organisation: { id: org }, recipient, recipients }: World): Promise<void> {
  const stand = { finding: "c1", answers: aHash(), reason: "", at: now };
  await store.findings.stand({ org, attestation: recipient.attestation.id, stand, audit });
  const key = { org, attestation: recipient.attestation.id, question: "G1", basedOn: 0, answer: anAnswer(), at: now };
  await store.attestations.saveAnswer({ ...key, carried: { from: "buyer", signedAt: now.toISOString() }, audit });
  for (const { attestation, supplier } of recipients.slice(2)) {
    const evidence = aDocument({ sha256: "f".repeat(64) });
    await store.evidence.add({ org, attestation: attestation.id, evidence, limits: roomyLimits, audit });
    await store.attestations.submit({
      ...{ org, attestation: attestation.id, revision: 1, declaration: aDeclaration(), audit: [audit] },
      rating: aNewRating({ attestation: attestation.id, supplier: supplier.id }),
      marks: [{ question: "J2", mark: "a".repeat(64) }],
    });
  }
}

/** What was signed and decided about, by rules of their own. */
async function decideAlike(store: Store, { organisation: { id: org }, recipients, admin }: World): Promise<void> {
  const decision = aDecisionOf({ attestation: recipients[2]?.attestation.id ?? "", user: admin.id });
  const left = { floors: 0, findings: 0, files: 0, waiting: 0 };
  await store.reviews.decide({ org, decision, basedOn: 0, left, audit: [audit] });
  await store.reviews.changeRules({ org, rules: { second: [], days: 9 }, audit });
}

/** Something asked about a question, and a signature that waits for a second person. */
async function addAsked(
  store: Store,
  { organisation: { id: org }, admin: { id: user }, recipient }: World,
): Promise<void> {
  const { id: attestation } = recipient.attestation;
  const whole = { seconds: 60, attestations: 1 };
  await store.times.keep({ org, questionnaire: "forced-labour", version: 1, whole, sections: {} });
  await store.help.ask({ message: aHelpMessage({ org, attestation, id: "help-of-theirs" }), most: 9, audit });
  const planned = { state: "agreed", due: "2020-01-01", reliefUntil: "2020-01-01", remindOn: "2020-01-01" } as const;
  const { id: supplier } = recipient.supplier;
  const action = anAction({ org, attestation, supplier, id: "action-of-theirs", owner: user, ...planned });
  await store.actions.open({ action, entry: anActionEntry({ user }), audit: [audit] });
  const revision = (await store.attestations.get(org, attestation))?.attestation.revision ?? 0;
  const approval = anApproval({ org, attestation, revision, colleague: "approver-of-theirs" });
  const colleague = aColleague({ org, attestation, id: approval.colleague, sections: [], approves: true });
  await store.approvals.ask({ approval, colleague, most: 9, audit: [audit] });
}

/** A question that was sent back to whoever signed, and one that is on the list of another. */
async function addReturns(store: Store, { organisation: { id: org }, recipients, admin }: World): Promise<void> {
  const [, , sent, listed] = recipients;
  if (sent === undefined || listed === undefined) throw new Error("four were asked");
  const put = { org, comment: "Why?", user: admin.id, at: now, most: 9, audit };
  await store.returns.put({ ...put, attestation: listed.attestation.id, question: "G2" });
  await store.returns.put({ ...put, attestation: sent.attestation.id, question: "G1" });
  const sending = aReturn({ org, recipient: sent, questions: [{ question: "G1", comment: "Why?" }] });
  await store.returns.send({ ...sending, returned: { ...sending.returned, id: "return-of-theirs" } });
}

/** A term, an attestation that was removed, and a hold on its supplier. */
async function addRetention(store: Store, { organisation: { id: org }, recipients }: World): Promise<void> {
  const second = recipients[1];
  if (second === undefined) throw new Error("two were asked");
  await store.retention.setTerms({ org, terms: { unsent: 1 }, audit });
  await store.retention.removeAttestation(aRemoval({ org, attestation: second.attestation.id }));
  const hold = aHold({ id: "hold-of-theirs", supplier: second.supplier.id });
  await store.retention.placeHold({ org, hold, audit });
}

/** That nothing is seen or changed across organisations. */
export function organisationsContract(open: () => Promise<Store>): void {
  let stranger: OtherOrganisation;
  beforeAll(async () => {
    const store = await open();
    const theirs = await launch(store, { suppliers: 4 });
    const { organisation } = await createOrganisation(store);
    const attestation = theirs.recipient.attestation.id;
    const change = {
      org: theirs.organisation.id,
      attestation,
      question: "B1",
      basedOn: 0,
      answer: anAnswer(),
      at: now,
    };
    const standIn = { user: theirs.admin.id, name: theirs.admin.name };
    const session = { org: theirs.organisation.id, attestation, sessionHash: "stand-in-of-theirs", at: now, standIn };
    await store.attestations.start({ ...session, audit });
    await store.attestations.saveAnswer({ ...change, standIn, audit });
    const evidence = aDocument({ id: "evidence-of-theirs" });
    await store.evidence.add({ org: theirs.organisation.id, attestation, evidence, limits: roomyLimits, audit });
    const rating = aNewRating({ attestation, supplier: theirs.recipient.supplier.id });
    await store.ratings.add({ ...rating, org: theirs.organisation.id, audit });
    const rules = { org: theirs.organisation.id, rules: { keepsApart: true } };
    await store.organisations.changeDocumentRules({ ...rules, audit });
    await addAccounts(store, theirs);
    await signAlike(store, theirs);
    await decideAlike(store, theirs);
    await addReturns(store, theirs);
    await addColleague(store, theirs);
    await addAsked(store, theirs);
    await askCode(store, theirs);
    await eraseOne(store, theirs.organisation.id);
    await addRetention(store, theirs);
    const reminded = { org: theirs.organisation.id, id: theirs.campaign.id, at: now };
    await store.reminders.schedule({ ...reminded, schedule: usualSchedule, audit: anEvent() });
    await addRules(store, theirs);
    await rateAgain(store, theirs);
    await store.jobs.enqueue(aJob({ org: theirs.organisation.id, key: "job-of-theirs" }));
    stranger = { store, org: organisation.id, theirs };
  });
  afterAll(() => stranger.store.close());

  test.each(Object.entries(reads))(
    "%s finds what is there for its own organisation, and nothing for another",
    async (_, read) => {
      expect(await read({ ...stranger, org: stranger.theirs.organisation.id })).toBeDefined();
      expect(await read(stranger)).toBeUndefined();
    },
  );

  test.each(Object.entries(writes))(
    "%s changes nothing of another organisation, and leaves no event",
    async (_, write) => {
      const { store, theirs } = stranger;
      const everything = async () => [
        await store.users.list(theirs.organisation.id),
        await store.campaigns.list(theirs.organisation.id),
        await store.invitations.get(theirs.organisation.id, theirs.recipient.invitation.id),
        await store.attestations.get(theirs.organisation.id, theirs.recipient.attestation.id),
        await store.ratings.history(theirs.organisation.id, theirs.recipient.supplier.id),
        await store.colleagues.list(theirs.organisation.id, theirs.recipient.attestation.id),
        await store.help.messages(theirs.organisation.id, theirs.recipient.attestation.id),
        await store.approvals.newest(theirs.organisation.id, theirs.recipient.attestation.id),
        await store.mails.list(theirs.organisation.id, page),
        await store.audit.trail(theirs.organisation.id, { most: 1_000 }),
        await store.users.openSessions(theirs.organisation.id, theirs.admin.id, now, new Date(0)),
        await store.joinings.list(theirs.organisation.id),
        await store.secondFactors.get(theirs.organisation.id, theirs.admin.id),
        await store.users.get(theirs.organisation.id, theirs.admin.id),
        await store.retention.holds(theirs.organisation.id),
      ];
      const before = await everything();
      await expect(write(stranger)).rejects.toBeInstanceOf(MissingError);
      expect(await everything()).toEqual(before);
    },
  );

  test("every method of the store is tried here, or is named as one that cannot cross", () => {
    const methods = Object.entries(stranger.store).flatMap(([noun, verbs]) =>
      typeof verbs === "object" ? Object.keys(verbs).map((verb) => `${noun}.${verb}`) : [],
    );
    const tried = [...Object.keys(reads), ...Object.keys(writes)].map((name) => name.split(/[ ,]/)[0] ?? "");
    expect(methods.filter((method) => ![...tried, ...selfish, ...unscoped].includes(method))).toEqual([]);
  });

  test("a supplier of one organisation cannot be added to another by its id", async () => {
    const { store, org, theirs } = stranger;
    const supplier = aSupplier({ ...theirs.recipient.supplier, org, name: "Same id, other organisation" });
    const contact = aContact({ org, supplier: supplier.id });
    await store.suppliers.add({ org, added: [anImported(supplier, contact)], changed: [], audit: [audit] });
    const kept = await store.suppliers.get(theirs.organisation.id, supplier.id);
    expect(kept?.supplier).toEqual(theirs.recipient.supplier);
  });
}
