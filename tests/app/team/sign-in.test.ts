import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem";
import { safeRedirectPath, teamSessionCookie } from "#app/http/team-session.server";
import { asSystem, asVisitor } from "#app/services/context/callers";
import { renewJoining, withdrawJoining } from "#app/services/team/people/joinings";
import { inviteUser } from "#app/services/team/settings/invite-person";
import { showJoinings } from "#app/services/team/settings/list-people";
import { checkJoining, join as joinAs } from "#app/services/team/sign-in/joining";
import { checkSetup, offerSetup, setUp } from "#app/services/team/sign-in/setup";
import { signIn } from "#app/services/team/sign-in/sign-in";
import { openTeamSession, signOut } from "#app/services/team/sign-in/team-session";
import { openStore } from "#db/index";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { anEvent } from "#tests/support/factories";

const password = "a sentence nobody guesses";
const fields = { organisation: "Northmere", name: "Ada", email: "Ada@Northmere.example", password };

const visitor = (ctx: TestContext) => asVisitor(ctx, "en");
const offered = (ctx: TestContext) => offerSetup(asSystem(ctx, "test"), {});
const opened = (ctx: TestContext, session: string) => openTeamSession(visitor(ctx), { session });

const freshContext = (environment: Record<string, string> = {}) =>
  testContext({ DATA_DIR: mkdtempSync(join(tmpdir(), "avow-door-")), ...environment });

async function secretOf(ctx: TestContext): Promise<string> {
  const link = await offered(ctx);
  return link?.split("/").pop() ?? "";
}

async function inhabited(): Promise<TestContext> {
  const ctx = await freshContext();
  await setUp(visitor(ctx), { secret: await secretOf(ctx), ...fields });
  return ctx;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was wrong",
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe("the first run", () => {
  test("offers one address, the same after a restart, in a file only its owner can read", async () => {
    const ctx = await freshContext();
    const first = await offered(ctx);
    expect(await offered(ctx)).toBe(first);
    expect(statSync(join(ctx.config.dataDir, "setup")).mode & 0o777).toBe(0o600);
  });

  test("makes the organisation and its administrator, signs in, and works once", async () => {
    const ctx = await freshContext();
    const secret = await secretOf(ctx);
    const result = await setUp(visitor(ctx), { secret, ...fields });
    const team = await opened(ctx, "session" in result ? result.session : "");
    expect(team?.user).toMatchObject({ email: "ada@northmere.example", role: "admin" });
    expect(existsSync(join(ctx.config.dataDir, "setup"))).toBe(false);
    expect(await codeOf(setUp(visitor(ctx), { secret, ...fields }))).toBe("setup-done");
    expect(await offered(ctx)).toBeUndefined();
  });

  test("makes one organisation when the page is sent twice at once", async () => {
    const ctx = await freshContext();
    const secret = await secretOf(ctx);
    await Promise.allSettled([1, 2].map(() => setUp(visitor(ctx), { secret, ...fields })));
    expect(await ctx.store.organisations.count()).toBe(1);
  });

  test("is nobody's who guesses the address", async () => {
    const ctx = await freshContext();
    await offered(ctx);
    expect(await codeOf(checkSetup(visitor(ctx), { secret: "x".repeat(43) }))).toBe("not-found");
    expect(await codeOf(checkSetup(visitor(ctx), { secret: "" }))).toBe("not-found");
  });

  test.each([
    ["fourteen chars", "password-short"],
    [" ".repeat(20), "password-blank"],
    ["\u3000\u00a0\u2003\u200b".repeat(5), "password-blank"],
    ["passwordpassword", "password-common"],
    ["1234567890QWERTY", "password-common"],
    ["x".repeat(15), "password-common"],
    ["Dragon".repeat(3), "password-common"],
    ["ada@northmere.example", "password-is-email"],
    ["x".repeat(50_000), "password-long"],
  ])("refuses the password %.20s… and keeps the address", async (bad, code) => {
    const ctx = await freshContext();
    const secret = await secretOf(ctx);
    const outcome = await setUp.submit(visitor(ctx), { secret, ...fields, password: bad });
    expect(outcome).toEqual({ faults: [{ field: "password", code }] });
    await checkSetup(visitor(ctx), { secret });
  });

  test("says everything that is wrong with the form at once, cuts no name, and keeps the address", async () => {
    const ctx = await freshContext();
    const secret = await secretOf(ctx);
    const typed = { organisation: "N".repeat(201), name: " ", email: "ada@northmere.example", password };
    expect(await setUp.submit(visitor(ctx), { secret, ...typed, password: typed.email })).toEqual({
      faults: [
        { field: "organisation", code: "too-long" },
        { field: "name", code: "required" },
        { field: "password", code: "password-is-email" },
      ],
    });
    await checkSetup(visitor(ctx), { secret });
  });
});

describe("signing in", () => {
  const attempt = (ctx: TestContext, over: Partial<{ email: string; password: string; address: string }> = {}) =>
    signIn(visitor(ctx), { email: "ada@northmere.example", password, address: "192.0.2.1", ...over });

  test("opens a session with the right password, and signing out ends it", async () => {
    const ctx = await inhabited();
    const result = await attempt(ctx, { email: " ADA@northmere.example " });
    const session = result.kind === "signed-in" ? result.session : "";
    const team = await opened(ctx, session);
    if (!team) throw new Error("the session opens nothing");
    expect(team.user.name).toBe("Ada");
    await signOut(team, { session });
    expect(await opened(ctx, session)).toBeUndefined();
  });

  test("answers an unknown address exactly as a wrong password", async () => {
    const ctx = await inhabited();
    const wrong = await attempt(ctx, { password: "some other sentence" });
    expect(await attempt(ctx, { email: "nobody@northmere.example" })).toEqual(wrong);
    expect(wrong).toEqual({ kind: "refused" });
  });

  test("verifies a hash for an unknown address as well, so that time tells nothing", async () => {
    const ctx = await inhabited();
    const verified: string[] = [];
    const passwords = {
      ...ctx.passwords,
      verify: (hash: string, tried: string) => {
        verified.push(hash.slice(0, 30));
        return ctx.passwords.verify(hash, tried);
      },
    };
    await attempt({ ...ctx, passwords });
    await attempt({ ...ctx, passwords }, { email: "nobody@northmere.example" });
    expect(verified).toHaveLength(2);
    expect(verified[0]).toBe(verified[1]);
  });

  test("refuses a password of 50 kB without hashing it", async () => {
    const ctx = await inhabited();
    const passwords = { ...ctx.passwords, verify: () => Promise.reject(new Error("this is the cost to be spared")) };
    expect(await attempt({ ...ctx, passwords }, { password: "x".repeat(50_000) })).toEqual({ kind: "refused" });
  });

  test("makes guessing wait longer and longer, says until when, and never for ever", async () => {
    const ctx = await inhabited();
    for (let round = 0; round < 5; round++) await attempt(ctx, { password: "wrong" });
    const locked = await attempt(ctx);
    expect(locked.kind).toBe("wait");
    for (let round = 0; round < 20; round++) {
      ctx.later(1 / 60);
      await attempt(ctx, { password: "wrong" });
    }
    ctx.later(0.26);
    expect((await attempt(ctx)).kind).toBe("signed-in");
  });

  test("by the right person is not held up by somebody who guesses from elsewhere", async () => {
    const ctx = await inhabited();
    for (let round = 0; round < 9; round++) await attempt(ctx, { password: "wrong", address: "198.51.100.9" });
    expect((await attempt(ctx)).kind).toBe("signed-in");
  });

  test("counts over all processes that share the record, and keeps no name or address", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "avow-tries-")), "avow.sqlite");
    const stores = await Promise.all([openStore(`file:${file}`), openStore(`file:${file}`)]);
    const [one, two] = stores.map((store) => ({ store }));
    const ctx = await inhabited();
    const found = await ctx.store.users.byEmail("ada@northmere.example");
    const organisation = found && (await ctx.store.organisations.get(found.user.org));
    if (!one || !two || !found || !organisation) throw new Error("nobody lives here");
    const { user: admin, passwordHash } = found;
    await one.store.organisations.create({ organisation, admin, passwordHash, audit: [anEvent()] });
    const both = [one, two].map((process) => ({ ...ctx, ...process }));
    const tries = await Promise.all(
      both.flatMap((process) => [1, 2, 3].map(() => attempt(process, { password: "wrong" }))),
    );
    expect(tries.filter(({ kind }) => kind === "wait")).toHaveLength(1);
    for (const process of both) expect((await attempt(process)).kind).toBe("wait");
    await Promise.all(stores.map((store) => store.close()));
    const kept = readFileSync(file, "latin1");
    expect(kept).toContain(ctx.sha256("ada@northmere.example 192.0.2.1"));
    expect(kept).not.toContain("192.0.2.1");
  });

  test("counts tries that are sent all at once", async () => {
    const ctx = await inhabited();
    const tries = await Promise.all(Array.from({ length: 12 }, () => attempt(ctx, { password: "wrong" })));
    expect(tries.filter(({ kind }) => kind === "wait").length).toBeGreaterThanOrEqual(7);
  });
});

describe("the session cookie", () => {
  test("is out of reach of scripts and other sites, and of plain http where the site has https", async () => {
    const cookie = teamSessionCookie(await freshContext(), "s".repeat(43));
    for (const part of ["HttpOnly", "SameSite=Lax", "Secure", "Max-Age=43200", "Path=/"])
      expect(cookie).toContain(part);
    expect(teamSessionCookie(await freshContext({ PUBLIC_ORIGIN: "http://localhost:3000" }), "s")).not.toContain(
      "Secure",
    );
  });
});

describe("where one goes after signing in", () => {
  test.each(["/", "/suppliers?band=high&page=2", "/campaigns/abc#x"])("is a page of ours: %s", (next) => {
    expect(safeRedirectPath(next)).toBe(next);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/%09/../..//evil.example\\",
    "https://evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    " /suppliers",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "",
    null,
  ])("is never another site: %j", (next) => {
    expect(safeRedirectPath(next)).toBe("/");
  });
});

describe("a colleague who joins", () => {
  async function admin(ctx: TestContext) {
    const found = await ctx.store.users.byEmail("ada@northmere.example");
    const organisation = found && (await ctx.store.organisations.get(found.user.org));
    if (!found || !organisation) throw new Error("nobody lives here");
    return asPerson(ctx, { user: found.user, organisation });
  }

  async function tokenFor(ctx: TestContext, email = "bo@northmere.example") {
    const invited = await inviteUser.submit(await admin(ctx), { email, role: "buyer" });
    return "done" in invited ? (invited.done.link.split("/join/")[1] ?? "") : String(invited.faults[0]?.code);
  }

  test("chooses a password and has the role that was offered, once", async () => {
    const ctx = await inhabited();
    const token = await tokenFor(ctx);
    const joined = await joinAs(visitor(ctx), { token, name: "Bo", password });
    const team = await opened(ctx, "session" in joined ? joined.session : "");
    expect(team?.user).toMatchObject({ email: "bo@northmere.example", role: "buyer", name: "Bo" });
    expect(await codeOf(joinAs(visitor(ctx), { token, name: "Bo", password }))).toBe("link-expired");
  });

  test("is told that a name is too long, and loses none of it unseen", async () => {
    const ctx = await inhabited();
    const token = await tokenFor(ctx);
    const joining = (name: string) => joinAs.submit(visitor(ctx), { token, name, password });
    expect(await joining("W".repeat(10_000))).toEqual({ faults: [{ field: "name", code: "too-long" }] });
    expect(await joining("W".repeat(200))).toHaveProperty("done.session");
  });

  test("comes within seven days", async () => {
    const ctx = await inhabited();
    const token = await tokenFor(ctx);
    ctx.later(7 * 24 + 1);
    expect(await codeOf(checkJoining(visitor(ctx), { token }))).toBe("link-expired");
  });

  test("cannot make a link", async () => {
    const ctx = await inhabited();
    const token = await tokenFor(ctx);
    const guessed = ["", "A".repeat(43), token.slice(1), `${token}A`, ctx.links.hash(token)];
    for (const one of guessed) expect(await codeOf(checkJoining(visitor(ctx), { token: one }))).toBe("not-found");
  });

  test("comes by the newest link alone, and by none once it was withdrawn or its maker is gone", async () => {
    const ctx = await inhabited();
    const first = await tokenFor(ctx);
    const team = await admin(ctx);
    const [joining] = (await showJoinings(team, {})).joinings;
    const newest = { id: joining?.id ?? "", generation: joining?.generation ?? 0 };
    const { link } = await renewJoining(team, newest);
    const second = link.split("/join/")[1] ?? "";
    expect(await codeOf(checkJoining(visitor(ctx), { token: first }))).toBe("not-found");
    expect(await checkJoining(visitor(ctx), { token: second })).toMatchObject({ email: "bo@northmere.example" });
    await withdrawJoining(team, { id: joining?.id ?? "" });
    await withdrawJoining(team, { id: joining?.id ?? "" });
    expect(await codeOf(joinAs(visitor(ctx), { token: second, name: "Bo", password }))).toBe("link-expired");
    expect((await showJoinings(team, {})).joinings).toEqual([]);
    expect(await codeOf(renewJoining(team, newest))).toBe("changed-meanwhile");
  });

  test("is shown the link that works, also where two people or two clicks ask for it at once", async () => {
    const ctx = await inhabited();
    const works = async (token: string) =>
      (await codeOf(checkJoining(visitor(ctx), { token }))) === "nothing was wrong";
    const tokens = await Promise.all([tokenFor(ctx), tokenFor(ctx), tokenFor(ctx)]);
    expect(new Set(tokens).size).toBe(1);
    expect(await works(tokens[0])).toBe(true);
    const team = await admin(ctx);
    const [joining] = (await showJoinings(team, {})).joinings;
    const seen = { id: joining?.id ?? "", generation: joining?.generation ?? 0 };
    const renewed = await Promise.all([renewJoining(team, seen), renewJoining(team, seen)]);
    const again = await renewJoining(team, seen);
    const links = [...renewed, again].map(({ link }) => link);
    expect(new Set(links).size).toBe(1);
    expect(await works(links[0]?.split("/join/")[1] ?? "")).toBe(true);
    // Whoever has seen that one and wants another gets another.
    const [known] = (await showJoinings(team, {})).joinings;
    expect((await renewJoining(team, { ...seen, generation: known?.generation ?? 0 })).link).not.toBe(again.link);
    // Later, or with another role, it is another invitation, and the one before opens nothing.
    const otherRole = await inviteUser.submit(team, { email: "bo@northmere.example", role: "viewer" });
    expect(await works(links[0]?.split("/join/")[1] ?? "")).toBe(false);
    ctx.later(0.1);
    const later = await inviteUser.submit(team, { email: "bo@northmere.example", role: "viewer" });
    expect(later).not.toEqual(otherRole);
  });

  test("is not asked twice for one address, nor without an address", async () => {
    const ctx = await inhabited();
    expect(await tokenFor(ctx, "ada@northmere.example")).toBe("email-taken");
    expect(await tokenFor(ctx, "bo@northmere.example\r\nBcc: x@y.example")).toBe("not-an-email");
  });

  test("is never given another role than the one that was said", async () => {
    const ctx = await inhabited();
    const outcome = await inviteUser.submit(await admin(ctx), { email: "bo@northmere.example", role: "owner" });
    expect(outcome).toEqual({ faults: [{ field: "role", code: "not-valid" }] });
  });

  test("does not choose the address as a password", async () => {
    const ctx = await inhabited();
    const token = await tokenFor(ctx, "bo.lindqvist@northmere.example");
    const outcome = await joinAs.submit(visitor(ctx), {
      token,
      name: "Bo",
      password: "Bo.Lindqvist@northmere.example",
    });
    expect(outcome).toEqual({ faults: [{ field: "password", code: "password-is-email" }] });
  });
});
