import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ConflictError, LastAdministratorError, LastNorthKoreaReaderError, MissingError } from "#db/errors";
import type { Organisation, User } from "#db/records";
import type { Store } from "#db/store";
import { aHash, aJoining, anEvent, aReset, aUser, hoursLater, now } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";

const audit = anEvent();

/** That accounts, sessions and what lets people in again are kept right, also when two ask at once. */
export function accountsContract(open: () => Promise<Store>): void {
  let store: Store;
  let organisation: Organisation;
  let admin: User;
  beforeEach(async () => {
    store = await open();
    const made = await createOrganisation(store);
    organisation = made.organisation;
    admin = made.admin;
  });
  afterEach(() => store.close());

  const add = async (over: Partial<User> = {}) => {
    const user = aUser({ org: organisation.id, ...over });
    await store.users.add({ user, passwordHash: "hash", audit });
    return user;
  };
  const signedIn = async (user: User, over: Partial<{ createdAt: Date; expiresAt: Date }> = {}) => {
    const sessionHash = aHash();
    const session = { org: user.org, user: user.id, sessionHash, createdAt: now, expiresAt: hoursLater(12), ...over };
    await store.users.signIn({ ...session, from: { address: "192.0.2.1", agent: "Reader/1" }, audit });
    return sessionHash;
  };
  const opens = async (hash: string) => (await store.users.bySession(hash, hoursLater(0.1))) !== undefined;
  const org = () => organisation.id;
  const codes = (outcomes: readonly PromiseSettledResult<unknown>[]) => outcomes.map(({ status }) => status).sort();

  describe("sessions", () => {
    test("are listed with where they are from, and end one by one or all but one", async () => {
      const bo = await add();
      const [one, two, three] = [await signedIn(bo), await signedIn(bo), await signedIn(bo)];
      const other = await signedIn(admin);
      const listed = await store.users.openSessions(org(), bo.id, now, hoursLater(-2));
      expect(listed.map(({ id }) => id).sort()).toEqual([one, two, three].sort());
      expect(listed[0]).toMatchObject({ address: "192.0.2.1", agent: "Reader/1", lastSeenAt: now });
      expect(await store.users.endSessions({ org: org(), user: bo.id, only: one, audit })).toBe(1);
      expect(await store.users.endSessions({ org: org(), user: bo.id, except: two, audit })).toBe(1);
      expect([await opens(one), await opens(two), await opens(three), await opens(other)]).toEqual([
        false,
        true,
        false,
        true,
      ]);
      expect(await store.users.endSessions({ org: org(), user: bo.id, only: other, audit })).toBe(0);
    });

    test("end when they are not used, and last while they are", async () => {
      const session = await signedIn(admin);
      const found = (at: Date, usedSince: Date) => store.users.bySession(session, at, usedSince);
      expect(await found(hoursLater(3), hoursLater(1))).toBeUndefined();
      await store.users.touchSession({ org: org(), sessionHash: session, at: hoursLater(2) });
      expect(await found(hoursLater(3), hoursLater(1))).toMatchObject({ lastSeenAt: hoursLater(2) });
      expect(await store.users.openSessions(org(), admin.id, hoursLater(3), hoursLater(2.5))).toEqual([]);
      expect(await found(hoursLater(12), hoursLater(11))).toBeUndefined();
    });

    test("end with the password, but for the one in which it was changed", async () => {
      const [one, two] = [await signedIn(admin), await signedIn(admin)];
      const changed = { org: org(), id: admin.id, passwordHash: "new", exceptSession: two };
      await store.users.changePassword({ ...changed, audit });
      expect([await opens(one), await opens(two)]).toEqual([false, true]);
      expect((await store.users.byEmail(admin.email))?.passwordHash).toBe("new");
    });
  });

  describe("the last administrator", () => {
    test("keeps the role and the access", async () => {
      await add({ role: "buyer" });
      await add({ role: "admin", disabledAt: now });
      const change = { org: org(), id: admin.id, audit };
      await expect(store.users.changeRole({ ...change, role: "viewer" })).rejects.toBeInstanceOf(
        LastAdministratorError,
      );
      await expect(store.users.endAccess({ ...change, at: now })).rejects.toBeInstanceOf(LastAdministratorError);
      await store.users.changeRole({ ...change, role: "admin" });
      expect(await store.users.get(org(), admin.id)).toMatchObject({ user: { role: "admin" } });
    });

    test("stays one of two who end each other's role at once", async () => {
      const other = await add({ role: "admin" });
      const outcomes = await Promise.allSettled([
        store.users.changeRole({ org: org(), id: admin.id, role: "viewer", audit }),
        store.users.changeRole({ org: org(), id: other.id, role: "viewer", audit }),
      ]);
      expect(codes(outcomes)).toEqual(["fulfilled", "rejected"]);
      const left = (await store.users.list(org())).filter(({ role }) => role === "admin");
      expect(left).toHaveLength(1);
    });

    test("stays one of three whose access is ended at once, in any way", async () => {
      const others = [await add({ role: "admin" }), await add({ role: "admin" })];
      const outcomes = await Promise.allSettled([
        store.users.endAccess({ org: org(), id: admin.id, at: now, audit }),
        ...others.map(({ id }) => store.users.changeRole({ org: org(), id, role: "buyer", audit })),
      ]);
      expect(codes(outcomes)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    });
  });

  describe("the right to see answers on North Korean labour", () => {
    const readers = async () => (await store.users.list(org())).filter(({ readsNorthKorea }) => readsNorthKorea).length;
    const take = (id: string, evenFromLast = false) =>
      store.users.changeNorthKorea({ org: org(), id, reads: false, evenFromLast, audit });

    test("is had by nobody whom it is not given to, and is given to each", async () => {
      const bo = await add({ readsNorthKorea: false });
      await store.users.changeNorthKorea({ org: org(), id: bo.id, reads: true, audit });
      expect(await store.users.get(org(), bo.id)).toMatchObject({ user: { readsNorthKorea: true } });
      await take(bo.id);
      expect(await store.users.get(org(), bo.id)).toMatchObject({ user: { readsNorthKorea: false } });
    });

    test("is taken from the last who can sign in only where that is meant", async () => {
      await add({ disabledAt: now });
      await expect(take(admin.id)).rejects.toBeInstanceOf(LastNorthKoreaReaderError);
      await take(admin.id, true);
      expect(await store.users.get(org(), admin.id)).toMatchObject({ user: { readsNorthKorea: false } });
    });

    test("stays with one of two from whom it is taken at once", async () => {
      const bo = await add({ role: "viewer" });
      const outcomes = await Promise.allSettled([take(admin.id), take(bo.id)]);
      expect(codes(outcomes)).toEqual(["fulfilled", "rejected"]);
      expect(await readers()).toBe(1);
    });

    test("is not lost with the access of the last who has it, unless that is meant", async () => {
      const bo = await add({ role: "viewer" });
      await take(admin.id);
      const end = { org: org(), id: bo.id, at: now, audit };
      await expect(store.users.endAccess(end)).rejects.toBeInstanceOf(LastNorthKoreaReaderError);
      await store.users.endAccess({ ...end, evenFromLast: true });
      expect(await store.users.get(org(), bo.id)).toMatchObject({ user: { disabledAt: now } });
    });
  });

  test("access that is ended ends sessions and links, and is restored without them", async () => {
    const bo = await add();
    const session = await signedIn(bo);
    const reset = aReset({ org: org(), user: bo.id });
    await store.passwordResets.offer({ reset, audit });
    await store.users.endAccess({ org: org(), id: bo.id, at: now, audit });
    expect(await opens(session)).toBe(false);
    await store.users.restoreAccess({ org: org(), id: bo.id, audit });
    expect(await store.users.get(org(), bo.id)).toEqual({ user: bo, passwordHash: "hash" });
    expect(await opens(session)).toBe(false);
    expect(await store.passwordResets.byToken(reset.tokenHash, now)).toBeUndefined();
  });

  describe("invitations to join", () => {
    test("are one for an address, with one link that works", async () => {
      const first = aJoining({ org: org(), email: "bo@nordwind.example", invitedBy: admin.id });
      const second = aJoining({ org: org(), email: "bo@nordwind.example", invitedBy: admin.id });
      await store.joinings.offer({ joining: first, audit });
      await store.joinings.offer({ joining: second, audit });
      expect(await store.joinings.list(org())).toEqual([second]);
      const renewed = { org: org(), id: second.id, generation: 2, tokenHash: aHash(), expiresAt: hoursLater(48) };
      await store.joinings.renew({ ...renewed, audit });
      await expect(store.joinings.renew({ ...renewed, audit })).rejects.toBeInstanceOf(ConflictError);
      expect(await store.joinings.byToken(second.tokenHash)).toBeUndefined();
      expect(await store.joinings.byToken(renewed.tokenHash)).toMatchObject({ id: second.id, generation: 2 });
    });

    test("are one for two who invite at once, and both are told which", async () => {
      const ofAddress = () => aJoining({ org: org(), email: "bo@nordwind.example", invitedBy: admin.id });
      const before = await store.audit.trail(org(), { most: 100 });
      const offer = (over = {}) =>
        store.joinings.offer({ joining: { ...ofAddress(), ...over }, sameSince: now, audit });
      const offered = await Promise.all([offer(), offer(), offer()]);
      expect(new Set(offered.map(({ id }) => id)).size).toBe(1);
      expect(await store.joinings.list(org())).toEqual([offered[0]]);
      expect((await store.audit.trail(org(), { most: 100 })).length).toBe(before.length + 1);
      const otherRole = await offer({ role: "viewer" });
      const later = await store.joinings.offer({ joining: ofAddress(), sameSince: hoursLater(1), audit });
      expect(otherRole.id).not.toBe(offered[0]?.id);
      expect(await store.joinings.list(org())).toEqual([later]);
    });

    test("are removed once they are long over", async () => {
      const ended = aJoining({ org: org(), invitedBy: admin.id });
      const open = aJoining({ org: org(), invitedBy: admin.id, expiresAt: hoursLater(48) });
      const expired = aJoining({ org: org(), invitedBy: admin.id, expiresAt: hoursLater(3) });
      for (const joining of [ended, open, expired]) await store.joinings.offer({ joining, audit });
      await store.joinings.withdraw({ org: org(), id: ended.id, at: hoursLater(1), audit });
      expect(await store.joinings.forget(hoursLater(0.5))).toBe(0);
      expect(await store.joinings.forget(hoursLater(2))).toBe(1);
      expect(await store.joinings.get(org(), ended.id)).toBeUndefined();
      expect(await store.joinings.forget(hoursLater(4))).toBe(1);
      expect(await store.joinings.list(org())).toEqual([open]);
    });

    test("make one account, however often the link is used at once, and none once withdrawn", async () => {
      const joining = aJoining({ org: org(), invitedBy: admin.id });
      await store.joinings.offer({ joining, audit });
      const use = (user = aUser({ org: org() })) => {
        const used = { org: org(), id: joining.id, generation: 1, at: now, user, passwordHash: "hash" };
        return store.joinings.use({ ...used, audit });
      };
      expect(codes(await Promise.allSettled([use(), use(), use()]))).toEqual(["fulfilled", "rejected", "rejected"]);
      const withdrawn = aJoining({ org: org(), invitedBy: admin.id });
      await store.joinings.offer({ joining: withdrawn, audit });
      await store.joinings.withdraw({ org: org(), id: withdrawn.id, at: now, audit });
      const late = { org: org(), id: withdrawn.id, generation: 1, at: now, passwordHash: "hash" };
      await expect(store.joinings.use({ ...late, user: aUser({ org: org() }), audit })).rejects.toBeInstanceOf(
        MissingError,
      );
      expect(await store.joinings.list(org())).toEqual([]);
    });
  });

  describe("links for a new password", () => {
    test("are one for a person, and the same when they are made twice by one job", async () => {
      const first = aReset({ org: org(), user: admin.id });
      const second = aReset({ org: org(), user: admin.id });
      for (const reset of [first, second, second]) await store.passwordResets.offer({ reset, audit });
      expect(await store.passwordResets.byToken(first.tokenHash, now)).toBeUndefined();
      expect(await store.passwordResets.byToken(second.tokenHash, now)).toMatchObject({ reset: second, user: admin });
      expect(await store.passwordResets.byToken(second.tokenHash, hoursLater(1))).toBeUndefined();
    });

    test("are used once, and end every session", async () => {
      const reset = aReset({ org: org(), user: admin.id });
      await store.passwordResets.offer({ reset, audit });
      const session = await signedIn(admin);
      const use = (passwordHash: string) =>
        store.passwordResets.use({ org: org(), id: reset.id, at: now, passwordHash, audit });
      expect(codes(await Promise.allSettled([use("one"), use("two")]))).toEqual(["fulfilled", "rejected"]);
      expect(await opens(session)).toBe(false);
      expect(await store.passwordResets.byToken(reset.tokenHash, now)).toBeUndefined();
    });
  });

  test("links for a new password are removed once they were used or are over", async () => {
    const [ada, bo] = [await add(), await add()];
    const used = aReset({ org: org(), user: ada.id, expiresAt: hoursLater(5) });
    const over = aReset({ org: org(), user: bo.id, expiresAt: hoursLater(3) });
    await store.passwordResets.offer({ reset: used, audit });
    await store.passwordResets.offer({ reset: over, audit });
    expect(await store.passwordResets.forget(hoursLater(2))).toBe(0);
    await store.passwordResets.use({ org: org(), id: used.id, at: hoursLater(1), passwordHash: "new", audit });
    expect(await store.passwordResets.forget(hoursLater(2))).toBe(1);
    expect(await store.passwordResets.byToken(over.tokenHash, now)).toBeDefined();
    expect(await store.passwordResets.forget(hoursLater(3))).toBe(1);
    expect(await store.passwordResets.byToken(over.tokenHash, now)).toBeUndefined();
  });

  describe("a second factor", () => {
    const set = (generation: number, codeHashes: readonly string[] = ["a", "b"]) =>
      store.secondFactors.set({ org: org(), user: admin.id, generation, step: 10, at: now, codeHashes, audit });
    const spend = (step: number) => store.secondFactors.spendStep({ org: org(), user: admin.id, step });

    test("takes each code once, and none before it", async () => {
      await set(1);
      expect(await spend(10)).toBe(false);
      expect((await Promise.all([spend(11), spend(11), spend(11)])).filter(Boolean)).toHaveLength(1);
      expect(await spend(9)).toBe(false);
      expect(await spend(12)).toBe(true);
    });

    test("takes each recovery code once, and those before not once there are new ones", async () => {
      await set(1);
      const code = (codeHash: string) =>
        store.secondFactors.spendRecoveryCode({ org: org(), user: admin.id, codeHash, at: now, audit });
      expect((await Promise.all([code("a"), code("a")])).filter(Boolean)).toHaveLength(1);
      expect(await store.secondFactors.get(org(), admin.id)).toMatchObject({ isOn: true, codesLeft: 1 });
      await store.secondFactors.renewRecoveryCodes({ org: org(), user: admin.id, codeHashes: ["c"], audit });
      expect([await code("b"), await code("c")]).toEqual([false, true]);
    });

    test("never comes back with a secret that was shown before", async () => {
      await set(1);
      await store.secondFactors.remove({ org: org(), user: admin.id, audit });
      expect(await store.secondFactors.get(org(), admin.id)).toEqual({ generation: 1, isOn: false, codesLeft: 0 });
      expect(await spend(20)).toBe(false);
      await expect(set(1)).rejects.toBeInstanceOf(ConflictError);
      await set(2);
      expect(await store.secondFactors.holders(org())).toEqual([admin.id]);
    });

    test("is asked of roles, and a session says whether it is lacking", async () => {
      const session = await signedIn(admin);
      const lacks = async () => {
        const found = await store.users.bySession(session, now);
        return [found?.needsSecondFactor, found?.hasSecondFactor];
      };
      expect(await lacks()).toEqual([false, false]);
      await store.secondFactors.changeRoles({ org: org(), roles: ["admin"], audit });
      expect(await lacks()).toEqual([true, false]);
      await store.secondFactors.set({
        org: org(),
        user: admin.id,
        generation: 1,
        step: 1,
        at: now,
        codeHashes: [],
        exceptSession: session,
        audit,
      });
      expect(await lacks()).toEqual([true, true]);
      await store.secondFactors.changeRoles({ org: org(), roles: [], audit });
      expect(await store.secondFactors.roles(org())).toEqual([]);
    });
  });

  describe("the trail", () => {
    const event = (over: Partial<ReturnType<typeof anEvent>>) => ({ ...anEvent(), ...over }) as typeof audit;

    test("is found by what happened, by whom and when, with where from", async () => {
      const bo = await add();
      const at = hoursLater(5);
      const from = { address: "2001:db8::1", agent: "Reader/2" };
      const actor = { kind: "person", id: bo.id, name: bo.name } as const;
      await store.users.restoreAccess({ org: org(), id: bo.id, audit: event({ at, actor, from }) });
      const found = (filter: object) => store.audit.trail(org(), { most: 10, ...filter });
      expect(await found({ actor: bo.id })).toMatchObject([{ at, actor, from }]);
      expect(await found({ actor: "nobody" })).toEqual([]);
      expect(await found({ from: at, until: hoursLater(6) })).toHaveLength(1);
      expect(await found({ from: hoursLater(1), until: at })).toEqual([]);
      expect((await found({ actions: [audit.action] })).length).toBeGreaterThan(0);
      expect(await found({ actions: ["mail.tested", "answer.saved"] })).toEqual([]);
      const [newest, second] = await found({});
      expect(await found({ beforeSeq: newest?.seq, most: 1 })).toEqual([second]);
    });

    test("is read without some of what happened, as if that had not been there", async () => {
      const kept = event({ action: "mail.tested", details: { isTaken: true } });
      for (const one of [kept, audit, kept, audit]) await store.audit.add(org(), one);
      const read = async (filter: object) =>
        (await store.audit.trail(org(), { most: 2, ...filter })).map(({ action }) => action);
      expect(await read({ except: [audit.action] })).toEqual([kept.action, kept.action]);
      expect(await read({ except: [audit.action], subjects: [audit.subject.id] })).toEqual([kept.action, kept.action]);
      expect(await read({ except: [] })).toEqual([audit.action, kept.action]);
    });

    test("of some days is read page by page in the order of time, also where the clock was put back", async () => {
      for (const hours of [50, 30, 52, 30, 51, 10]) await store.audit.add(org(), event({ at: hoursLater(hours) }));
      const days = { from: hoursLater(20), until: hoursLater(60) };
      const read: Date[] = [];
      for (let beforeSeq: number | undefined; ; ) {
        const page = await store.audit.trail(org(), {
          ...days,
          most: 2,
          ...(beforeSeq !== undefined && { beforeSeq }),
        });
        read.push(...page.map(({ at }) => at));
        beforeSeq = page.at(-1)?.seq;
        if (page.length < 2) break;
      }
      expect(read).toEqual([52, 51, 50, 30, 30].map(hoursLater));
    });

    test("takes so many of what changed nothing, counts the rest, and tells it once that time is over", async () => {
      const counted = event({ details: { name: "counted" } });
      const note = (window: Date) =>
        store.audit.note({ org: org(), kind: "stranger", window, most: 2, unlisted: () => counted, audit });
      const events = async () => (await store.audit.trail(org(), { most: 100 })).length;
      const before = await events();
      const listed = await Promise.all([1, 2, 3, 4, 5].map(() => note(now)));
      expect(listed.filter(Boolean)).toHaveLength(2);
      expect(await events()).toBe(before + 2);
      expect(await store.audit.unlisted(org())).toEqual([{ kind: "stranger", window: now, attempts: 3 }]);
      expect(await note(hoursLater(1))).toBe(true);
      expect(await events()).toBe(before + 4);
      expect(await store.audit.unlisted(org())).toEqual([]);
    });
  });
}
