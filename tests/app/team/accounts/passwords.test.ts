import { describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem";
import { asSystem } from "#app/services/context/callers";
import { changePassword } from "#app/services/team/account/change-password";
import { endAccess } from "#app/services/team/people/change-access";
import { offerReset } from "#app/services/team/people/help-person";
import { hashPassword, isPassword } from "#app/services/team/sign-in/passwords/password-hashes";
import { askReset } from "#app/services/team/sign-in/reset/ask-reset";
import { operatorReset } from "#app/services/team/sign-in/reset/operator-reset";
import { checkReset, resetPassword } from "#app/services/team/sign-in/reset/reset-password";
import { sendReset } from "#app/services/team/sign-in/reset/send-reset";
import { openTeamSession } from "#app/services/team/sign-in/team-session";
import type { TestContext } from "#tests/support/context";
import { ada, attempt, colleagueOf, email, happened, inhabited, password, visitor } from "./people";

const another = "another sentence of hers";
const tokenIn = (link: string) => link.split("/reset/")[1] ?? "";
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was wrong",
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe("a password", () => {
  test.each([
    ["composed letters", "mañana über Brücken", "man\u0303ana u\u0308ber Bru\u0308cken"],
    ["Hangul", "\uac00\ub098\ub2e4 \ub77c\ub9c8\ubc14 \uc0ac\uc544\uc790\ucc28\uce74\ud0c0", ""],
    ["Vietnamese", "ti\u1ebfng Vi\u1ec7t r\u1ea5t hay \u0111\u1ea5y", ""],
    ["Angstrom", "\u212bngstr\u00f6m is a small length", "\u00c5ngstro\u0308m is a small length"],
  ])("of %s lets in however a keyboard sends its letters", async (_, set, typed) => {
    const ctx = await inhabited();
    const forms = [set, typed || set.normalize("NFD"), set.normalize("NFC")];
    for (const chosen of forms) {
      const hash = await hashPassword(ctx, chosen);
      for (const form of forms) expect(await isPassword(ctx, { hash, password: form })).toBe(true);
    }
  });

  test("that was kept before letters were made alike goes on letting in, in every form", async () => {
    const ctx = await inhabited();
    for (const old of ["mañana über Brücken".normalize("NFC"), "mañana über Brücken".normalize("NFD")]) {
      const hash = await ctx.passwords.hash(old);
      for (const form of ["NFC", "NFD"]) {
        expect(await isPassword(ctx, { hash, password: old.normalize(form) })).toBe(true);
      }
      expect(await isPassword(ctx, { hash, password: "manana uber Brucken" })).toBe(false);
    }
  });

  test("of 900 bytes counts to its last letter, and one that is longer is refused, never cut", async () => {
    const ctx = await inhabited();
    const long = `${"a sentence of hers, ".repeat(45)}`;
    const hash = await hashPassword(ctx, `${long}x`);
    expect(await isPassword(ctx, { hash, password: `${long}y` })).toBe(false);
    const team = await ada(ctx);
    const outcome = await changePassword.submit(team, { current: password, password: "ä".repeat(501) });
    expect(outcome).toEqual({ faults: [{ field: "password", code: "password-long" }] });
  });

  test("is changed with the one before, which ends all other sessions", async () => {
    const ctx = await inhabited();
    const other = await attempt(ctx);
    const team = await ada(ctx);
    const wrong = await changePassword.submit(team, { current: "not hers at all", password: another });
    expect(wrong).toEqual({ faults: [{ field: "current", code: "password-wrong" }] });
    expect(await changePassword.submit(team, { current: password, password: another })).toHaveProperty("done");
    const session = other.kind === "signed-in" ? other.session : "";
    expect(await openTeamSession(visitor(ctx), { session })).toBeUndefined();
    expect(
      (await team.store.users.openSessions(team.user.org, team.user.id, ctx.clock.now(), new Date(0))).length,
    ).toBe(1);
    expect((await attempt(ctx)).kind).toBe("refused");
    expect((await attempt(ctx, { password: another })).kind).toBe("signed-in");
  });

  test("is not guessed in a browser that was left open", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const guess = () => changePassword.submit(team, { current: "wrong", password: another });
    for (let round = 0; round < 5; round += 1) await guess();
    expect(await guess()).toEqual({ faults: [{ field: "current", code: "too-often" }] });
    expect((await attempt(ctx)).kind).toBe("signed-in");
  });

  test.each([
    ["fourteen chars", "password-short"],
    [email, "password-is-email"],
    ["PASSWORDpassword", "password-common"],
  ])("is not changed to %s", async (chosen, code) => {
    const team = await ada(await inhabited());
    const outcome = await changePassword.submit(team, { current: password, password: chosen });
    expect(outcome).toEqual({ faults: [{ field: "password", code }] });
  });
});

describe("a forgotten password", () => {
  const mailing = (ctx: TestContext) => {
    const sent: { to: string; text: string }[] = [];
    const mailer = {
      send: async (mail: { to: string; text: string }) => void sent.push(mail),
      verify: async () => {},
      close: () => {},
    };
    return { ctx: { ...ctx, mailer } as TestContext, sent };
  };
  const ask = (ctx: TestContext, asked: string) => askReset(visitor(ctx), { email: asked, address: "192.0.2.7" });
  const jobOf = async (ctx: TestContext, asked: string) => {
    const job = await ctx.store.jobs.get("", "reset.send", ctx.sha256(asked));
    return job?.payload as { org: string; user: string; from: { address?: string } } | undefined;
  };

  test("is answered alike for every address: one job each, which alone knows more", async () => {
    const { ctx } = mailing(await inhabited());
    for (const asked of [email, "nobody@northmere.example"]) {
      expect(await ask(ctx, asked)).toEqual({ kind: "asked" });
      expect(await jobOf(ctx, asked)).toBeDefined();
    }
    expect(Object.keys((await jobOf(ctx, email)) ?? {})).toEqual(
      Object.keys((await jobOf(ctx, "nobody@northmere.example")) ?? {}),
    );
  });

  test("is mailed a link that works once, for an hour, and ends all sessions", async () => {
    const { ctx, sent } = mailing(await inhabited());
    const team = await ada(ctx);
    await ask(ctx, email);
    const payload = await jobOf(ctx, email);
    if (!payload) throw new Error("nothing was asked for");
    for (let tried = 0; tried < 2; tried += 1) await sendReset(asSystem(ctx, "mail"), { ...payload, id: "one" });
    expect(sent.map(({ to }) => to)).toEqual([email, email]);
    const token = tokenIn(/\S+\/reset\/\S+/.exec(sent[1]?.text ?? "")?.[0] ?? "");
    expect(await checkReset(visitor(ctx), { token })).toEqual({ email, characters: 15 });
    const kept = await resetPassword.submit(visitor(ctx), { token, password: "too short" });
    expect(kept).toEqual({ faults: [{ field: "password", code: "password-short" }] });
    expect(await resetPassword.submit(visitor(ctx), { token, password: another })).toHaveProperty("done");
    expect(await problemOf(resetPassword(visitor(ctx), { token, password: another }))).toBe("link-expired");
    expect(await team.store.users.openSessions(team.user.org, team.user.id, ctx.clock.now(), new Date(0))).toEqual([]);
    expect((await attempt(ctx, { password: another })).kind).toBe("signed-in");
    const offered = (await happened(team)).filter(({ action }) => action === "user.reset-offered");
    expect(offered).toEqual([{ action: "user.reset-offered", details: { way: "mail" }, from: payload.from }]);
  });

  test("is of no use after an hour, nor once the password was changed or the access ended", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const bo = await colleagueOf(team, ctx, "buyer");
    const offered = async () => tokenIn((await offerReset(team, { id: bo.user.id })).link);
    const late = await offered();
    ctx.later(1.01);
    expect(await problemOf(checkReset(visitor(ctx), { token: late }))).toBe("link-expired");
    const first = await offered();
    const second = await offered();
    expect(await problemOf(checkReset(visitor(ctx), { token: first }))).toBe("link-expired");
    await endAccess(team, { id: bo.user.id });
    expect(await problemOf(checkReset(visitor(ctx), { token: second }))).toBe("link-expired");
    expect(await problemOf(checkReset(visitor(ctx), { token: "A".repeat(43) }))).toBe("link-expired");
  });

  test("is helped by the operator, and by nobody where there is no such account", async () => {
    const ctx = await inhabited();
    const made = await operatorReset(asSystem(ctx, "operator"), { email: ` ${email.toUpperCase()} ` });
    expect(await checkReset(visitor(ctx), { token: tokenIn(made?.link ?? "") })).toMatchObject({ email });
    expect(await operatorReset(asSystem(ctx, "operator"), { email: "nobody@northmere.example" })).toBeUndefined();
  });

  test("is told where no mail leaves, and kept from being asked for without end", async () => {
    const ctx = await inhabited();
    expect(await ask(ctx, email)).toEqual({ kind: "no-mail" });
    const mailed = mailing(ctx).ctx;
    const kinds = [];
    for (let tried = 0; tried < 7; tried += 1) kinds.push((await ask(mailed, email)).kind);
    expect(kinds.slice(-1)).toEqual(["wait"]);
    expect((await attempt(mailed)).kind).toBe("signed-in");
  });

  test("of nobody is told in the trail, without what was typed", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    await sendReset(asSystem(ctx, "mail"), { id: "one", org: "", user: "", from: { address: "203.0.113.5" } });
    const [newest] = await happened(team, 1);
    expect(newest).toEqual({
      action: "attempt.refused",
      details: { what: "reset", reason: "unknown" },
      from: { address: "203.0.113.5" },
    });
  });
});
