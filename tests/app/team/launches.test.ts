import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { asOperator } from "#app/services/context/callers";
import { inviteChosen } from "#app/services/team/launches/invite-chosen";
import { openStore } from "#db/index";
import { type TestContext, testContext } from "#tests/support/context";
import { aCampaign, aLaunch, anEvent, now } from "#tests/support/factories";
import { addSuppliers, settle } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-launches-"));
const many = 250;
afterAll(() => rmSync(folder, { recursive: true }));

const invite = (ctx: TestContext, org: string, campaign: string) =>
  inviteChosen(asOperator(ctx, "launch"), { org, campaign });

/** Two programs over one record, as while one is being stopped and the next has started, and launches that go on. */
async function twoPrograms(launches: number) {
  const file = `file:${join(folder, `${Math.random()}.sqlite`)}`;
  const first: TestContext = { ...(await testContext()), store: await openStore(file) };
  const second: TestContext = { ...first, store: await openStore(file) };
  const { organisation } = await settle(first.store);
  const org = organisation.id;
  const added = await addSuppliers(
    first.store,
    org,
    Array.from({ length: many }, () => ({})),
  );
  const suppliers = added.map(({ supplier }) => supplier.id);
  const campaigns = Array.from({ length: launches }, () => aCampaign({ org }));
  for (const campaign of campaigns) {
    await first.store.campaigns.create({ campaign, suppliers, audit: anEvent() });
    const launch = aLaunch({ org, campaign: campaign.id, invitations: many });
    await first.store.launches.begin({ ...launch, dueAt: campaign.dueAt, at: now, audit: anEvent() });
  }
  const invited = async () =>
    (await first.store.audit.trail(org, { most: 10_000 })).flatMap((event) =>
      event.action === "campaign.invited" ? [event.details.invitations] : [],
    );
  const close = () => Promise.all([first.store.close(), second.store.close()]);
  return { org, first, second, campaigns: campaigns.map(({ id }) => id), invited, close };
}

test("two programs that launch at once give no reference twice", async () => {
  const { org, first, second, campaigns, invited, close } = await twoPrograms(2);
  const [one = "", other = ""] = campaigns;
  await Promise.all([invite(first, org, one), invite(second, org, other)]);
  const pages = await Promise.all(
    campaigns.map((id) => first.store.campaigns.recipients(org, id, { page: 1, pageSize: many, now })),
  );
  const references = pages.flatMap(({ rows }) => rows.map(({ attestation }) => attestation.reference));
  expect(new Set(references).size).toBe(2 * many);
  expect(await invited()).toEqual([many, many]);
  await close();
});

test("two programs that go on with one launch invite everybody once, and the trail says how many they are", async () => {
  const { org, first, second, campaigns, invited, close } = await twoPrograms(1);
  const [id = ""] = campaigns;
  await Promise.all([invite(first, org, id), invite(second, org, id)]);
  const { total } = await first.store.campaigns.recipients(org, id, { page: 1, pageSize: 1, now });
  expect(total).toBe(many);
  expect(await invited()).toEqual([many]);
  expect(await first.store.launches.open()).toEqual([]);
  await close();
});
