import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LeaseLostError } from "#db/errors";
import type { JobLease, MailHold } from "#db/records";
import type { Store } from "#db/store";
import { aMail, anEvent, now } from "#tests/support/factories";
import { launch, type World } from "#tests/support/world";

const seconds = (count: number) => new Date(now.getTime() + count * 1_000);

function aHold(over: Partial<MailHold> = {}): Omit<MailHold, "endedAt"> {
  return { trouble: "login", said: "535 no", since: now, tries: 1, dueAt: seconds(10), refused: [], ...over };
}

/** That mails wait for the mail server as one, and are sent again once. */
export function mailsContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const claim = async (at: Date): Promise<readonly JobLease[]> => {
    const kinds = [{ kind: "mail.send", most: 10 }];
    const claimed = await store.jobs.claim({ kinds, now: at, leaseUntil: new Date(at.getTime() + 60_000) });
    return claimed.map(({ lease }) => lease);
  };
  const claimOne = async (at: Date): Promise<JobLease> => {
    const [lease] = await claim(at);
    if (lease === undefined) throw new Error("one waits");
    return lease;
  };

  describe("a hold", () => {
    test("is kept with the job given back, and not when the job was taken over", async () => {
      await launch(store);
      const lease = await claimOne(now);
      expect(await store.mailHolds.get()).toBeUndefined();
      await store.mailHolds.keep({ hold: aHold(), lease, jobDueAt: seconds(11) });
      expect(await store.mailHolds.get()).toEqual(aHold());
      const again = { hold: aHold({ said: "other" }), lease, jobDueAt: seconds(11) };
      await expect(store.mailHolds.keep(again)).rejects.toThrow(LeaseLostError);
      expect((await store.mailHolds.get())?.said).toBe("535 no");
      expect(await claim(seconds(10))).toEqual([]);
      expect(await claim(seconds(11))).toHaveLength(1);
    });

    test("gives the try to one, and to another when the first has died", async () => {
      await launch(store);
      await store.mailHolds.keep({ hold: aHold(), lease: await claimOne(now), jobDueAt: seconds(11) });
      const take = (at: number) => store.mailHolds.takeTry({ at: seconds(at), until: seconds(at + 100) });
      expect(await take(9)).toBe(false);
      expect([await take(10), await take(10), await take(109)]).toEqual([true, false, false]);
      expect(await take(110)).toBe(true);
      await store.mailHolds.end(seconds(111));
      expect(await take(300)).toBe(false);
      expect((await store.mailHolds.get())?.endedAt).toEqual(seconds(111));
    });

    test("remembers what was refused, also from the one before", async () => {
      await launch(store);
      await store.mailHolds.keep({ hold: aHold({ refused: ["a"] }), lease: await claimOne(now), jobDueAt: seconds(1) });
      await store.mailHolds.end(seconds(1));
      const hold = aHold({ refused: ["b"], trouble: "quota" });
      await store.mailHolds.keep({ hold, lease: await claimOne(seconds(1)), jobDueAt: seconds(2) });
      expect(await store.mailHolds.get()).toEqual({ ...hold, refused: ["a", "b"] });
    });

    test("is tried at once when somebody asks, with the jobs that were put off and no others", async () => {
      expect(await store.mailHolds.tryAt(now)).toBe(false);
      await launch(store);
      await launch(store);
      const [one, other] = await claim(now);
      if (!one || !other) throw new Error("two wait");
      await store.mailHolds.keep({ hold: aHold({ dueAt: seconds(600) }), lease: one, jobDueAt: seconds(601) });
      await store.jobs.giveBack(other, seconds(4_000));
      expect(await store.mailHolds.tryAt(seconds(5))).toBe(true);
      expect((await store.mailHolds.get())?.dueAt).toEqual(seconds(5));
      expect(await claim(seconds(5))).toHaveLength(1);
    });
  });

  describe("mails that failed", () => {
    const fail = async ({ organisation, recipient }: World) => {
      const lease = await claimOne(now);
      const tried = { org: organisation.id, id: recipient.mail.id, attempts: 0, at: now, job: { lease, isOver: true } };
      await store.mails.failed({ ...tried, error: "550 no", audit: anEvent() });
    };
    const again = ({ organisation: { id: org }, recipient }: World) => {
      const mail = aMail({ org, invitation: recipient.invitation.id, queuedAt: seconds(1) });
      return { org, mails: [{ mail, audit: anEvent() }] };
    };

    test("are sent again once, however often it is asked for, with their events", async () => {
      const world = await launch(store);
      const org = world.organisation.id;
      expect(await store.invitations.resendFailed(again(world))).toBe(0);
      await fail(world);
      const before = (await store.audit.trail(org, { most: 100 })).length;
      const asked = await Promise.all([1, 2, 3].map(() => store.invitations.resendFailed(again(world))));
      expect([...asked].sort()).toEqual([0, 0, 1]);
      expect(await store.audit.trail(org, { most: 100 })).toHaveLength(before + 1);
      const mails = await store.mails.about(org, { invitations: [world.recipient.invitation.id], most: 10 });
      expect(mails.map(({ state }) => state)).toEqual(["failed", "queued"]);
      expect(await store.mails.countWaiting(org)).toBe(1);
      expect(await claim(seconds(2))).toHaveLength(1);
    });
  });
}
