import type { Attestation, Campaign, Contact, JobLease, Organisation, Supplier, User } from "#db/records";
import type { NewMail, NewRecipient, Store } from "#db/store";
import type { NewInvitation } from "#db/store/campaigns/invitations";
import {
  aCampaign,
  aContact,
  aHash,
  aLaunch,
  aMail,
  anAttestation,
  anEvent,
  anImported,
  anInvitation,
  anOrganisation,
  aSupplier,
  aUser,
  now,
} from "./factories";

export type Recipient = {
  readonly supplier: Supplier;
  readonly contact: Contact;
  readonly invitation: NewInvitation;
  readonly attestation: Attestation;
  readonly mail: NewMail;
  /** SHA-256 of the session that its supplier works in. */
  readonly sessionHash: string;
};

export type World = {
  readonly organisation: Organisation;
  readonly admin: User;
  readonly campaign: Campaign;
  readonly recipients: readonly Recipient[];
  /** The first one, for the tests that need no other. */
  readonly recipient: Recipient;
};

/** An organisation with one administrator. */
export async function createOrganisation(
  store: Store,
  over: Partial<Organisation> = {},
): Promise<{ organisation: Organisation; admin: User }> {
  const organisation = anOrganisation(over);
  const admin = aUser({ org: organisation.id });
  await store.organisations.create({ organisation, admin, passwordHash: "$argon2id$of-nobody", audit: [anEvent()] });
  return { organisation, admin };
}

/** Suppliers of an organisation, each with one contact. */
export async function addSuppliers(
  store: Store,
  org: string,
  suppliers: readonly Partial<Supplier>[],
  contact: Partial<Contact> = {},
): Promise<readonly { supplier: Supplier; contact: Contact }[]> {
  const added = suppliers.map((over) => {
    const supplier = aSupplier({ ...over, org });
    return { ...anImported(supplier), contact: aContact({ ...contact, org, supplier: supplier.id }) };
  });
  await store.suppliers.add({ org, added, changed: [], audit: [anEvent()] });
  return added;
}

/** Launches a draft, from the first step to the end. */
export async function launchFor(
  store: Store,
  { org, campaign, recipients }: { org: string; campaign: string; recipients: readonly NewRecipient[] },
): Promise<void> {
  const draft = await store.campaigns.get(org, campaign);
  if (draft === undefined) throw new Error("a launch needs a draft");
  await store.launches.begin({
    ...aLaunch({ org, campaign, invitations: recipients.length }),
    dueAt: draft.dueAt,
    at: now,
    audit: anEvent(),
  });
  const lease = await claimLaunch(store, campaign);
  const progress = { done: recipients.length, all: recipients.length };
  await store.launches.invite({ org, campaign, recipients, job: { lease, progress } });
  await store.launches.end({ org, campaign, at: now, lease, audit: anEvent() });
}

/** Takes the job of a launch, and leaves all others. */
async function claimLaunch(store: Store, campaign: string): Promise<JobLease> {
  const kinds = [{ kind: "launch.invite", most: 100 }];
  const claimed = await store.jobs.claim({ kinds, now, leaseUntil: new Date(now.getTime() + 30_000) });
  const mine = claimed.find(({ job }) => job.key === campaign);
  for (const { job, lease } of claimed) if (job.key !== campaign) await store.jobs.giveBack(lease, now);
  if (mine === undefined) throw new Error("the launch has no job");
  return mine.lease;
}

export type Launch = {
  readonly suppliers?: number;
  readonly organisation?: Partial<Organisation>;
  readonly supplier?: Partial<Supplier>;
  /** What each of several suppliers has, in place of one thing for all. */
  readonly each?: readonly Partial<Supplier>[];
  readonly contact?: Partial<Contact>;
  readonly campaign?: Partial<Campaign>;
};

/** A live campaign with started attestations, in an organisation of its own. */
export async function launch(store: Store, options: Launch = {}): Promise<World> {
  const { organisation, admin } = await createOrganisation(store, options.organisation);
  const org = organisation.id;
  const added = await addSuppliers(
    store,
    org,
    options.each ?? Array.from({ length: options.suppliers ?? 1 }, () => options.supplier ?? {}),
    options.contact,
  );
  const campaign = aCampaign({ ...options.campaign, org });
  await store.campaigns.create({ campaign, suppliers: added.map(({ supplier }) => supplier.id), audit: anEvent() });
  const recipients = added.map(({ supplier, contact }) => {
    const invitation = anInvitation({ org, campaign: campaign.id, supplier: supplier.id, contact: contact.id });
    const { questionnaire, version } = campaign;
    const attestation = anAttestation({ org, invitation: invitation.id, questionnaire, version });
    const mail = aMail({ org, invitation: invitation.id, to: contact.email, language: contact.language });
    return { supplier, contact, invitation, attestation, mail, sessionHash: aHash() };
  });
  await launchFor(store, { org, campaign: campaign.id, recipients });
  await Promise.all(
    recipients.map(({ attestation, sessionHash }) =>
      store.attestations.start({ org, attestation: attestation.id, sessionHash, at: now, audit: anEvent() }),
    ),
  );
  const [recipient] = recipients;
  if (recipient === undefined) throw new Error("a campaign needs a supplier");
  return { organisation, admin, campaign, recipients, recipient };
}
