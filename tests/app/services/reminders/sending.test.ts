import { describe, expect, test } from "vitest";
import type { Mailer } from "#app/mail/message";
import { asSystem } from "#app/services/context/callers";
import { changeReminders, pauseReminders } from "#app/services/reminders/change-reminders";
import { sendReminders } from "#app/services/reminders/send-reminders";
import { showReminders } from "#app/services/reminders/show-reminders";
import { closeCampaign } from "#app/services/team/campaigns/close-campaign";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { asPerson, testContext } from "#tests/support/context";
import { closeAfter } from "#tests/support/delivering";
import { aCampaign, anEvent, hoursLater } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import { addSuppliers, createOrganisation } from "#tests/support/world";

const typed = {
  reminders: "on",
  first: "7",
  every: "7",
  most: "2",
  days: ["mon", "tue", "wed", "thu", "fri"],
  from: "09:00",
  to: "17:00",
} as const;

/** A draft with one supplier in Germany, as a person of the team launches it on Monday 2 March, 10:00 there. */
async function aDesk() {
  const made = await testContext();
  closeAfter(() => made.store.close());
  const sent: string[] = [];
  const mailer: Mailer = {
    send: async ({ subject }) => void sent.push(subject),
    verify: async () => {},
    close: () => {},
  };
  const ctx = { ...made, mailer };
  const { organisation, admin } = await createOrganisation(ctx.store);
  const org = organisation.id;
  const [added] = await addSuppliers(ctx.store, org, [{ country: "DE" }]);
  if (!added) throw new Error("one was added");
  const campaign = aCampaign({ org, dueAt: hoursLater(24 * 60) });
  await ctx.store.campaigns.create({ campaign, suppliers: [added.supplier.id], audit: anEvent() });
  const team = asPerson(ctx, { user: admin, organisation });
  const remind = () => sendReminders(asSystem(ctx, "reminders"), { signal: new AbortController().signal });
  const launch = async () => {
    await beginLaunch(team, { campaign: campaign.id, links: 30 });
    await doJobs(ctx, ["launch.invite", "mail.send"]);
    const { rows } = await ctx.store.campaigns.recipients(org, campaign.id, {
      page: 1,
      pageSize: 9,
      now: hoursLater(0),
    });
    const [row] = rows;
    if (!row) throw new Error("one was invited");
    return row;
  };
  const newest = async (id: string) => (await ctx.store.invitations.get(org, id))?.lastMail;
  return { ctx, org, team, campaign: campaign.id, sent, remind, launch, newest };
}

describe("a schedule", () => {
  test("of a draft is begun by its launch", async () => {
    const { ctx, team, campaign, sent, remind, launch } = await aDesk();
    expect(await changeReminders.submit(team, { ...typed, campaign })).toEqual({ done: "draft" });
    expect((await showReminders(team, { campaign })).summary).toMatchObject({ state: "draft", reminded: 0 });
    await launch();
    expect((await showReminders(team, { campaign })).summary).toMatchObject({ state: "running", reminded: 0 });
    ctx.later(24 * 7 - 1);
    expect(await remind()).toBe(0);
    ctx.later(1);
    expect(await remind()).toBe(1);
    await doJobs(ctx, ["mail.send"]);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBe(`Re: ${sent[0]}`);
    expect((await showReminders(team, { campaign })).summary.rounds).toEqual([{ round: 1, mails: 1 }]);
    ctx.later(24 * 7);
    expect(await remind()).toBe(1);
    ctx.later(24 * 14);
    expect(await remind()).toBe(0);
    expect((await showReminders(team, { campaign })).summary).toMatchObject({ state: "over", reminded: 1 });
  });

  test("is none in a campaign where nobody set one, and can be set, paused and taken away while it runs", async () => {
    const { ctx, team, campaign, remind, launch } = await aDesk();
    await launch();
    ctx.later(24 * 8);
    expect(await remind()).toBe(0);
    await changeReminders.submit(team, { ...typed, campaign });
    expect((await showReminders(team, { campaign })).summary.state).toBe("planning");
    await pauseReminders(team, { campaign, pause: "pause" });
    expect(await remind()).toBe(0);
    expect((await showReminders(team, { campaign })).summary.state).toBe("paused");
    await pauseReminders(team, { campaign, pause: "resume" });
    await pauseReminders(team, { campaign, pause: "resume" });
    expect(await remind()).toBe(1);
    await changeReminders.submit(team, { ...typed, reminders: "off", campaign });
    ctx.later(24 * 7);
    expect(await remind()).toBe(0);
    expect((await showReminders(team, { campaign })).summary).toMatchObject({ state: "none", reminded: 1 });
    const { events } = { events: await ctx.store.audit.trail(team.organisation.id, { most: 99 }) };
    const changes = events.filter(({ action }) => action === "campaign.reminders-changed");
    expect(changes.map(({ details }) => details)).toEqual([
      { to: "none" },
      { to: "resumed" },
      { to: "paused" },
      { to: "set" },
    ]);
  });

  test("says beside each field what cannot be", async () => {
    const { team, campaign, ctx, org } = await aDesk();
    const faultsOf = async (over: object) => {
      const outcome = await changeReminders.submit(team, { ...typed, ...over, campaign });
      return "faults" in outcome ? outcome.faults.map(({ field, code }) => `${field} ${code}`) : [];
    };
    expect(await faultsOf({ first: "0", every: "1", most: "99", days: [] })).toEqual([
      "first not-in-range",
      "every not-in-range",
      "most not-in-range",
      "days days-needed",
    ]);
    expect(await faultsOf({ first: "3.5", days: ["someday"] })).toEqual(["first not-in-range", "days days-needed"]);
    expect(await faultsOf({ from: "03:00" })).toEqual(["from hours-between"]);
    expect(await faultsOf({ to: "23:00" })).toEqual(["to hour-later"]);
    expect(await faultsOf({ from: "10:00", to: "10:30" })).toEqual(["to hour-later"]);
    expect(await faultsOf({ reminders: "perhaps" })).toEqual(["reminders not-valid"]);
    expect((await ctx.store.campaigns.get(org, campaign))?.schedule).toBeUndefined();
  });
});

describe("a reminder that waits in the outbox", () => {
  /** A week after the launch, with the reminder queued and not sent. */
  const queued = async () => {
    const desk = await aDesk();
    await changeReminders.submit(desk.team, { ...typed, campaign: desk.campaign });
    const { invitation } = await desk.launch();
    desk.ctx.later(24 * 7);
    expect(await desk.remind()).toBe(1);
    return { ...desk, invitation: invitation.id };
  };

  test("does not leave once the campaign is closed, and its invitation shows no failure", async () => {
    const { ctx, org, team, campaign, sent, newest, invitation } = await queued();
    const reminder = (await newest(invitation))?.id ?? "";
    await closeCampaign(team, { campaign });
    await doJobs(ctx, ["mail.send"]);
    expect(sent).toHaveLength(1);
    expect(await ctx.store.mails.get(org, reminder)).toMatchObject({
      state: "failed",
      lastError: "not-asked",
      round: 1,
    });
    expect(await newest(invitation)).toMatchObject({ kind: "invitation", state: "sent" });
  });

  test("does not leave once the supplier declined or asked for no more", async () => {
    for (const stop of ["decline", "unsubscribe"] as const) {
      const { ctx, org, sent, invitation } = await queued();
      const change = { org, id: invitation, at: ctx.clock.now(), audit: anEvent() };
      if (stop === "decline") await ctx.store.invitations.decline({ ...change, reason: "other" });
      else await ctx.store.invitations.unsubscribe(change);
      await doJobs(ctx, ["mail.send"]);
      expect(sent, stop).toHaveLength(1);
    }
  });

  test("waits for the morning where it would leave at night", async () => {
    const { ctx, org, sent, newest, invitation } = await queued();
    const reminder = (await newest(invitation))?.id ?? "";
    // 19:00 in Germany.
    ctx.later(9);
    await doJobs(ctx, ["mail.send"]);
    expect(sent).toHaveLength(1);
    expect(await ctx.store.mails.get(org, reminder)).toMatchObject({ state: "queued", lastError: "outside-hours" });
    ctx.later(13);
    await doJobs(ctx, ["mail.send"]);
    expect(sent).toHaveLength(1);
    ctx.later(1);
    await doJobs(ctx, ["mail.send"]);
    expect(sent).toHaveLength(2);
  });

  test("waits while its campaign is paused", async () => {
    const { ctx, team, campaign, sent } = await queued();
    await pauseReminders(team, { campaign, pause: "pause" });
    await doJobs(ctx, ["mail.send"]);
    expect(sent).toHaveLength(1);
    await pauseReminders(team, { campaign, pause: "resume" });
    ctx.later(24);
    await doJobs(ctx, ["mail.send"]);
    expect(sent).toHaveLength(2);
  });
});

test("nobody is reminded while no mails leave, and everybody is afterwards", async () => {
  const { ctx, org, team, campaign, launch, remind } = await aDesk();
  await changeReminders.submit(team, { ...typed, campaign });
  await launch();
  ctx.later(24 * 7);
  const silent = { ...ctx, mailer: undefined };
  const signal = new AbortController().signal;
  expect(await sendReminders(asSystem(silent, "reminders"), { signal })).toBe(0);
  expect(await ctx.store.reminders.due(org, campaign, { now: ctx.clock.now(), most: 9 })).toHaveLength(1);
  expect(await remind()).toBe(1);
});
