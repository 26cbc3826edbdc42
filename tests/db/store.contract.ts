import { describe, expect, test } from "vitest";
import { ConflictError, LeaseLostError, MissingError, TakenError } from "#db/errors";
import type { Store } from "#db/store";
import {
  aCampaign,
  aHash,
  aLaunch,
  anEvent,
  anImported,
  aSupplier,
  aUser,
  hoursLater,
  now,
} from "#tests/support/factories";
import { createOrganisation, launch } from "#tests/support/world";
import { aScene, saved } from "./scene";

async function batchesOf<T>(batches: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

/** What every store must do, whatever database it keeps its record in. */
export function storeContract(open: () => Promise<Store>): void {
  const scene = aScene(open);

  describe("a write", () => {
    test("that fails leaves neither its change nor its event", async () => {
      const before = await scene.events();
      await expect(scene.save("B1", 3)).rejects.toBeInstanceOf(ConflictError);
      const user = aUser({ org: scene.world.organisation.id, email: scene.world.admin.email.toUpperCase() });
      const add = scene.store.users.add({ user, passwordHash: "x", audit: anEvent() });
      await expect(add).rejects.toEqual(expect.objectContaining({ name: "TakenError", what: "users.email" }));
      await expect(add).rejects.toBeInstanceOf(TakenError);
      expect(await scene.events()).toEqual(before);
      expect(await scene.store.users.list(scene.world.organisation.id)).toHaveLength(1);
    });

    test("that fails among fifty at once takes none of the others with it", async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 50 }, (_, i) => scene.save(`Q${i}`, i === 25 ? 9 : 0)),
      );
      expect(results.flatMap(({ status }, i) => (status === "rejected" ? [i] : []))).toEqual([25]);
      expect(Object.keys((await scene.file())?.answers ?? {})).toHaveLength(49);
      expect((await scene.events()).filter(({ action }) => action === "answer.saved")).toHaveLength(49);
    });

    test("whose event cannot be kept keeps nothing, whether in one go or in steps", async () => {
      const org = scene.world.organisation.id;
      const before = await scene.events();
      const impossible = anEvent(undefined, { at: new Date(Number.NaN) });
      await expect(
        scene.store.users.add({ user: aUser({ org }), passwordHash: "x", audit: impossible }),
      ).rejects.toThrow();
      const supplier = aSupplier({ org });
      await expect(
        scene.store.suppliers.add({
          org,
          added: [{ ...anImported(supplier), audit: [impossible] }],
          changed: [],
          audit: [anEvent()],
        }),
      ).rejects.toThrow();
      expect(await scene.store.users.list(org)).toHaveLength(1);
      expect(await scene.store.suppliers.get(org, supplier.id)).toBeUndefined();
      expect(await scene.events()).toEqual(before);
    });

    test("leaves its event with who, what and when, newest first", async () => {
      await scene.save("B1", 0);
      const [newest, ...older] = await scene.events();
      expect(newest).toMatchObject({ ...saved("B1", 1), at: now });
      expect(older.every(({ seq }) => seq < (newest?.seq ?? 0))).toBe(true);
      const about = await scene.store.audit.trail(scene.world.organisation.id, { subjects: ["nobody"], most: 10 });
      expect(about).toEqual([]);
      expect(await scene.store.audit.trail(scene.world.organisation.id, { beforeSeq: newest?.seq, most: 1 })).toEqual([
        older[0],
      ]);
    });

    test("may be none: what was only found or looked at leaves an event too, in its own organisation alone", async () => {
      const { store, world } = scene;
      const event = anEvent({ action: "record.mismatched", details: { what: "declaration", signed: "a", found: "b" } });
      const elsewhere = await createOrganisation(store);
      const before = await scene.events();
      await store.audit.add(elsewhere.organisation.id, event);
      expect(await scene.events()).toEqual(before);
      await store.audit.add(world.organisation.id, event);
      const [newest, ...older] = await scene.events();
      expect(newest).toMatchObject(event);
      expect(older).toEqual(before);
    });
  });

  describe("a link", () => {
    test("opens its file, and says when a newer one took its place", async () => {
      const { organisation, recipient, campaign } = scene.world;
      const target = await scene.store.invitations.byToken(recipient.invitation.tokenHash);
      expect(target).toMatchObject({ link: "active", file: { campaign: { id: campaign.id, state: "live" } } });
      const tokenHash = aHash();
      const change = { org: organisation.id, id: recipient.invitation.id, generation: 2, tokenHash, at: hoursLater(1) };
      await scene.store.invitations.replaceLink({ ...change, expiresAt: hoursLater(99), audit: anEvent() });
      const old = await scene.store.invitations.byToken(recipient.invitation.tokenHash);
      expect(old).toMatchObject({ link: "replaced", linkChangedAt: hoursLater(1) });
      expect(await scene.store.invitations.byToken(tokenHash)).toMatchObject({ link: "active" });
      await scene.store.invitations.withdraw({
        org: organisation.id,
        id: change.id,
        at: hoursLater(2),
        audit: anEvent(),
      });
      expect(await scene.store.invitations.byToken(tokenHash)).toMatchObject({ link: "revoked" });
      expect(await scene.store.invitations.byToken(recipient.invitation.tokenHash)).toMatchObject({ link: "replaced" });
    });

    test("traded for a session opens that attestation and no other", async () => {
      const other = scene.world.recipients[1]?.attestation.id ?? "";
      expect(await scene.file()).toBeDefined();
      expect(await scene.store.attestations.bySession(scene.world.recipient.sessionHash, other)).toBeUndefined();
    });

    test("opens a session that ends: some time after it began, when it is forgotten, and when its browser is left", async () => {
      const { store, world } = scene;
      const { attestation, sessionHash: hash } = world.recipient;
      const opens = async (since?: Date) =>
        (await store.attestations.bySession(hash, attestation.id, since)) !== undefined;
      expect([await opens(hoursLater(-1)), await opens(now), await opens(hoursLater(1))]).toEqual([true, false, false]);
      expect(await store.attestations.forgetSessions(hoursLater(-1))).toBe(0);
      expect(await opens()).toBe(true);
      const ended = { org: world.organisation.id, attestation: attestation.id, sessionHash: hash };
      const audit = anEvent({ action: "attestation.signed-out", details: {} });
      await store.attestations.signOut({ ...ended, audit });
      await expect(store.attestations.signOut({ ...ended, audit })).rejects.toBeInstanceOf(MissingError);
      expect(await opens()).toBe(false);
      const told = (await scene.events()).filter(({ action }) => action === "attestation.signed-out");
      expect(told).toHaveLength(1);
      expect(await store.attestations.forgetSessions(now)).toBe(world.recipients.length - 1);
    });
  });

  describe("mails", () => {
    const claim = async (now: Date) => {
      const kinds = [{ kind: "mail.send", most: 10 }];
      const claimed = await scene.store.jobs.claim({ kinds, now, leaseUntil: new Date(now.getTime() + 3_600_000) });
      return claimed.map(({ job, lease }) => ({ key: job.key, payload: job.payload, lease }));
    };
    const claimOne = async (now: Date) => {
      const [claimed, ...others] = await claim(now);
      if (claimed === undefined || others.length > 0) throw new Error("one job was to wait");
      return claimed;
    };

    test("have one job for a step of a launch, which is due again when it does not end", async () => {
      const ids = scene.world.recipients.map(({ mail }) => mail.id);
      const [mine, yours] = await Promise.all([claim(now), claim(now)]);
      expect([mine.length, yours.length]).toEqual([1, 0]);
      expect(mine).toMatchObject([{ key: ids[0], payload: { mails: ids, attempts: 0 } }]);
      expect(await claim(hoursLater(2))).toMatchObject([{ key: ids[0] }]);
      await expect(
        scene.store.mails.sent({
          org: scene.world.organisation.id,
          id: ids[0] ?? "",
          attempts: 0,
          at: now,
          job: { lease: mine[0]?.lease ?? { id: 0, token: 0 }, isOver: false },
          audit: anEvent(),
        }),
      ).rejects.toBeInstanceOf(LeaseLostError);
    });

    test("are sent once, or fail and are tried again until given up", async () => {
      const org = scene.world.organisation.id;
      const [first = "", second = ""] = scene.world.recipients.map(({ mail }) => mail.id);
      const { lease } = await claimOne(now);
      const tried = { org, attempts: 0, at: now, audit: anEvent() };
      expect(await scene.store.mails.waiting(org, { ids: [first, second], attempts: 0 })).toHaveLength(2);
      await scene.store.mails.sent({ ...tried, id: first, job: { lease, isOver: false } });
      await expect(
        scene.store.mails.sent({ ...tried, id: first, job: { lease, isOver: false } }),
      ).rejects.toBeInstanceOf(MissingError);
      const failed = { ...tried, id: second, error: "550 no such user" };
      await scene.store.mails.failed({ ...failed, retryAt: hoursLater(5), job: { lease, isOver: true } });
      expect(await scene.store.jobs.get(org, "mail.send", first)).toMatchObject({ state: "done" });
      expect(await scene.store.mails.waiting(org, { ids: [first, second], attempts: 0 })).toEqual([]);
      expect(await claim(hoursLater(4))).toEqual([]);
      const again = await claimOne(hoursLater(5));
      expect(again.payload).toEqual({ mails: [second], attempts: 1 });
      expect(await scene.store.mails.waiting(org, { ids: [second], attempts: 1 })).toMatchObject([
        { id: second, attempts: 1, state: "queued", lastError: "550 no such user" },
      ]);
      await scene.store.mails.failed({ ...failed, attempts: 1, job: { lease: again.lease, isOver: true } });
      expect(await scene.store.mails.get(org, second)).toMatchObject({ state: "failed", attempts: 2 });
      expect(await claim(hoursLater(99))).toEqual([]);
      const funnel = await scene.store.campaigns.funnel(org, scene.world.campaign.id, now);
      // Both started, one of them by a link that no mail brought.
      expect(funnel).toMatchObject({
        invited: 2,
        delivered: 1,
        reached: 2,
        started: 2,
        submitted: 0,
        "failed-mail": 1,
      });
      expect((await scene.store.mails.list(org, { page: 1, pageSize: 10 })).total).toBe(2);
    });

    const failFirst = async () => {
      const { lease } = await claimOne(now);
      const org = scene.world.organisation.id;
      const tried = { org, id: scene.world.recipient.mail.id, attempts: 0, at: now, audit: anEvent() };
      await scene.store.mails.failed({ ...tried, error: "550 no such user", job: { lease, isOver: true } });
    };
    const funnelAt = (at: Date) =>
      scene.store.campaigns.funnel(scene.world.organisation.id, scene.world.campaign.id, at);

    test("that failed need attention, and who has other troubles too needs it once", async () => {
      const org = scene.world.organisation.id;
      expect((await funnelAt(now)).troubled).toBe(0);
      await failFirst();
      expect(await funnelAt(now)).toMatchObject({ "failed-mail": 1, troubled: 1 });
      const invitations = scene.world.recipients.map(({ invitation }) => invitation.id);
      for (const id of invitations) {
        await scene.store.invitations.unsubscribe({ org, id, at: now, audit: anEvent() });
      }
      expect(await funnelAt(now)).toMatchObject({ "failed-mail": 1, "opted-out": 2, troubled: 2 });
      await scene.store.invitations.decline({
        org,
        id: invitations[0] ?? "",
        reason: "not-supplier",
        at: now,
        audit: anEvent(),
      });
      const all = { "failed-mail": 1, declined: 1, "opted-out": 2, expired: 1, troubled: 2 };
      expect(await funnelAt(hoursLater(90 * 24))).toMatchObject(all);
    });
  });

  test("the funnel counts the rows that its filter shows", async () => {
    const org = scene.world.organisation.id;
    await scene.store.attestations.submit(scene.submission(0));
    const second = scene.world.recipients[1]?.invitation.id ?? "";
    await scene.store.invitations.extend({ org, id: second, expiresAt: hoursLater(1), audit: anEvent() });
    const later = hoursLater(9 * 24);
    const page = { page: 1, pageSize: 10, now: later };
    const funnel = await scene.store.campaigns.funnel(org, scene.world.campaign.id, later);
    expect(funnel).toMatchObject({ invited: 2, submitted: 1, expired: 1, silent: 0, declined: 0 });
    for (const problem of ["failed-mail", "declined", "expired", "silent"] as const) {
      const shown = await scene.store.campaigns.recipients(org, scene.world.campaign.id, { ...page, problem });
      expect([problem, shown.total, shown.rows.length]).toEqual([problem, funnel[problem], funnel[problem]]);
    }
    for (const step of ["invited", "delivered", "started", "submitted"] as const) {
      expect((await scene.store.campaigns.recipients(org, scene.world.campaign.id, { ...page, step })).total).toBe(
        funnel[step],
      );
    }
  });

  test("a team session ends when its time is over or it is signed out", async () => {
    const { organisation, admin } = scene.world;
    const session = { org: organisation.id, user: admin.id, sessionHash: aHash(), createdAt: now };
    await scene.store.users.signIn({ ...session, expiresAt: hoursLater(8), audit: anEvent() });
    expect(await scene.store.users.bySession(session.sessionHash, now)).toMatchObject({ user: admin, organisation });
    expect(await scene.store.users.bySession(session.sessionHash, hoursLater(8))).toBeUndefined();
    await scene.store.users.signOut({ ...session, audit: anEvent() });
    expect(await scene.store.users.bySession(session.sessionHash, now)).toBeUndefined();
  });

  test("campaigns list with how many were asked and how many submitted, and only a draft can be changed", async () => {
    const org = scene.world.organisation.id;
    await scene.store.attestations.submit(scene.submission(0));
    expect(await scene.store.campaigns.list(org)).toMatchObject([
      { id: scene.world.campaign.id, recipients: 2, submitted: 1 },
    ]);
    await expect(
      scene.store.campaigns.change({ campaign: scene.world.campaign, audit: anEvent() }),
    ).rejects.toBeInstanceOf(MissingError);
    const [chosen, ...more] = await batchesOf(scene.store.campaigns.chosen(org, scene.world.campaign.id));
    expect(chosen).toHaveLength(2);
    expect(more).toEqual([]);
    expect(await scene.store.campaigns.nextReference()).toBe(
      Math.max(...scene.world.recipients.map(({ attestation }) => Number(attestation.reference.slice(-6)))) + 1,
    );
  });

  test("a launch keeps which languages it offers, a change of a draft does not, and neither touches other campaigns", async () => {
    const org = scene.world.organisation.id;
    const drafts = [aCampaign({ org }), aCampaign({ org })];
    for (const campaign of drafts) await scene.store.campaigns.create({ campaign, suppliers: [], audit: anEvent() });
    const [offering, silent] = drafts.map(({ id }) => id);
    const [draft = aCampaign()] = drafts;
    await scene.store.campaigns.change({ campaign: { ...draft, offered: ["fr"] }, audit: anEvent() });
    expect((await scene.store.campaigns.get(org, draft.id))?.offered).toBeUndefined();
    const begin = (campaign: string, offered?: readonly string[]) =>
      scene.store.launches.begin({
        ...aLaunch({ org, campaign, invitations: 0 }),
        dueAt: draft.dueAt,
        at: now,
        ...(offered ? { offered } : {}),
        audit: anEvent({ action: "campaign.launched", details: { invitations: 0, offered, unreviewed: ["th"] } }),
      });
    await begin(offering ?? "", ["en", "zh-Hans", "th"]);
    await begin(silent ?? "");
    expect((await scene.store.campaigns.get(org, offering ?? ""))?.offered).toEqual(["en", "zh-Hans", "th"]);
    expect(await scene.store.campaigns.get(org, silent ?? "")).not.toHaveProperty("offered");
    expect(await scene.store.campaigns.get(org, scene.world.campaign.id)).not.toHaveProperty("offered");
    expect((await scene.events()).map(({ details }) => details)).toContainEqual({
      invitations: 0,
      offered: ["en", "zh-Hans", "th"],
      unreviewed: ["th"],
    });
  });

  test("what a supplier opens says which languages its campaign offers", async () => {
    const world = await launch(scene.store, { campaign: { offered: ["en", "tr"] } });
    const { attestation, invitation, sessionHash } = world.recipient;
    const opened = await scene.store.attestations.bySession(sessionHash, attestation.id);
    expect(opened?.campaign.offered).toEqual(["en", "tr"]);
    expect((await scene.store.invitations.byToken(invitation.tokenHash))?.file.campaign.offered).toEqual(["en", "tr"]);
    expect((await scene.file())?.campaign).not.toHaveProperty("offered");
  });

  test("says that it can write", async () => {
    await expect(scene.store.ping()).resolves.toBeUndefined();
    const { organisation } = await createOrganisation(scene.store);
    expect(await scene.store.organisations.get(organisation.id)).toEqual(organisation);
    expect(await scene.store.organisations.count()).toBe(2);
  });
}
