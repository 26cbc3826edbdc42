import { describe, expect, test } from "vitest";
import { knownDevice } from "#app/services/team/sign-in/throttle/known-device";
import { mostNoted } from "#app/services/team/trail/note";
import type { TestContext } from "#tests/support/context";
import { ada, attempt, colleagueOf, email, happened, inhabited } from "./people";

const wrong = "wrong and wrong again";

/** A browser in which Ada has signed in before. */
async function deviceOf(ctx: TestContext): Promise<string> {
  const signed = await attempt(ctx, { address: "192.0.2.50" });
  return signed.kind === "signed-in" ? signed.device : "";
}

const elsewhere = (place: number) => `198.51.100.${place}`;

describe("guessing", () => {
  test("of one account from many addresses is slowed down, and the person in her own browser is not", async () => {
    const ctx = await inhabited();
    const device = await deviceOf(ctx);
    const kinds: string[] = [];
    for (let place = 0; place < 40; place += 1) {
      kinds.push((await attempt(ctx, { password: wrong, address: elsewhere(place) })).kind);
    }
    expect(kinds.slice(-5)).toEqual(Array(5).fill("wait"));
    expect((await attempt(ctx, { address: elsewhere(200) })).kind).toBe("wait");
    expect((await attempt(ctx, { address: elsewhere(200), device })).kind).toBe("signed-in");
  });

  test("of many accounts from one address is slowed down, and nobody elsewhere is", async () => {
    const ctx = await inhabited();
    const address = "203.0.113.7";
    const kinds: string[] = [];
    for (let who = 0; who < 45; who += 1) {
      kinds.push((await attempt(ctx, { email: `person${who}@northmere.example`, password: wrong, address })).kind);
    }
    expect(kinds.at(-1)).toBe("wait");
    expect((await attempt(ctx, { address })).kind).toBe("wait");
    expect((await attempt(ctx, { address: "203.0.113.8" })).kind).toBe("signed-in");
  });

  test("by everybody together is limited within a minute, and over with it", async () => {
    const ctx = await inhabited();
    const device = await deviceOf(ctx);
    const passwords = { ...ctx.passwords, verify: async () => false };
    const quick = { ...ctx, passwords };
    for (let one = 0; one < 240; one += 1) {
      const place = `2001:db8:${one.toString(16)}::/64`;
      await attempt(quick, { email: `person${one}@northmere.example`, password: wrong, address: place });
    }
    expect((await attempt(ctx)).kind).toBe("wait");
    expect((await attempt(ctx, { device })).kind).toBe("signed-in");
    ctx.later(1 / 60);
    expect((await attempt(ctx)).kind).toBe("signed-in");
  });

  test("in the browser of somebody else, or one that only says it is hers, is held up like any other", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const device = await deviceOf(ctx);
    expect(knownDevice(ctx, device, team.user.id)).toBeDefined();
    const { user: bo } = await colleagueOf(team, ctx, "buyer");
    const [name = "", signature = ""] = device.split(".");
    const forged = [`${name}x.${signature}`, `${name}.${"A".repeat(43)}`, name, "", "..", device.repeat(20)];
    for (const one of forged) expect(knownDevice(ctx, one, team.user.id)).toBeUndefined();
    expect(knownDevice(ctx, device, bo.id)).toBeUndefined();
  });

  test("in her own browser is slowed down too", async () => {
    const ctx = await inhabited();
    const device = await deviceOf(ctx);
    for (let round = 0; round < 5; round += 1) await attempt(ctx, { password: wrong, device });
    expect((await attempt(ctx, { device })).kind).toBe("wait");
  });

  test("is not forgiven by signing in to an account of one's own in between", async () => {
    const ctx = await inhabited();
    const address = "203.0.113.9";
    for (let who = 0; who < 39; who += 1) {
      await attempt(ctx, { email: `person${who}@northmere.example`, password: wrong, address });
      if (who % 10 === 0) expect((await attempt(ctx, { address })).kind).toBe("signed-in");
    }
    await attempt(ctx, { email: "last@northmere.example", password: wrong, address });
    expect((await attempt(ctx, { address })).kind).toBe("wait");
  });
});

describe("what strangers try", () => {
  test("is in the trail with where it came from, and never with what was typed", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    await attempt(ctx, { password: wrong });
    await attempt(ctx, { email: "my-secret-password@typed.example", password: wrong });
    const events = await happened(team, 2);
    expect(events.map(({ details }) => details)).toEqual([
      { what: "sign-in", reason: "unknown" },
      { what: "sign-in", reason: "password" },
    ]);
    expect(events[0]?.from).toEqual({ address: "192.0.2.1", agent: "Reader/1" });
    expect(JSON.stringify(await team.store.audit.trail(team.organisation.id, { most: 50 }))).not.toContain(
      "typed.example",
    );
  });

  test("cannot fill the trail: past a bound it is counted, and told once the hour is over", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const before = (await happened(team, 1_000)).length;
    for (let one = 0; one < mostNoted.stranger + 30; one += 1) {
      await attempt(ctx, { email, password: wrong, address: `198.51.100.${one % 200}` });
    }
    expect((await happened(team, 1_000)).length).toBe(before + mostNoted.stranger);
    ctx.later(1.1);
    await attempt(ctx, { password: wrong });
    const [newest, counted] = await happened(team, 2);
    expect(newest?.action).toBe("attempt.refused");
    expect(counted).toMatchObject({ action: "attempt.counted", details: { kind: "stranger", attempts: 30 } });
    expect(counted?.from).toBeUndefined();
  });
});
