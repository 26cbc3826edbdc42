import type { Actor, AuditDetails, AuditEvent, Subject } from "#db/audit";
import type {
  AnswerDraft,
  Attestation,
  Campaign,
  Contact,
  CorrectiveAction,
  Declaration,
  Joining,
  Launch,
  Organisation,
  PasswordReset,
  Supplier,
  SupplierExpectation,
  User,
} from "#db/records";
import type { ImportedSupplier, NewApproval, NewColleague, NewEntry, NewHelpMessage, NewJob, NewMail } from "#db/store";
import type { NewInvitation } from "#db/store/campaigns/invitations";
import type { Answer } from "#questionnaires/answers";
import { currentEdition } from "#scoring/editions/index";
import { expectedRisk, expectedRiskBasis } from "#scoring/inherent/expected-risk";
import { newestRules } from "#tests/support/rules";

/**
 * Things as they usually are: each is valid by itself, and a test names only what it is about. Ids are counted, so that two
 * of a kind never clash, and the time stands still.
 */
export const now = new Date("2026-03-02T09:00:00.000Z");

/** `hours` after `now`; negative: before. */
export function hoursLater(hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000);
}

let counted = 0;
/** `supplier-1`, `campaign-2`, …: never the same twice in one process. */
export function anId(kind: string): string {
  counted += 1;
  return `${kind}-${counted}`;
}

/** A SHA-256 in hex as far as anybody can see from outside. */
export function aHash(): string {
  counted += 1;
  return counted.toString(16).padStart(64, "0");
}

export function anOrganisation(over: Partial<Organisation> = {}): Organisation {
  return { id: anId("organisation"), name: "Nordwind Apparel GmbH", createdAt: now, ...over };
}

export function aUser(over: Partial<User> = {}): User {
  const id = anId("user");
  return {
    org: "organisation-0",
    id,
    email: `${id}@nordwind.example`,
    name: "Ida Lindqvist",
    role: "admin",
    readsNorthKorea: true,
    createdAt: now,
    ...over,
  };
}

export function aJoining(over: Partial<Joining> = {}): Joining {
  const id = anId("joining");
  return {
    org: "organisation-0",
    id,
    email: `${id}@nordwind.example`,
    role: "buyer",
    invitedBy: "user-0",
    generation: 1,
    tokenHash: aHash(),
    createdAt: now,
    expiresAt: hoursLater(24),
    ...over,
  };
}

export function aReset(over: Partial<PasswordReset> = {}): PasswordReset {
  return {
    org: "organisation-0",
    id: anId("reset"),
    user: "user-0",
    way: "mail",
    tokenHash: aHash(),
    createdAt: now,
    expiresAt: hoursLater(1),
    ...over,
  };
}

export function aSupplier(over: Partial<Supplier> = {}): Supplier {
  counted += 1;
  return {
    org: "organisation-0",
    id: `supplier-${counted}`,
    ref: `SUP-${String(counted).padStart(5, "0")}`,
    name: `Saigon Garment Works ${counted}`,
    country: "VN",
    place: "Biên Hòa",
    externalId: `V-${counted}`,
    createdAt: now,
    ...over,
  };
}

/** What is expected of a supplier by the newest rules and countries. */
export function anExpectation({ country }: Pick<Supplier, "country">): SupplierExpectation {
  const newest = { ruleSet: newestRules(), edition: currentEdition() };
  return { risk: expectedRisk({ countries: [country], ...newest }), basis: expectedRiskBasis(newest) };
}

/** A supplier as an import brings it. */
export function anImported(supplier: Supplier, contact?: Contact): ImportedSupplier {
  return { supplier, contact, expectation: anExpectation(supplier) };
}

export function aContact(over: Partial<Contact> = {}): Contact {
  const id = anId("contact");
  return {
    org: "organisation-0",
    id,
    supplier: "supplier-0",
    name: "Trần Thị Mai",
    email: `${id}@saigon-garment.example`,
    language: "en",
    ...over,
  };
}

export function aCampaign(over: Partial<Campaign> = {}): Campaign {
  return {
    org: "organisation-0",
    id: anId("campaign"),
    name: "Spring 2026",
    questionnaire: "forced-labour",
    version: 1,
    regimes: ["caatsa-321b"],
    modules: [],
    ruleSet: "standard-2026.1",
    edition: "tip-2025",
    dueAt: hoursLater(21 * 24),
    zone: "Europe/Berlin",
    reason: { en: "Goods made with North Korean labour may not enter the United States." },
    state: "draft",
    createdAt: now,
    ...over,
  };
}

export function aLaunch(over: Partial<Launch> = {}): Omit<Launch, "endedAt"> {
  return {
    org: "organisation-0",
    campaign: "campaign-0",
    actor: { kind: "person", id: "user-0", name: "Ida Lindqvist" },
    invitations: 1,
    expiresAt: hoursLater(24 * 60),
    ...over,
  };
}

export function anInvitation(over: Partial<NewInvitation> = {}): NewInvitation {
  return {
    org: "organisation-0",
    id: anId("invitation"),
    campaign: "campaign-0",
    supplier: "supplier-0",
    contact: "contact-0",
    generation: 1,
    expiresAt: hoursLater(60 * 24),
    createdAt: now,
    tokenHash: aHash(),
    ...over,
  };
}

export function anAttestation(over: Partial<Attestation> = {}): Attestation {
  counted += 1;
  return {
    org: "organisation-0",
    id: `attestation-${counted}`,
    invitation: "invitation-0",
    reference: `AV-2026-${String(counted).padStart(6, "0")}`,
    questionnaire: "forced-labour",
    version: 1,
    state: "open",
    revision: 0,
    ...over,
  };
}

export function anAnswer(over: Partial<Answer> = {}): Answer {
  return { value: { answer: "no" }, ...over };
}

export function aDraft(over: Partial<AnswerDraft> = {}): AnswerDraft {
  return { question: "B1", fields: { "B1.answer": ["about two hundred"] }, keptAt: now, ...over };
}

export function aDeclaration(over: Partial<Declaration> = {}): Declaration {
  return {
    name: "Trần Thị Mai",
    job: "Head of compliance",
    sharing: "organisation",
    language: "en",
    statementHash: aHash(),
    signedAt: now,
    hash: aHash(),
    document: JSON.stringify({ answers: {} }),
    ...over,
  };
}

export function aMail(over: Partial<NewMail> = {}): NewMail {
  const id = anId("mail");
  return {
    org: "organisation-0",
    id,
    kind: "invitation",
    invitation: "invitation-0",
    to: "mai@saigon-garment.example",
    language: "en",
    messageId: `<${id}@avow.example>`,
    queuedAt: now,
    ...over,
  };
}

/** Somebody whom a supplier asked. */
export function aColleague(over: Partial<NewColleague> = {}): NewColleague {
  return {
    org: "org-0",
    id: anId("colleague"),
    attestation: "attestation-0",
    name: "Zhang Wei",
    email: "zhang.wei@haoyuan.example",
    language: "zh-Hans",
    note: "Please answer by Friday.",
    sections: ["E"],
    maySign: false,
    askedBy: "Li Na",
    generation: 1,
    tokenHash: aHash(),
    linkGeneration: 1,
    askedAt: now,
    ...over,
  };
}

/** What a supplier asks its buyer about a question. */
export function aHelpMessage(over: Partial<NewHelpMessage> = {}): NewHelpMessage {
  return {
    org: "org-0",
    id: anId("help"),
    attestation: "attestation-0",
    question: "E1",
    side: "supplier",
    text: "Which sites do you mean?",
    language: "en",
    at: now,
    ...over,
  };
}

/** A corrective action that is only proposed. */
export function anAction(over: Partial<CorrectiveAction> = {}): CorrectiveAction {
  return {
    org: "org-0",
    id: anId("action"),
    supplier: "supplier-0",
    attestation: "attestation-0",
    source: "flag",
    question: "H3",
    rule: "pay-late",
    northKorea: false,
    gap: "Pay comes late",
    cause: "",
    step: "Pay on time",
    due: "2026-04-01",
    state: "proposed",
    responsible: "",
    ownStep: "",
    progress: "not-begun",
    version: 1,
    createdAt: now,
    ...over,
  };
}

/** A line of the history of an action, by the buyer. */
export function anActionEntry(over: Partial<NewEntry> = {}): NewEntry {
  return { at: now, step: "opened", side: "buyer", text: "", language: "en", ...over };
}

/** A signature that waits for a second person. */
export function anApproval(over: Partial<NewApproval> = {}): NewApproval {
  return {
    org: "org-0",
    attestation: "attestation-0",
    colleague: "approver-0",
    revision: 1,
    statementHash: "statement",
    language: "en",
    signer: { name: "Rita Alves", job: "Managing director", sharing: "buyer" },
    confirmation: { confirmedBy: "none", because: "no-mail-server" },
    askedAt: now,
    ...over,
  };
}

export function aJob(over: Partial<NewJob> = {}): NewJob {
  return {
    org: "organisation-0",
    kind: "count",
    key: anId("job"),
    payload: {},
    dueAt: now,
    createdAt: now,
    ...over,
  };
}

export const aPerson: Actor = { kind: "person", id: "user-0", name: "Ida Lindqvist" };

/** An event; by default that an organisation was created. */
export function anEvent(
  details: AuditDetails = { action: "organisation.created", details: { name: "Nordwind Apparel GmbH" } },
  about: { subject?: Subject; actor?: Actor; at?: Date } = {},
): AuditEvent {
  const { subject = { type: "organisation", id: "organisation-0" }, actor = aPerson, at = now } = about;
  // A store keeps whichever subject it is given; the product cannot make one that does not fit its action.
  return { ...details, at, actor, subject } as AuditEvent;
}
