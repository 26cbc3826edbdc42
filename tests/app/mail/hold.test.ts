import { describe, expect, it } from "vitest";
import type { TestContext } from "#tests/support/context";
import { closeAfter, delivering, mailing, sender } from "#tests/support/delivering";
import { doJobs } from "#tests/support/jobs";
import { type MailServerOptions, startMailServer } from "#tests/support/mail-server";
import { launch, type World } from "#tests/support/world";

const second = 1 / 3_600;
/** Longer than the longest wait between two tries. */
const nextTry = 601 * second;

async function statesOf({ store }: TestContext, { organisation }: World) {
  const { rows } = await store.mails.list(organisation.id, { page: 1, pageSize: 100 });
  return rows.map(({ state, attempts, lastError }) => [state, attempts, lastError]);
}

const waiting = ["queued", 0, undefined];
const taken = ["sent", 1, undefined];
const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one);

type Trouble = {
  readonly options: (isBroken: () => boolean) => MailServerOptions;
  readonly trouble: string;
  readonly user?: string;
};

const answer = (code: number, text: string) => (isBroken: () => boolean) => () =>
  isBroken() ? { code, text } : undefined;

/** What is wrong with the mail server or its settings, each mended while the mails wait. */
const troubles: Readonly<Record<string, Trouble>> = {
  "a refused login": {
    options: (broken) => ({ login: answer(535, "5.7.8 not accepted")(broken) }),
    trouble: "login",
    user: "m",
  },
  "a login that has to be encrypted": {
    options: (broken) => ({ sender: answer(530, "5.7.0 Must issue a STARTTLS command first")(broken) }),
    trouble: "tls",
  },
  "a login that is missing": {
    options: (broken) => ({ sender: answer(530, "5.7.0 Authentication required")(broken) }),
    trouble: "login",
  },
  "a refused sender": {
    options: (broken) => ({ sender: answer(550, "5.7.1 this sender is not yours")(broken) }),
    trouble: "sender",
  },
  "a refused sender that is told of at the recipient": {
    options: (broken) => ({ recipient: answer(553, `5.7.1 <${sender}>: Sender address rejected: not owned`)(broken) }),
    trouble: "sender",
  },
  "a quota of the day": {
    options: (broken) => ({ recipient: answer(550, "5.4.5 Daily user sending limit exceeded")(broken) }),
    trouble: "quota",
  },
  "a quota that is told of at the sender": {
    options: (broken) => ({ sender: answer(452, "4.3.1 try tomorrow")(broken) }),
    trouble: "quota",
  },
  "a message that is refused for its sender": {
    options: (broken) => ({ message: answer(550, "5.7.26 unauthenticated sender")(broken) }),
    trouble: "sender",
  },
  "a greeting of 554": {
    options: (broken) => ({ greeting: answer(554, "no service here")(broken) }),
    trouble: "connection",
  },
  "a greeting of 421": {
    options: (broken) => ({ greeting: answer(421, "too many connections")(broken) }),
    trouble: "quota",
  },
};

describe.each(Object.entries(troubles))("%s", (_, { options, trouble, user }) => {
  it("has all mails wait without using up a try of any, and once it is mended all are out by themselves", async () => {
    let broken = true;
    const { ctx, server } = await delivering(
      options(() => broken),
      user,
    );
    const world = await launch(ctx.store, { suppliers: 7 });
    await doJobs(ctx);
    expect(await statesOf(ctx, world)).toEqual(times(7, waiting));
    expect(await ctx.store.mailHolds.get()).toMatchObject({ trouble, tries: 1 });
    // A weekend goes by.
    for (let hour = 0; hour < 60; hour += 5) {
      ctx.later(5);
      await doJobs(ctx);
    }
    expect(await statesOf(ctx, world)).toEqual(times(7, waiting));
    expect(server.received).toEqual([]);
    broken = false;
    ctx.later(nextTry);
    await doJobs(ctx);
    ctx.later(10 * second);
    await doJobs(ctx);
    expect(await statesOf(ctx, world)).toEqual(times(7, taken));
    expect(server.received).toHaveLength(7);
    expect((await ctx.store.mailHolds.get())?.endedAt).toBeDefined();
  });
});

it("is tried with one mail at a time, after growing waits, whatever waits besides", async () => {
  const { ctx, server } = await delivering({ login: () => ({ code: 535, text: "5.7.8 not accepted" }) }, "m");
  await launch(ctx.store, { suppliers: 9 });
  await launch(ctx.store, { suppliers: 9 });
  await doJobs(ctx);
  expect(server.logins).toHaveLength(1);
  const tried: number[] = [];
  for (let passed = 0; passed < 3_600; passed += 1) {
    const before = server.logins.length;
    ctx.later(second);
    await doJobs(ctx);
    expect(server.logins.length - before).toBeLessThanOrEqual(1);
    if (server.logins.length > before) tried.push(passed + 1);
  }
  const waits = tried.map((at, place) => at - (tried[place - 1] ?? 0));
  // Each wait and up to a second in which those who wait come one after the other.
  for (const [place, wait] of [10, 30, 60, 120, 300, 600].entries()) {
    expect(waits[place], `wait ${place}`).toBeGreaterThanOrEqual(wait);
    expect(waits[place], `wait ${place}`).toBeLessThanOrEqual(wait + 2);
  }
}, 60_000);

it("a mail server that is not there has mails wait, and they are out when it is", async () => {
  const gone = await startMailServer();
  await gone.close();
  const ctx = await mailing(gone.url);
  const world = await launch(ctx.store, { suppliers: 3 });
  await doJobs(ctx);
  expect(await ctx.store.mailHolds.get()).toMatchObject({ trouble: "connection" });
  const server = await startMailServer({}, gone.port);
  closeAfter(server.close);
  ctx.later(nextTry);
  await doJobs(ctx);
  expect(await statesOf(ctx, world)).toEqual(times(3, taken));
});

it("a certificate that nobody trusts has mails wait", async () => {
  const { ctx } = await delivering({ server: { disabledCommands: [] } });
  const world = await launch(ctx.store);
  await doJobs(ctx);
  expect(await ctx.store.mailHolds.get()).toMatchObject({ trouble: "tls" });
  expect(await statesOf(ctx, world)).toEqual([waiting]);
});

describe("one recipient that is refused among many", () => {
  const refuse = (code: number, text: string) => {
    let refused: string | undefined;
    return {
      refused: () => refused,
      recipient: (address: string) => {
        refused ??= address;
        return address === refused ? { code, text } : undefined;
      },
    };
  };

  it("fails with its reason, and all others are out at once", async () => {
    const { refused, recipient } = refuse(550, "5.1.1 no such mailbox");
    const { ctx, server } = await delivering({ recipient });
    const world = await launch(ctx.store, { suppliers: 12 });
    await doJobs(ctx);
    expect(server.received).toHaveLength(11);
    expect(await ctx.store.mailHolds.get()).toBeUndefined();
    const { rows } = await ctx.store.campaigns.recipients(world.organisation.id, world.campaign.id, {
      problem: "failed-mail",
      page: 1,
      pageSize: 10,
      now: ctx.clock.now(),
    });
    expect(rows.map(({ contact, lastMail }) => [contact.email, lastMail?.error])).toEqual([
      [refused(), "550 5.1.1 no such mailbox"],
    ]);
  });

  it("is tried again by itself when its mailbox is full", async () => {
    let full = true;
    const { ctx, server } = await delivering({
      recipient: () => (full ? { code: 552, text: "5.2.2 mailbox full" } : undefined),
    });
    const world = await launch(ctx.store);
    await doJobs(ctx);
    expect(await ctx.store.mailHolds.get()).toBeUndefined();
    expect(await statesOf(ctx, world)).toEqual([["queued", 1, "552 5.2.2 mailbox full"]]);
    full = false;
    ctx.later(1);
    await doJobs(ctx);
    expect(server.received).toHaveLength(1);
  });

  it("is found out when it was refused in words that speak of all: others get through, and it alone fails", async () => {
    const { recipient } = refuse(554, "5.7.1 policy");
    const { ctx, server } = await delivering({ recipient });
    const world = await launch(ctx.store, { suppliers: 6 });
    await doJobs(ctx);
    for (let round = 0; round < 6; round += 1) {
      ctx.later(nextTry);
      await doJobs(ctx);
    }
    expect(server.received).toHaveLength(5);
    const states = await statesOf(ctx, world);
    expect(states.filter(([state]) => state === "failed")).toEqual([["failed", 1, "554 5.7.1 policy"]]);
    expect((await ctx.store.mailHolds.get())?.endedAt).toBeDefined();
  });

  it("in a mail of its own holds up no other mail for good", async () => {
    const bad = ["one@bad.example", "two@bad.example"];
    const { ctx, server } = await delivering({
      recipient: (address) => (bad.includes(address) ? { code: 554, text: "5.7.1 policy" } : undefined),
    });
    for (const email of bad) await launch(ctx.store, { contact: { email } });
    await launch(ctx.store, { suppliers: 3 });
    for (let round = 0; round < 40; round += 1) {
      await doJobs(ctx);
      ctx.later(nextTry);
    }
    expect(server.received).toHaveLength(3);
  });
});

it("says what the mail server said without the address of a recipient, who is one organisation's own", async () => {
  const { ctx } = await delivering({
    recipient: (address) => ({ code: 553, text: `5.7.1 <${sender}> may not write to <${address}>: Sender rejected` }),
  });
  await launch(ctx.store, { contact: { email: "maria@secret.example" } });
  await doJobs(ctx);
  const said = (await ctx.store.mailHolds.get())?.said ?? "";
  expect(said).toContain(sender);
  expect(said).not.toContain("maria");
});
