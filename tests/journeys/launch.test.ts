import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { sha256 } from "#app/adapters/secrets.server";
import type { Store } from "#db/store";
import { aCampaign, anEvent } from "#tests/support/factories";
import { aDataFolder, launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { addSuppliers, createOrganisation } from "#tests/support/world";

const many = 5_000;
const form = { "content-type": "application/x-www-form-urlencoded" };

/** A draft for many suppliers, and the session of somebody who may launch it. */
async function prepare(store: Store) {
  const { organisation, admin } = await createOrganisation(store);
  const org = organisation.id;
  const added = await addSuppliers(
    store,
    org,
    Array.from({ length: many }, () => ({})),
  );
  const campaign = aCampaign({ org, dueAt: new Date(Date.now() + 21 * 86_400_000) });
  await store.campaigns.create({ campaign, suppliers: added.map(({ supplier }) => supplier.id), audit: anEvent() });
  const session = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  const signIn = { org, user: admin.id, sessionHash: sha256(session), createdAt, expiresAt, audit: anEvent() };
  await store.users.signIn(signIn);
  return { org, campaign: campaign.id, cookie: `avow_team=${session}` };
}

/** Somebody of another organisation who saves one answer after the other. Returns the status, 302 for each that was saved. */
async function saveOnce(product: Product, attestation: string, cookie: string, turn: number): Promise<number> {
  const answer = await fetch(`${product.origin}/attest/${attestation}/F5`, {
    method: "POST",
    headers: { ...form, origin: product.origin, cookie },
    body: `basedOn=${turn}&F5.answer=${turn % 2 === 0 ? "no" : "yes"}`,
    redirect: "manual",
  });
  await answer.arrayBuffer();
  return answer.status;
}

test("a launch lets suppliers save meanwhile, and after a crash goes on with whoever is missing", async () => {
  const dataDir = aDataFolder();
  const { recipient, organisation } = await launchWithLinks(dataDir);
  const session = randomBytes(32).toString("base64url");
  const { org, campaign, cookie } = await withStore(dataDir, async (store) => {
    await store.attestations.start({
      org: organisation.id,
      attestation: recipient.attestation.id,
      sessionHash: sha256(session),
      at: new Date(),
      audit: anEvent(),
    });
    return prepare(store);
  });
  const supplier = `avow_attest=${session}`;

  await withStore(dataDir, async (store) => {
    const invited = async () => (await store.campaigns.funnel(org, campaign, new Date())).invited;
    const goesOn = async () => {
      const launch = await store.launches.get(org, campaign);
      return launch !== undefined && launch.endedAt === undefined;
    };
    const save = (product: Product, turn: number) => saveOnce(product, recipient.attestation.id, supplier, turn);
    let turn = 0;

    const first = await startProduct(dataDir);
    const page = async () => (await fetch(`${first.origin}/campaigns/${campaign}`, { headers: { cookie } })).text();
    // Once before, so that the product has loaded all that the page and a save need.
    expect(await page()).not.toMatch(/Suppliers are being invited/);
    expect(await save(first, turn)).toBe(302);
    turn += 1;
    const launching = fetch(`${first.origin}/campaigns/${campaign}/launch`, {
      method: "POST",
      headers: { ...form, origin: first.origin, cookie },
      body: "links=30",
      redirect: "manual",
    }).catch(() => undefined);
    while ((await invited()) === 0) await pause(5);
    expect(await save(first, turn)).toBe(302);
    turn += 1;
    expect(await page()).toMatch(/Suppliers are being invited/);
    await first.kill();
    await launching;
    const before = await invited();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(many);
    expect(await goesOn()).toBe(true);

    const second = await startProduct(dataDir);
    const savedFrom = turn;
    while (await goesOn()) {
      expect(await save(second, turn)).toBe(302);
      turn += 1;
      // No faster than one link may save, however long the launch takes.
      await pause(250);
    }
    expect(turn - savedFrom).toBeGreaterThan(2);
    expect(await second.stop()).toBe(0);

    const all = await store.campaigns.recipients(org, campaign, { page: 1, pageSize: many + 1, now: new Date() });
    expect(all.total).toBe(many);
    expect(new Set(all.rows.map((row) => row.supplier.id)).size).toBe(many);
    expect(new Set(all.rows.map((row) => row.attestation.reference)).size).toBe(many);
    expect(all.rows.every((row) => row.lastMail?.kind === "invitation")).toBe(true);
    expect((await store.mails.list(org, { page: 1, pageSize: 1 })).total).toBe(many);
    const trail = await store.audit.trail(org, { most: 4 * many });
    const times = (action: string) => trail.filter((event) => event.action === action).length;
    expect([times("campaign.launched"), times("campaign.invited")]).toEqual([1, 1]);
    expect([times("invitation.created"), times("mail.queued")]).toEqual([many, many]);
    const ids = trail.filter(({ action }) => action === "invitation.created").map(({ subject }) => subject.id);
    expect(new Set(ids)).toEqual(new Set(all.rows.map((row) => row.invitation.id)));
  });
}, 240_000);
