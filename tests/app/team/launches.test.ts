import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, expect, test } from "vitest";
import { smtpMailer } from "#app/adapters/smtp-mailer.server";
import { pausedKinds, registry } from "#app/jobs/registry";
import { startRunner } from "#app/jobs/runner";
import { asSystem } from "#app/services/context/callers";
import { inviteChosen } from "#app/services/team/launches/invite-chosen";
import { LeaseLostError } from "#db/errors";
import { openStore } from "#db/index";
import { type TestContext, testContext } from "#tests/support/context";
import { aCampaign, aLaunch, anEvent, now } from "#tests/support/factories";
import { startMailServer } from "#tests/support/mail-server";
import { addSuppliers, createOrganisation } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-launches-"));
const many = 250;
afterAll(() => rmSync(folder, { recursive: true }));
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Two programs over one record, and launches that have begun, each of an organisation of its own. */
async function twoPrograms(launches: number, over: Partial<TestContext> = {}) {
  const file = `file:${join(folder, `${Math.random()}.sqlite`)}`;
  const first: TestContext = { ...(await testContext()), store: await openStore(file), ...over };
  const second: TestContext = { ...first, store: await openStore(file) };
  open.push(() => Promise.all([first.store.close(), second.store.close()]));
  const campaigns: { org: string; id: string }[] = [];
  for (let launch = 0; launch < launches; launch += 1) {
    const { organisation } = await createOrganisation(first.store);
    const org = organisation.id;
    const added = await addSuppliers(
      first.store,
      org,
      Array.from({ length: many }, () => ({})),
    );
    const suppliers = added.map(({ supplier }) => supplier.id);
    const campaign = aCampaign({ org });
    campaigns.push({ org, id: campaign.id });
    await first.store.campaigns.create({ campaign, suppliers, audit: anEvent() });
    await first.store.launches.begin({
      ...aLaunch({ org, campaign: campaign.id, invitations: many }),
      dueAt: campaign.dueAt,
      at: now,
      audit: anEvent(),
    });
  }
  return { first, second, campaigns };
}

async function run(...programs: TestContext[]) {
  for (const ctx of programs) {
    const runner = await startRunner(ctx, registry, { lookEveryMs: 10, paused: pausedKinds(ctx) });
    open.push(() => runner.stop());
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 50_000; performance.now() < end; await pause(20)) if (await holds()) return;
  throw new Error("it did not happen within 50 seconds");
}

const hasEnded = async ({ store }: TestContext, { org, id }: { org: string; id: string }) =>
  (await store.launches.get(org, id))?.endedAt !== undefined;

const recipients = async ({ store }: TestContext, { org, id }: { org: string; id: string }) =>
  (await store.campaigns.recipients(org, id, { page: 1, pageSize: 2 * many, now })).rows;

const invitedBy = async ({ store }: TestContext, org: string) =>
  (await store.audit.trail(org, { most: 10_000 })).flatMap((event) =>
    event.action === "campaign.invited" ? [event.details.invitations] : [],
  );

test("two programs that launch at once give no reference twice", async () => {
  const { first, second, campaigns } = await twoPrograms(2);
  await run(first, second);
  for (const campaign of campaigns) await until(() => hasEnded(first, campaign));
  const rows = await Promise.all(campaigns.map((campaign) => recipients(first, campaign)));
  const references = rows.flat().map(({ attestation }) => attestation.reference);
  expect(new Set(references).size).toBe(2 * many);
  expect(await Promise.all(campaigns.map(({ org }) => invitedBy(first, org)))).toEqual([[many], [many]]);
});

test("two programs invite everybody of a launch once, and send each mail once", async () => {
  const server = await startMailServer();
  const mailer = smtpMailer(server.url, { needsTls: false });
  open.push(server.close, mailer.close);
  const { first, second, campaigns } = await twoPrograms(1, { mailer });
  const [campaign = { org: "", id: "" }] = campaigns;
  await run(first, second);
  await until(() => hasEnded(first, campaign));
  const rows = await recipients(first, campaign);
  expect(new Set(rows.map(({ supplier }) => supplier.id)).size).toBe(many);
  expect(rows).toHaveLength(many);
  expect(await invitedBy(first, campaign.org)).toEqual([many]);
  expect(await first.store.jobs.get(campaign.org, "launch.invite", campaign.id)).toMatchObject({
    state: "done",
    progress: { done: many, all: many },
  });
  await until(async () => (await recipients(first, campaign)).every(({ lastMail }) => lastMail?.state === "sent"));
  await pause(100);
  const ids = server.received.map(({ mail }) => mail.messageId);
  expect(ids).toHaveLength(many);
  expect(new Set(ids).size).toBe(many);
});

test("who was overtaken invites nobody, and whoever took the launch over invites all", async () => {
  const { first, second, campaigns } = await twoPrograms(1);
  const [campaign = { org: "", id: "" }] = campaigns;
  const claim = async (ctx: TestContext) => {
    const kinds = [{ kind: "launch.invite", most: 1 }];
    const [claimed] = await ctx.store.jobs.claim({ kinds, now, leaseUntil: now });
    if (claimed === undefined) throw new Error("one waits");
    return claimed.lease;
  };
  const invite = (ctx: TestContext, lease: { id: number; token: number }) =>
    inviteChosen(asSystem(ctx, "launch"), {
      org: campaign.org,
      campaign: campaign.id,
      lease,
      signal: new AbortController().signal,
    });
  const old = await claim(first);
  const lease = await claim(second);
  await expect(invite(first, old)).rejects.toBeInstanceOf(LeaseLostError);
  expect(await recipients(first, campaign)).toEqual([]);
  expect(await invite(second, lease)).toBe(true);
  expect(await recipients(first, campaign)).toHaveLength(many);
});
