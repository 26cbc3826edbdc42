import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { changePassword } from "#app/services/team/account/change-password";
import {
  removeSecondFactor,
  renewRecoveryCodes,
  setSecondFactor,
  showSecondFactorSetup,
} from "#app/services/team/account/second-factor";
import { removeSecondFactorOf } from "#app/services/team/people/help-person";
import { changeSecondFactorRoles } from "#app/services/team/people/second-factor-roles";
import { listUsers } from "#app/services/team/settings/list-people";
import { checkPending, confirmSignIn } from "#app/services/team/sign-in/second-factor/confirm-sign-in";
import { openTeamSession } from "#app/services/team/sign-in/team-session";
import type { TestContext } from "#tests/support/context";
import { ada, attempt, colleagueOf, email, happened, inhabited, password, visitor } from "./people";

/** The authenticator of somebody, who typed the key that was shown. */
async function authenticatorOf(team: TeamContext): Promise<(ctx: TestContext) => string> {
  const { setting } = await showSecondFactorSetup(team, {});
  const secret = Secret.fromBase32((setting?.secret ?? "").replace(/ /g, ""));
  const totp = new TOTP({ secret, algorithm: "SHA1", digits: 6, period: 30 });
  return (ctx) => totp.generate({ timestamp: ctx.clock.now().getTime() });
}

async function withFactor() {
  const ctx = await inhabited();
  const team = await ada(ctx);
  const codeNow = await authenticatorOf(team);
  const done = await setSecondFactor.submit(team, { code: codeNow(ctx), password });
  if ("faults" in done) throw new Error(JSON.stringify(done.faults));
  ctx.later(1 / 60);
  return { ctx, team, codeNow, codes: done.done.codes };
}

async function pendingOf(ctx: TestContext, over = {}) {
  const outcome = await attempt(ctx, over);
  if (outcome.kind !== "code-needed") throw new Error(`no code is asked for: ${outcome.kind}`);
  return outcome.pending;
}

const confirm = async (ctx: TestContext, code: string, over: { pending?: string; device?: string } = {}) =>
  confirmSignIn(visitor(ctx), {
    pending: over.pending ?? (await pendingOf(ctx)),
    code,
    address: "192.0.2.1",
    ...(over.device ? { device: over.device } : {}),
  });

describe("signing in with a second factor", () => {
  test("needs the password and a code, and opens nothing with the first alone", async () => {
    const { ctx, codeNow } = await withFactor();
    const pending = await pendingOf(ctx);
    expect(await openTeamSession(visitor(ctx), { session: pending })).toBeUndefined();
    const code = codeNow(ctx);
    const done = await confirm(ctx, `${code.slice(0, 3)} ${code.slice(3)}`, { pending });
    expect(
      await openTeamSession(visitor(ctx), { session: done.kind === "signed-in" ? done.session : "" }),
    ).toBeDefined();
  });

  test("takes no code twice, not even from two at once, nor the one that turned it on", async () => {
    const { ctx, team, codeNow } = await withFactor();
    const code = codeNow(ctx);
    const kinds = (await Promise.all([confirm(ctx, code), confirm(ctx, code)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["refused", "signed-in"]);
    expect((await confirm(ctx, code)).kind).toBe("refused");
    const [newest] = await happened(team, 1);
    expect(newest).toMatchObject({ action: "attempt.refused", details: { what: "code", reason: "code" } });
  });

  test("refuses what is no code of now", async () => {
    const { ctx, codeNow } = await withFactor();
    const old = codeNow(ctx);
    ctx.later(1 / 30);
    for (const code of ["", old, "12345", "abcdef"]) expect((await confirm(ctx, code)).kind).toBe("refused");
    expect((await confirm(ctx, codeNow(ctx))).kind).toBe("signed-in");
  });

  test("takes each recovery code once, however it is typed", async () => {
    const { ctx, team, codes } = await withFactor();
    expect(new Set(codes).size).toBe(10);
    const [one = "", two = ""] = codes;
    expect((await confirm(ctx, one.toUpperCase().replaceAll("-", " "))).kind).toBe("signed-in");
    expect((await confirm(ctx, one)).kind).toBe("refused");
    const renewed = await renewRecoveryCodes.submit(team, { password });
    expect((await confirm(ctx, two)).kind).toBe("refused");
    expect((await confirm(ctx, "done" in renewed ? (renewed.done.codes[0] ?? "") : "")).kind).toBe("signed-in");
  });

  test("slows guessing of codes down, over all addresses", async () => {
    const { ctx, codeNow } = await withFactor();
    for (let round = 0; round < 5; round += 1) await confirm(ctx, "000000");
    expect((await confirm(ctx, codeNow(ctx))).kind).toBe("wait");
  });

  test("does not believe a proof of the password that is old, altered, or of a password that was changed", async () => {
    const { ctx, team, codeNow } = await withFactor();
    const pending = await pendingOf(ctx);
    const [payload = "", signature = ""] = pending.split(".");
    const said = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const longer = Buffer.from(JSON.stringify({ ...said, until: said.until + 1 })).toString("base64url");
    for (const forged of [`${longer}.${signature}`, payload, "", `${payload}.${"A".repeat(43)}`, "x.y"]) {
      expect(await checkPending(visitor(ctx), { pending: forged })).toBe(false);
    }
    await changePassword(team, { current: password, password: "another sentence of hers" });
    expect((await confirm(ctx, codeNow(ctx), { pending })).kind).toBe("expired");
    const late = await pendingOf(ctx, { password: "another sentence of hers" });
    ctx.later(0.2);
    expect(await checkPending(visitor(ctx), { pending: late })).toBe(false);
  });
});

describe("a second factor", () => {
  test("is turned on by a right code and the password only", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const codeNow = await authenticatorOf(team);
    const wrong = [
      [{ code: "000000", password }, "code", "code-wrong"],
      [{ code: codeNow(ctx), password: "not hers at all" }, "password", "password-wrong"],
    ] as const;
    for (const [typed, field, code] of wrong) {
      expect(await setSecondFactor.submit(team, typed)).toEqual({ faults: [{ field, code }] });
    }
    expect((await attempt(ctx)).kind).toBe("signed-in");
  });

  test("lets a password be shorter, and is not turned off while it is", async () => {
    const { ctx, team } = await withFactor();
    const own = { ...team, hasSecondFactor: true };
    expect(await changePassword.submit(own, { current: password, password: "kurz gut" })).toHaveProperty("done");
    expect(await removeSecondFactor.submit(own, { password: "wrong" })).toEqual({
      faults: [{ field: "password", code: "password-wrong" }],
    });
    expect(await removeSecondFactor.submit(own, { password: "kurz gut" })).toEqual({
      faults: [{ field: "password", code: "password-too-short-alone" }],
    });
    expect(await changePassword.submit(own, { current: "kurz gut", password })).toHaveProperty("done");
    expect(await removeSecondFactor.submit(own, { password })).toHaveProperty("done");
    expect((await attempt(ctx)).kind).toBe("signed-in");
  });

  test("has another secret the next time, and none is on record", async () => {
    const { team } = await withFactor();
    const before = await authenticatorOf(team).catch(() => undefined);
    expect(before).toBeDefined();
    await removeSecondFactorOf(team, { id: team.user.id });
    const first = (await showSecondFactorSetup(team, {})).setting?.secret;
    expect(first).toMatch(/^([A-Z2-7]{4} ?){8}$/);
    expect((await showSecondFactorSetup(team, {})).setting?.secret).toBe(first);
  });

  test("that a role must have is asked for before anything else, and cannot be turned off", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const own = await changeSecondFactorRoles.submit(team, { roles: ["admin"] });
    expect(own).toEqual({ faults: [{ field: "roles", code: "own-second-factor-first" }] });
    await changeSecondFactorRoles.submit(team, { roles: ["buyer"] });
    const { session } = await colleagueOf(team, ctx, "buyer");
    const bo = await openTeamSession(visitor(ctx), { session });
    if (!bo) throw new Error("Bo is not signed in");
    const told = await listUsers(bo, {}).catch((error: unknown) => (error instanceof Problem ? error.code : error));
    expect(told).toBe("second-factor-needed");
    expect(await showSecondFactorSetup(bo, {})).toMatchObject({ isOn: false, isNeeded: true });
    expect(await removeSecondFactor.submit(bo, { password })).toEqual({
      faults: [{ field: "password", code: "second-factor-must" }],
    });
    await changeSecondFactorRoles.submit(team, { roles: [] });
    const free = await openTeamSession(visitor(ctx), { session });
    expect(free?.may("suppliers.read")).toBe(true);
  });

  test("is known by its address, which is not on record as a secret", async () => {
    const team = await ada(await inhabited());
    const { setting } = await showSecondFactorSetup(team, {});
    expect(decodeURIComponent(setting?.uri ?? "")).toContain(`otpauth://totp/Avow:${email}`);
    expect(setting?.squares.every((row) => row.length === setting.squares.length)).toBe(true);
  });
});
