import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { randomId, sha256 } from "#app/adapters/secrets.server";
import { openStore } from "#db/index";
import type { Store } from "#db/store";
import { aCampaign, aContact, anEvent, anImported, aSupplier } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";
import { percentile } from "./load";
import { saveOf } from "./saves";
import { aDataFolder, startServer } from "./servers";
import { type AtWork, suppliersAtWork } from "./suppliers-at-work";

/** `launch` in seconds; the ninety-ninth percentiles of a save before and during it, and its longest, in milliseconds. */
export type LaunchTimes = {
  readonly launch: number;
  readonly before: number;
  readonly during: number;
  readonly longest: number;
};

const savers = 8;
/** Between two saves of one supplier, in milliseconds. */
const thinkMs = 100;

/** A campaign for many suppliers launched over HTTP, while eight suppliers of another one go on saving. */
export async function launchTimes(suppliers = 100_000): Promise<LaunchTimes> {
  const dataDir = aDataFolder();
  const atWork = await suppliersAtWork(dataDir, savers);
  const store = await openStore(`file:${join(dataDir, "avow.sqlite")}`);
  const { org, campaign, cookie } = await draftFor(store, suppliers);
  const server = await startServer(["build/server/main.js"], dataDir);
  try {
    const saving = startSaving(server.origin, atWork);
    await pause(3_000);
    const before = saving.times.splice(0);
    const start = performance.now();
    const answer = await fetch(`${server.origin}/campaigns/${campaign}/launch`, {
      method: "POST",
      headers: { cookie, origin: server.origin, "content-type": "application/x-www-form-urlencoded" },
      body: "links=30",
      redirect: "manual",
    });
    if (answer.status !== 303) throw new Error(`the launch was answered with ${answer.status}`);
    while (!(await store.launches.get(org, campaign))?.endedAt) await pause(100);
    const launch = (performance.now() - start) / 1_000;
    await saving.stop();
    const { total } = await store.campaigns.recipients(org, campaign, { page: 1, pageSize: 1, now: new Date() });
    if (total !== suppliers) throw new Error(`${total} of ${suppliers} suppliers were invited`);
    return {
      launch,
      before: percentile(before, 0.99),
      during: percentile(saving.times, 0.99),
      longest: Math.max(...saving.times),
    };
  } finally {
    await server.stop();
    await store.close();
  }
}

async function draftFor(store: Store, howMany: number) {
  const { organisation, admin } = await createOrganisation(store);
  const org = organisation.id;
  const added = Array.from({ length: howMany }, () => {
    const supplier = aSupplier({ org, id: randomId() });
    return anImported(supplier, aContact({ org, id: randomId(), supplier: supplier.id }));
  });
  await store.suppliers.add({ org, added, changed: [], audit: [anEvent()] });
  const dueAt = new Date(Date.now() + 21 * 86_400_000);
  const campaign = aCampaign({ org, dueAt });
  await store.campaigns.create({ campaign, suppliers: added.map(({ supplier }) => supplier.id), audit: anEvent() });
  const session = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  await store.users.signIn({
    org,
    user: admin.id,
    sessionHash: sha256(session),
    createdAt,
    expiresAt,
    audit: anEvent(),
  });
  return { org, campaign: campaign.id, cookie: `avow_team=${session}` };
}

/** Each supplier saves, thinks and saves again until it is stopped; `times` has the milliseconds of each save so far. */
function startSaving(origin: string, atWork: readonly AtWork[]) {
  const times: number[] = [];
  let over = false;
  const saving = atWork.map(async ({ attestation, cookie }) => {
    for (let turn = 0; !over; turn += 1) {
      const { question, body } = saveOf(turn);
      const start = performance.now();
      const answer = await fetch(`${origin}/attest/${attestation}/${question}`, {
        method: "POST",
        headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
        body,
        redirect: "manual",
      });
      await answer.arrayBuffer();
      if (answer.status !== 302 && answer.status !== 303) throw new Error(`a save was answered with ${answer.status}`);
      times.push(performance.now() - start);
      await pause(thinkMs);
    }
  });
  // Looked at when it is stopped.
  const done = Promise.all(saving);
  done.catch(() => {});
  const stop = async () => {
    over = true;
    await done;
  };
  return { times, stop };
}
