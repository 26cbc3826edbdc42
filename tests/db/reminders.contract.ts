import { beforeEach, describe, expect, test } from "vitest";
import { MissingError, TakenError } from "#db/errors";
import type { Store } from "#db/store";
import { usualSchedule } from "#terms/mail/schedule";
import { aMail, anEvent, hoursLater, now } from "#tests/support/factories";
import { aScene } from "./scene";

/** That each reminder is kept with its round and when one looks next, once, and that only who waits is looked at. */
export function remindersContract(open: () => Promise<Store>): void {
  const scene = aScene(open);
  let org: string;
  let campaign: string;
  let invitations: readonly string[];
  beforeEach(async () => {
    org = scene.world.organisation.id;
    campaign = scene.world.campaign.id;
    invitations = scene.world.recipients.map(({ invitation }) => invitation.id);
    await scene.store.reminders.schedule({ org, id: campaign, schedule: usualSchedule, at: now, audit: anEvent() });
  });
  const due = (at = now, most = 9) => scene.store.reminders.due(org, campaign, { now: at, most });
  const reminderOf = (invitation: string) => ({
    mail: aMail({ org, invitation, kind: "reminder", queuedAt: hoursLater(1) }),
    audit: [anEvent({ action: "invitation.reminded", details: { round: 1 } })],
  });
  const idOf = (place: number) => invitations[place] ?? "";

  test("a schedule has everybody invited looked at, and none has nobody", async () => {
    expect((await scene.store.campaigns.get(org, campaign))?.schedule).toEqual(usualSchedule);
    expect((await due()).map(({ invitation }) => invitation).toSorted()).toEqual([...invitations].toSorted());
    expect(await due(hoursLater(-1))).toEqual([]);
    expect(await due(now, 1)).toHaveLength(1);
    expect(await scene.store.reminders.counts(org, campaign)).toEqual({ next: now, rounds: [] });
    await scene.store.reminders.schedule({ org, id: campaign, at: now, audit: anEvent() });
    expect(await due()).toEqual([]);
    expect((await scene.store.campaigns.get(org, campaign))?.schedule).toBeUndefined();
  });

  test("only live campaigns that are not due and not paused remind", async () => {
    const running = async (at = now) => (await scene.store.reminders.running(org, at)).map(({ id }) => id);
    expect(await running()).toEqual([campaign]);
    expect(await running(scene.world.campaign.dueAt)).toEqual([]);
    const paused = { ...usualSchedule, isPaused: true };
    await scene.store.reminders.schedule({ org, id: campaign, schedule: paused, at: now, audit: anEvent() });
    expect(await running()).toEqual([]);
    await scene.store.reminders.schedule({ org, id: campaign, schedule: usualSchedule, at: now, audit: anEvent() });
    await scene.store.campaigns.close({ org, id: campaign, closedAt: now, audit: anEvent() });
    expect(await running()).toEqual([]);
    const change = { org, id: campaign, schedule: paused, at: now, audit: anEvent() };
    await expect(scene.store.reminders.schedule(change)).rejects.toThrow(MissingError);
  });

  test("says of each whether an answer is waited for", async () => {
    await scene.store.invitations.withdraw({ org, id: idOf(0), at: now, audit: anEvent() });
    const asked = new Map((await due()).map(({ invitation, isAsked }) => [invitation, isAsked]));
    expect(asked).toEqual(
      new Map([
        [idOf(0), false],
        [idOf(1), true],
      ]),
    );
    await scene.store.invitations.unsubscribe({ org, id: idOf(1), at: now, audit: anEvent() });
    expect((await due()).map(({ isAsked }) => isAsked)).toEqual([false, false]);
  });

  describe("a step", () => {
    test("keeps mail, round, next look and event together, and is the newest mail of its invitation", async () => {
      const reminder = reminderOf(idOf(0));
      const steps = [
        { invitation: idOf(0), remindAt: now, sent: 0, next: hoursLater(240), reminder },
        { invitation: idOf(1), remindAt: now, sent: 0, next: hoursLater(24) },
      ];
      expect(await scene.store.reminders.keep({ org, steps })).toBe(1);
      expect(await scene.store.mails.get(org, reminder.mail.id)).toMatchObject({ round: 1, kind: "reminder" });
      expect((await scene.store.invitations.get(org, idOf(0)))?.lastMail?.id).toBe(reminder.mail.id);
      expect(await due(hoursLater(23))).toEqual([]);
      expect(await due(hoursLater(24))).toMatchObject([{ invitation: idOf(1), sent: 0 }]);
      expect(await scene.store.reminders.counts(org, campaign)).toEqual({
        next: hoursLater(24),
        rounds: [{ round: 1, mails: 1 }],
      });
      expect((await scene.events())[0]?.action).toBe("invitation.reminded");
    });

    test("does nothing for whoever was looked at meanwhile", async () => {
      const step = () => ({ invitation: idOf(0), remindAt: now, sent: 0, reminder: reminderOf(idOf(0)) });
      expect(await scene.store.reminders.keep({ org, steps: [step()] })).toBe(1);
      expect(await scene.store.reminders.keep({ org, steps: [step()] })).toBe(0);
      const before = await scene.store.mails.list(org, { page: 1, pageSize: 9 });
      expect(before.rows.filter(({ kind }) => kind === "reminder")).toHaveLength(1);
    });

    test("keeps nothing where a part of it fails", async () => {
      const taken = { ...reminderOf(idOf(1)), mail: scene.world.recipient.mail };
      const steps = [
        { invitation: idOf(0), remindAt: now, sent: 0, reminder: reminderOf(idOf(0)) },
        { invitation: idOf(1), remindAt: now, sent: 0, reminder: taken },
      ];
      await expect(scene.store.reminders.keep({ org, steps })).rejects.toThrow(TakenError);
      expect(await due()).toHaveLength(2);
      expect((await scene.store.reminders.counts(org, campaign)).rounds).toEqual([]);
    });

    test("the same reminder is refused by the record itself", async () => {
      const first = { invitation: idOf(0), remindAt: now, sent: 0, next: now, reminder: reminderOf(idOf(0)) };
      await scene.store.reminders.keep({ org, steps: [first] });
      const mail = { ...reminderOf(idOf(0)).mail, round: 1 };
      const again = scene.store.invitations.resend({ org, id: idOf(0), mail, audit: anEvent() });
      await expect(again).rejects.toThrow(TakenError);
    });
  });

  test("a reminder that nobody needs leaves the mail before it the newest", async () => {
    const { store, world } = scene;
    const kinds = [{ kind: "mail.send", most: 9 }];
    const take = async (at: Date) => {
      const claimed = await store.jobs.claim({ kinds, now: at, leaseUntil: new Date(at.getTime() + 60_000) });
      const [lease] = claimed.map((one) => one.lease);
      if (lease === undefined) throw new Error("one waits");
      return { lease, isOver: true };
    };
    const [first] = world.recipients;
    if (first === undefined) throw new Error("two were asked");
    const tried = { org, attempts: 0, at: now, audit: anEvent() };
    await store.mails.sent({ ...tried, id: first.mail.id, job: await take(now) });
    const reminder = reminderOf(idOf(0));
    await store.reminders.keep({ org, steps: [{ invitation: idOf(0), remindAt: now, sent: 0, reminder }] });
    const job = await take(hoursLater(1));
    await store.mails.failed({ ...tried, id: reminder.mail.id, error: "not-asked", isMoot: true, job });
    expect((await store.invitations.get(org, idOf(0)))?.lastMail).toMatchObject({ id: first.mail.id, state: "sent" });
    expect((await store.campaigns.funnel(org, campaign, now))["failed-mail"]).toBe(0);
  });
}
