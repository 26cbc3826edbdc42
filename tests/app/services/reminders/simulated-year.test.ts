import { beforeEach, describe, expect, test } from "vitest";
import type { Mailer } from "#app/mail/message";
import { asSystem } from "#app/services/context/callers";
import { sendReminders } from "#app/services/reminders/send-reminders";
import { type ReminderSchedule, usualSchedule } from "#terms/mail/schedule";
import { type TestContext, testContext } from "#tests/support/context";
import { closeAfter } from "#tests/support/delivering";
import { anEvent, hoursLater, now } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import { launch, type World } from "#tests/support/world";

/** Countries whose clocks reach from UTC-11 to UTC+13, with a zone for the eye of the test. */
const clocks = {
  AS: "Pacific/Pago_Pago",
  US: "America/New_York",
  CL: "America/Santiago",
  GB: "Europe/London",
  EG: "Africa/Cairo",
  NP: "Asia/Kathmandu",
  CN: "Asia/Shanghai",
  AU: "Australia/Sydney",
  NZ: "Pacific/Auckland",
  TO: "Pacific/Tongatapu",
} as const;
type Country = keyof typeof clocks;
const countries = Object.keys(clocks) as readonly Country[];
const yearly: ReminderSchedule = { ...usualSchedule, first: 30, every: 50, most: 6 };

let ctx: TestContext;
let world: World;
/** What came when; the subject names the supplier, which is called after its country. */
let arrived: { readonly at: Date; readonly subject: string }[];

/** Suppliers of all these countries in a campaign that is due in a year. */
async function aWorld(schedule = yearly): Promise<void> {
  const made = await testContext();
  closeAfter(() => made.store.close());
  arrived = [];
  const mailer: Mailer = {
    send: async ({ subject }) => void arrived.push({ at: made.clock.now(), subject }),
    verify: async () => {},
    close: () => {},
  };
  ctx = { ...made, mailer };
  const dueAt = hoursLater(24 * 365);
  const each = countries.map((country) => ({ country, name: `Mill of ${country}` }));
  world = await launch(ctx.store, { each, campaign: { dueAt } });
  const org = world.organisation.id;
  for (const { invitation } of world.recipients) {
    const change = { org, id: invitation.id, expiresAt: hoursLater(24 * 400) };
    await ctx.store.invitations.extend({ ...change, audit: anEvent() });
  }
  const change = { org, id: world.campaign.id, schedule, at: now };
  await ctx.store.reminders.schedule({ ...change, audit: anEvent() });
  await doJobs(ctx, ["mail.send"]);
  arrived = [];
}

const remind = (over: Partial<TestContext> = {}) =>
  sendReminders(asSystem({ ...ctx, ...over }, "reminders"), { signal: new AbortController().signal });

/** Lets time pass, in steps that are shorter than the hours of reminders. */
async function pass(hours: number): Promise<void> {
  const step = 5;
  for (let passed = 0; passed < hours; passed += step) {
    ctx.later(step);
    if ((await remind()) > 0) await doJobs(ctx, ["mail.send"]);
  }
}

const byCountry = (country: Country) => arrived.filter(({ subject }) => subject.includes(`Mill of ${country}`));

function expectByDay(): void {
  for (const { subject, at } of arrived) {
    const country = countries.find((one) => subject.includes(`Mill of ${one}`));
    if (country === undefined) throw new Error(`nobody is called so: ${subject}`);
    const zone = clocks[country];
    const wall = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: "short",
      hour: "2-digit",
      hourCycle: "h23",
    });
    const [day, hour] = wall.format(at).split(", ");
    expect(["Mon", "Tue", "Wed", "Thu"], `${country} at ${at.toISOString()}`).toContain(day);
    expect(Number(hour)).toBeGreaterThanOrEqual(9);
    expect(Number(hour)).toBeLessThan(16);
  }
}

describe("a year of reminders", () => {
  test("everybody gets each of them once, by day, on both sides of every change of clocks", async () => {
    await aWorld();
    await pass(24 * 365);
    for (const country of countries) expect(byCountry(country), country).toHaveLength(6);
    expectByDay();
    const days = byCountry("AU").map(({ at }) => at.getTime());
    for (const [place, day] of days.slice(1).entries()) {
      expect(day - (days[place] ?? 0)).toBeGreaterThanOrEqual(50 * 86_400_000);
      expect(day - (days[place] ?? 0)).toBeLessThan(55 * 86_400_000);
    }
    expect(arrived.every(({ subject }) => subject.startsWith("Re: "))).toBe(true);
  });

  test("a clock that goes back, and one that is days ahead, remind nobody twice and skip nobody", async () => {
    await aWorld({ ...yearly, every: 20 });
    await pass(24 * 33);
    const reminded = arrived.length;
    expect(reminded).toBeGreaterThan(0);
    ctx.later(-24 * 5);
    await pass(24 * 5);
    ctx.later(-1);
    await pass(24 * 120);
    for (const country of countries) expect(byCountry(country), country).toHaveLength(6);
    expectByDay();
  });
});

describe("a process that dies", () => {
  beforeEach(async () => {
    await aWorld();
    ctx.later(24 * 30);
  });

  test("within the write has reminded nobody, and the next one reminds everybody once", async () => {
    const taken = world.recipient.mail.id;
    let made = 0;
    const ids = { ...ctx.ids, next: () => (++made === 2 ? taken : ctx.ids.next()) };
    // Until the second mail of a step stumbles over the id of one that is there.
    let deaths = 0;
    for (let hour = 0; hour < 24; hour += 1) {
      made = 0;
      await remind({ ids }).catch(() => {
        deaths += 1;
      });
      const { rounds } = await ctx.store.reminders.counts(world.organisation.id, world.campaign.id);
      const { rows } = await ctx.store.mails.list(world.organisation.id, { page: 1, pageSize: 99 });
      expect(rows.filter(({ kind }) => kind === "reminder")).toHaveLength(rounds[0]?.mails ?? 0);
      ctx.later(1);
    }
    expect(deaths).toBeGreaterThan(0);
    await pass(24 * 5);
    for (const country of countries) expect(byCountry(country), country).toHaveLength(1);
    expectByDay();
  });

  test("between the write and the mail server leaves the mail to another, and two at once remind once", async () => {
    await Promise.all([remind(), remind(), remind()]);
    await doJobs(ctx, ["mail.send"]);
    ctx.later(1);
    await pass(24 * 5);
    for (const country of countries) expect(byCountry(country), country).toHaveLength(1);
  });
});
