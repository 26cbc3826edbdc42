import { describe, expect, test } from "vitest";
import { ConflictError, MissingError, TakenError } from "#db/errors";
import type { Store } from "#db/store";
import { aHash, anEvent, aSupplier, aUser, hoursLater, now } from "#tests/support/factories";
import { settle } from "#tests/support/world";
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
        scene.store.suppliers.add({ org, added: [{ supplier, audit: [impossible] }], changed: [], audit: [anEvent()] }),
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
  });

  describe("mails", () => {
    const lease = { now, leaseUntil: hoursLater(1), most: 10 };
    test("are claimed by one worker only, and are due again when it does not finish", async () => {
      const [mine, yours] = await Promise.all([scene.store.mails.claim(lease), scene.store.mails.claim(lease)]);
      expect([mine.length, yours.length]).toEqual([2, 0]);
      expect(await scene.store.mails.claim({ ...lease, now: hoursLater(2), leaseUntil: hoursLater(3) })).toHaveLength(
        2,
      );
    });

    test("are sent once, or fail and are tried again until given up", async () => {
      const org = scene.world.organisation.id;
      const [first, second] = await scene.store.mails.claim(lease);
      await scene.store.mails.sent({ org, id: first?.id ?? "", at: now, audit: anEvent() });
      await expect(
        scene.store.mails.sent({ org, id: first?.id ?? "", at: now, audit: anEvent() }),
      ).rejects.toBeInstanceOf(MissingError);
      const failed = { org, id: second?.id ?? "", error: "550 no such user", audit: anEvent() };
      await scene.store.mails.failed({ ...failed, retryAt: hoursLater(5) });
      expect(await scene.store.mails.claim({ ...lease, now: hoursLater(4) })).toEqual([]);
      expect(await scene.store.mails.claim({ ...lease, now: hoursLater(5), leaseUntil: hoursLater(6) })).toMatchObject([
        { id: failed.id, attempts: 2, state: "sending" },
      ]);
      await scene.store.mails.failed(failed);
      const funnel = await scene.store.campaigns.funnel(org, scene.world.campaign.id, now);
      expect(funnel).toMatchObject({ invited: 2, delivered: 2, started: 2, submitted: 0, "failed-mail": 1 });
      expect((await scene.store.mails.list(org, { page: 1, pageSize: 10 })).total).toBe(2);
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

  test("says that it can write", async () => {
    await expect(scene.store.ping()).resolves.toBeUndefined();
    const { organisation } = await settle(scene.store);
    expect(await scene.store.organisations.get(organisation.id)).toEqual(organisation);
    expect(await scene.store.organisations.count()).toBe(2);
  });
}
