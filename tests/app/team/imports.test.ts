import { expect, test } from "vitest";
import { registry } from "#app/jobs/registry";
import { startRunner } from "#app/jobs/runner";
import { JobSignals } from "#app/jobs/signals";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { confirmImport } from "#app/services/team/imports/jobs/confirm-import";
import { findImport } from "#app/services/team/imports/jobs/find-import";
import { importJob } from "#app/services/team/imports/jobs/import-job";
import { showPlan } from "#app/services/team/imports/show-plan";
import { LeaseLostError } from "#db/errors";
import type { ClaimedJob } from "#db/records";
import { doJobs } from "#tests/support/jobs";
import { codeOf, importSupplierList, teamWithAdmin, uploadSupplierList } from "#tests/support/team";

const known = Array.from({ length: 90 }, (_, at) => `Known ${at},Peru,known${at}@x.example,K-${at},`);
const fresh = Array.from({ length: 900 }, (_, at) => `Fresh ${at},Peru,fresh${at}@x.example,F-${at},`);
/** New, changed, unchanged and refused rows, among each other; one that is there twice, with a number and without. */
const rows = [
  ...fresh.slice(0, 450),
  ...known.slice(0, 30).map((row) => `${row}Lima`),
  "Nobody,Atlantis,x@x.example,X-1,",
  ...known.slice(30),
  ...fresh.slice(450),
  "Fresh 3,Peru,again@x.example,,",
];
const heading = "name,country,email,number,city";
const listOf = (lines: readonly string[]) => `${[heading, ...lines].join("\n")}\n`;

const leaseMs = 30_000;
async function claim(ctx: ServiceContext): Promise<ClaimedJob> {
  const now = ctx.clock.now();
  const kinds = [{ kind: "suppliers.import", most: 1 }];
  const [claimed] = await ctx.store.jobs.claim({ kinds, now, leaseUntil: new Date(now.getTime() + leaseMs) });
  if (claimed === undefined) throw new Error("one waits");
  return claimed;
}

/** Works on an import as a process does that dies after so many steps. */
async function dieAfter(ctx: ServiceContext, steps: number): Promise<ClaimedJob> {
  const claimed = await claim(ctx);
  const { suppliers } = ctx.store;
  let done = 0;
  const dying: typeof suppliers = {
    ...suppliers,
    add: async (change) => {
      if (done === steps) throw new Error("the plug is pulled");
      done += 1;
      await suppliers.add(change);
    },
  };
  await expect(work({ ...ctx, store: { ...ctx.store, suppliers: dying } }, claimed)).rejects.toThrow("the plug");
  return claimed;
}

const work = (ctx: ServiceContext, { job, lease }: ClaimedJob) =>
  registry["suppliers.import"].run(ctx, {
    job: { ...job, payload: payloadOf(job.payload) },
    lease,
    signal: new AbortController().signal,
    progress: async () => {},
  });

function payloadOf({ upload, choices, actor }: ClaimedJob["job"]["payload"]) {
  return { upload, choices, actor } as Parameters<(typeof registry)["suppliers.import"]["run"]>[1]["job"]["payload"];
}

async function eventsOf(team: TeamContext) {
  const trail = await team.store.audit.trail(team.organisation.id, { most: 10_000 });
  return trail.filter(({ action }) => action.startsWith("supplier"));
}

test("an import that is killed twice goes on where it was, and ends with the counts of its preview", async () => {
  const { ctx, team } = await teamWithAdmin();
  await importSupplierList(team, listOf(known));
  ctx.later(1);
  const before = (await eventsOf(team)).length;
  const upload = await uploadSupplierList(team, listOf(rows));
  const preview = await showPlan(team, { upload });
  await confirmImport(team, { upload });
  expect(await findImport(team, { upload })).toEqual({ state: "going-on", done: 0, all: 0 });

  const overtaken = await dieAfter(ctx, 2);
  expect(await findImport(team, { upload })).toEqual({ state: "going-on", done: 400, all: rows.length });
  ctx.later(1);
  await dieAfter(ctx, 1);
  await expect(work(ctx, overtaken)).rejects.toBeInstanceOf(LeaseLostError);
  expect(await findImport(team, { upload })).toMatchObject({ state: "going-on", all: rows.length });
  ctx.later(1);
  const signals = new JobSignals(ctx.store);
  const runner = await startRunner(ctx, registry, { signals, lookEveryMs: 10, paused: ["mail.send"] });
  expect(await signals.waitUntilEnded(importJob(ctx, { org: team.organisation.id, upload, mapping: {} }), 20_000)).toBe(
    true,
  );
  await runner.stop();

  expect(await findImport(team, { upload })).toEqual({ state: "done", counts: preview.counts });
  const { added, changed, unchanged, refused, contact = 0 } = preview.counts;
  expect(added + changed + unchanged + refused + contact).toBe(rows.length);
  expect({ changed, unchanged, contact }).toEqual({ changed: 30, unchanged: 60, contact: 1 });
  const there = await team.store.suppliers.match(team.organisation.id, {
    externalIds: [...fresh, ...known].map((row) => row.split(",")[3] ?? ""),
    emails: ["again@x.example"],
    names: [],
  });
  const names = there.map(({ supplier }) => supplier.externalId);
  expect(new Set(names).size).toBe(names.length);
  expect(there).toHaveLength(known.length + added);
  expect(there.filter(({ supplier }) => supplier.place === "Lima")).toHaveLength(30);

  const events = (await eventsOf(team)).slice(0, -before);
  const times = (action: string) => events.filter((event) => event.action === action).length;
  expect([times("supplier.added"), times("supplier.changed")]).toEqual([added, changed]);
  expect(events.filter(({ action }) => action === "suppliers.imported")).toMatchObject([
    { details: { added, changed, file: upload } },
  ]);
  expect(new Set(events.map(({ actor }) => JSON.stringify(actor)))).toEqual(new Set([JSON.stringify(team.actor)]));
  await ctx.store.close();
});

test("an import that came on is not given up, however often its process dies", async () => {
  const { ctx, team } = await teamWithAdmin();
  const upload = await uploadSupplierList(team, listOf(fresh));
  await confirmImport(team, { upload });
  for (const steps of [0, 0, 0, 1, 0, 0, 1, 0]) {
    await dieAfter(ctx, steps);
    ctx.later(1);
  }
  await doJobs(team);
  expect(await findImport(team, { upload })).toMatchObject({ state: "done", counts: { added: fresh.length } });
});

test("an import that was given up says how far it came, and goes on with what is missing when confirmed again", async () => {
  const { ctx, team } = await teamWithAdmin();
  const upload = await uploadSupplierList(team, listOf(fresh));
  await confirmImport(team, { upload });
  for (const steps of [1, 0, 0, 0]) {
    await dieAfter(ctx, steps);
    ctx.later(1);
  }
  // Confirmed while a dead process still has it, as somebody does whose page never came.
  await confirmImport(team, { upload });
  await doJobs(team);
  expect(await findImport(team, { upload })).toEqual({ state: "stopped", done: 200, all: fresh.length });
  expect(await findImport(team, { upload, isConfirmed: false })).toBeUndefined();
  expect(await confirmImport(team, { upload })).toMatchObject({ state: "going-on", done: 0 });
  await doJobs(team);
  const counts = { added: fresh.length - 200, unchanged: 200 };
  expect(await findImport(team, { upload })).toMatchObject({ state: "done", counts });
  const added = (await eventsOf(team)).filter(({ action }) => action === "supplier.added");
  expect(added).toHaveLength(fresh.length);
});

test("the same list read in another way is another import, and both come one after the other", async () => {
  const { team } = await teamWithAdmin();
  const upload = await uploadSupplierList(team, "name,country,email\nHao,Peru,a@x.example\n");
  await confirmImport(team, { upload });
  await confirmImport(team, { upload, mapping: { email: -1 } });
  expect(await findImport(team, { upload, mapping: { contact: 2 } })).toBeUndefined();
  await doJobs(team);
  expect(await findImport(team, { upload })).toMatchObject({ state: "done", counts: { added: 1 } });
  expect(await findImport(team, { upload, mapping: { email: -1 } })).toMatchObject({
    state: "done",
    counts: { added: 0, unchanged: 1 },
  });
});

test("an import that cannot be done says why", async () => {
  const { ctx, team } = await teamWithAdmin();
  const upload = await uploadSupplierList(team, listOf(known));
  await confirmImport(team, { upload });
  ctx.later(25);
  await doJobs(team);
  expect(await codeOf(findImport(team, { upload }))).toBe("not-found");
  expect(await codeOf(confirmImport(team, { upload }))).toBe("not-found");
});
