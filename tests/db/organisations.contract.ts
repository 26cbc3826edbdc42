import { afterAll, beforeAll, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { aDocument, roomyLimits } from "#tests/support/documents";
import {
  aCampaign,
  aContact,
  aDeclaration,
  aDraft,
  aHash,
  aLaunch,
  aMail,
  anAnswer,
  anAttestation,
  anEvent,
  anInvitation,
  aPerson,
  aSupplier,
  hoursLater,
  now,
} from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { launch, settle, type World } from "#tests/support/world";

const audit = anEvent();
const page = { page: 1, pageSize: 10 };
const view = { ...page, sort: "rating", direction: "down" } as const;

type Stranger = { readonly store: Store; readonly org: string; readonly theirs: World };

/** Every read that takes an organisation, asked by one organisation for what another has. */
const reads: Readonly<Record<string, (stranger: Stranger) => Promise<unknown>>> = {
  "users.list": async ({ store, org, theirs }) =>
    (await store.users.list(org)).find(({ id }) => id === theirs.admin.id),
  "suppliers.table": async ({ store, org }) => (await store.suppliers.table(org, view)).rows[0],
  "suppliers.table of a campaign": async ({ store, org, theirs }) =>
    (await store.suppliers.table(org, { ...view, campaign: theirs.campaign.id })).rows[0],
  "suppliers.export": async ({ store, org }) =>
    (await store.suppliers.export(org, view)[Symbol.asyncIterator]().next()).value,
  "suppliers.get": ({ store, org, theirs }) => store.suppliers.get(org, theirs.recipient.supplier.id),
  "suppliers.match": async ({ store, org, theirs: { recipient } }) =>
    (
      await store.suppliers.match(org, {
        externalIds: [recipient.supplier.externalId ?? ""],
        emails: [recipient.contact.email],
        names: [recipient.supplier],
      })
    )[0],
  "suppliers.attestations": async ({ store, org, theirs }) =>
    (await store.suppliers.attestations(org, theirs.recipient.supplier.id))[0],
  "campaigns.list": async ({ store, org }) => (await store.campaigns.list(org))[0],
  "campaigns.get": ({ store, org, theirs }) => store.campaigns.get(org, theirs.campaign.id),
  "campaigns.chosen": async ({ store, org, theirs }) => {
    for await (const batch of store.campaigns.chosen(org, theirs.campaign.id)) return batch[0];
    return undefined;
  },
  "campaigns.recipients": async ({ store, org, theirs }) =>
    (await store.campaigns.recipients(org, theirs.campaign.id, { ...page, now })).rows[0],
  "campaigns.funnel": async ({ store, org, theirs }) =>
    (await store.campaigns.funnel(org, theirs.campaign.id, now)).invited || undefined,
  "launches.get": ({ store, org, theirs }) => store.launches.get(org, theirs.campaign.id),
  "invitations.get": ({ store, org, theirs }) => store.invitations.get(org, theirs.recipient.invitation.id),
  "attestations.get": ({ store, org, theirs }) => store.attestations.get(org, theirs.recipient.attestation.id),
  "attestations.history": async ({ store, org, theirs }) =>
    (await store.attestations.history(org, theirs.recipient.attestation.id))[0],
  "evidence.list": async ({ store, org, theirs }) =>
    (await store.evidence.list(org, theirs.recipient.attestation.id))[0],
  "evidence.get": ({ store, org }) => store.evidence.get(org, "evidence-of-theirs"),
  "ratings.history": async ({ store, org, theirs }) =>
    (await store.ratings.history(org, theirs.recipient.supplier.id))[0],
  "ratings.latest": ({ store, org, theirs }) => store.ratings.latest(org, theirs.recipient.supplier.id),
  "mails.list": async ({ store, org }) => (await store.mails.list(org, page)).rows[0],
  "mails.get": ({ store, org, theirs }) => store.mails.get(org, theirs.recipient.mail.id),
  "audit.trail": async ({ store, org, theirs }) =>
    (await store.audit.trail(org, { subjects: [theirs.recipient.attestation.id, "organisation-0"], most: 10 }))[1],
};

/** Every write that names something, tried on what another organisation has. */
const writes: Readonly<Record<string, (stranger: Stranger) => Promise<unknown>>> = {
  "users.changeRole": ({ store, org, theirs }) =>
    store.users.changeRole({ org, id: theirs.admin.id, role: "viewer", audit }),
  "users.signIn": ({ store, org, theirs }) =>
    store.users.signIn({ org, user: theirs.admin.id, sessionHash: aHash(), createdAt: now, expiresAt: now, audit }),
  "users.signOut": ({ store, org }) => store.users.signOut({ org, sessionHash: aHash(), audit }),
  "suppliers.add, changed": ({ store, org, theirs: { recipient } }) =>
    store.suppliers.add({ org, added: [], changed: [recipient], audit: [audit] }),
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
  "invitations.resend": ({ store, org, theirs: { recipient } }) =>
    store.invitations.resend({ org, id: recipient.invitation.id, mail: aMail({ org }), audit }),
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
    store.invitations.decline({ org, id: recipient.invitation.id, at: now, audit }),
  "invitations.unsubscribe": ({ store, org, theirs: { recipient } }) =>
    store.invitations.unsubscribe({ org, id: recipient.invitation.id, at: now, audit }),
  "attestations.start": ({ store, org, theirs: { recipient } }) =>
    store.attestations.start({ org, attestation: recipient.attestation.id, sessionHash: aHash(), at: now, audit }),
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
  "evidence.add": ({ store, org, theirs: { recipient } }) => {
    const change = { org, attestation: recipient.attestation.id, evidence: aDocument(), limits: roomyLimits };
    return store.evidence.add({ ...change, audit });
  },
  "evidence.remove": ({ store, org, theirs: { recipient } }) => {
    const change = { org, attestation: recipient.attestation.id, id: "evidence-of-theirs" };
    return store.evidence.remove({ ...change, at: now, by: aPerson, audit });
  },
  "ratings.add": ({ store, org, theirs: { recipient } }) => {
    const rating = aNewRating({ attestation: recipient.attestation.id, supplier: recipient.supplier.id });
    return store.ratings.add({ org, ...rating, audit });
  },
  "mails.sent": ({ store, org, theirs: { recipient } }) =>
    store.mails.sent({ org, id: recipient.mail.id, at: now, audit }),
  "mails.failed": ({ store, org, theirs: { recipient } }) =>
    store.mails.failed({ org, id: recipient.mail.id, error: "no", audit }),
};

/** Takes no id that could be another organisation's: it only counts, or makes something new. */
const selfish = [
  "organisations.count",
  "organisations.get",
  "organisations.create",
  "users.add",
  "suppliers.nextNumber",
];
/** Looked up by a secret or a login, or done for all organisations by the worker. */
const unscoped = [
  "users.byEmail",
  "users.bySession",
  "invitations.byToken",
  "attestations.bySession",
  "campaigns.nextReference",
  "evidence.used",
  "launches.open",
  "mails.claim",
];

/** That nothing is seen or changed across organisations. */
export function organisationsContract(open: () => Promise<Store>): void {
  let stranger: Stranger;
  beforeAll(async () => {
    const store = await open();
    const theirs = await launch(store);
    const { organisation } = await settle(store);
    const attestation = theirs.recipient.attestation.id;
    const change = {
      org: theirs.organisation.id,
      attestation,
      question: "B1",
      basedOn: 0,
      answer: anAnswer(),
      at: now,
    };
    await store.attestations.saveAnswer({ ...change, audit });
    const evidence = aDocument({ id: "evidence-of-theirs" });
    await store.evidence.add({ org: theirs.organisation.id, attestation, evidence, limits: roomyLimits, audit });
    const rating = aNewRating({ attestation, supplier: theirs.recipient.supplier.id });
    await store.ratings.add({ ...rating, org: theirs.organisation.id, audit });
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
        await store.mails.list(theirs.organisation.id, page),
        await store.audit.trail(theirs.organisation.id, { most: 1_000 }),
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
    await store.suppliers.add({ org, added: [{ supplier, contact }], changed: [], audit: [audit] });
    const kept = await store.suppliers.get(theirs.organisation.id, supplier.id);
    expect(kept?.supplier).toEqual(theirs.recipient.supplier);
  });
}
