import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "#db/index";
import type { NewRecipient, Store } from "#db/store";
import { aCampaign, aMail, anAttestation, anEvent, anInvitation, aUser, now } from "#tests/support/factories";
import { addSuppliers, settle } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-large-writes-"));
const invited = 3_000;
afterAll(() => rmSync(folder, { recursive: true }));

describe("a launch for many suppliers", () => {
  let store: Store;
  let org: string;
  let campaign: string;
  let recipients: readonly NewRecipient[];
  beforeEach(async () => {
    store = await openStore(`file:${join(folder, `${Math.random()}.sqlite`)}`);
    org = (await settle(store)).organisation.id;
    const draft = aCampaign({ org });
    campaign = draft.id;
    const added = await addSuppliers(
      store,
      org,
      Array.from({ length: invited }, () => ({})),
    );
    await store.campaigns.create({
      campaign: draft,
      suppliers: added.map(({ supplier }) => supplier.id),
      audit: anEvent(),
    });
    recipients = added.map(({ supplier, contact }) => {
      const invitation = anInvitation({ org, campaign, supplier: supplier.id, contact: contact.id });
      const created = anEvent({ action: "invitation.created", details: { campaign } });
      return {
        invitation,
        attestation: anAttestation({ org, invitation: invitation.id }),
        mail: aMail({ org, invitation: invitation.id }),
        audit: [{ ...created, subject: { type: "invitation", id: invitation.id } }],
      };
    });
  });
  afterEach(() => store.close());

  const launch = (invitations: Iterable<NewRecipient>) =>
    store.campaigns.launch({ org, id: campaign, launchedAt: now, invitations, audit: [anEvent()] });
  const seen = async () => ({
    state: (await store.campaigns.get(org, campaign))?.state,
    invited: (await store.campaigns.funnel(org, campaign, now)).invited,
  });

  test("lets pages be read meanwhile, and they see nothing of it before all of it is there", async () => {
    let over = false;
    const launching = launch(recipients).finally(() => {
      over = true;
    });
    const looks: Awaited<ReturnType<typeof seen>>[] = [];
    for (let look = await seen(); !over; look = await seen()) {
      looks.push(look);
      await new Promise(setImmediate);
    }
    await launching;
    expect(looks.length).toBeGreaterThan(2);
    expect(new Set(looks.slice(0, -1).map((look) => JSON.stringify(look)))).toEqual(
      new Set([JSON.stringify({ state: "draft", invited: 0 })]),
    );
    expect(await seen()).toEqual({ state: "live", invited });
    const trail = await store.audit.trail(org, { most: 10_000 });
    expect(trail.filter(({ action }) => action === "invitation.created")).toHaveLength(invited);
  });

  test("keeps nothing, and no event, when one of the last cannot be made", async () => {
    const before = await store.audit.trail(org, { most: 10_000 });
    function* failing() {
      yield* recipients.slice(0, -1);
      throw new Error("out of ids");
    }
    await expect(launch(failing())).rejects.toThrow("out of ids");
    expect(await seen()).toEqual({ state: "draft", invited: 0 });
    expect((await store.mails.list(org, { page: 1, pageSize: 1 })).total).toBe(0);
    expect(await store.audit.trail(org, { most: 10_000 })).toEqual(before);
  });

  test("makes other writes wait, and neither takes the other with it", async () => {
    function* failing() {
      yield* recipients;
      throw new Error("out of ids");
    }
    const order: string[] = [];
    const failed = launch(failing()).catch(() => order.push("first launch"));
    const launched = launch(recipients).then(() => order.push("second launch"));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    const saved = store.users
      .add({ user: aUser({ org }), passwordHash: "$argon2id$of-nobody", audit: anEvent() })
      .then(() => order.push("save"));
    await Promise.all([failed, launched, saved]);
    expect(order).toEqual(["first launch", "second launch", "save"]);
    expect(await store.users.list(org)).toHaveLength(2);
    expect(await seen()).toEqual({ state: "live", invited });
  });

  test("is finished before the store closes", async () => {
    const launched = launch(recipients);
    await new Promise(setImmediate);
    await store.close();
    await expect(launched).resolves.toBeUndefined();
    store = await openStore(":memory:");
  });

  test("lists its recipients in the order of their numbers, each filter as its count says", async () => {
    await launch([...recipients].reverse());
    const page = await store.campaigns.recipients(org, campaign, { page: 2, pageSize: 50, now });
    expect(page.total).toBe(invited);
    expect(page.rows.map(({ invitation }) => invitation.id)).toEqual(
      recipients.slice(50, 100).map(({ invitation }) => invitation.id),
    );
  });
});
