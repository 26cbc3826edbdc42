import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { languageCookie } from "#app/http/language-cookie";
import { requireTeamContext } from "#app/routes/team/requests/team-requests";
import { action as login } from "#app/routes/team/sign-in/login";
import { action as logout } from "#app/routes/team/sign-in/logout";
import type { ServiceContext } from "#app/services/context/contexts";
import { openStore } from "#db/index";
import type { User } from "#db/records";
import { Sqlite } from "#db/sqlite/driver";
import { testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";

const password = "a sentence nobody guesses";

type Scene = { ctx: ServiceContext; user: User; file: string };

/** Somebody with a password, in a store on disk, so that what no page can do yet can be done behind its back. */
async function scene(environment: Record<string, string> = {}): Promise<Scene> {
  const file = join(mkdtempSync(join(tmpdir(), "avow-sessions-")), "avow.sqlite");
  const ctx = { ...(await testContext(environment)), store: await openStore(`file:${file}`) };
  const { organisation } = await createOrganisation(ctx.store);
  const user = aUser({ org: organisation.id, role: "buyer" });
  await ctx.store.users.add({ user, passwordHash: await ctx.passwords.hash(password), audit: anEvent() });
  return { ctx, user, file };
}

const asked = (cookie = "", form?: Record<string, string>) =>
  new Request("https://avow.example/login", {
    headers: { cookie },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });

const args = (ctx: ServiceContext, request: Request) => ({
  request,
  params: {},
  context: { context: ctx, cspNonce: "", address: "192.0.2.1" },
});

/** The cookie, name and value, that an answer of signing in or out sets. */
async function cookieAfter(answer: unknown): Promise<string> {
  if (!(answer instanceof Response)) throw new Error("nobody was sent on");
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}

async function signsIn({ ctx, user }: Scene, cookie = ""): Promise<string> {
  return cookieAfter(await login(args(ctx, asked(cookie, { email: user.email, password }))));
}

/** The role that a cookie opens a page with; "" where it leads to the door. */
const roleOf = (ctx: ServiceContext, cookie: string) =>
  requireTeamContext(asked(cookie), ctx).then(
    (team) => team.user.role,
    () => "",
  );

const sessionsIn = ({ file }: Scene) =>
  new Sqlite(file).prepare<[], { n: number }>("SELECT count(*) AS n FROM team_sessions").get()?.n;

describe("over https", () => {
  test("the session stands in a cookie that no neighbouring subdomain can set", async () => {
    const at = await scene();
    const cookie = await signsIn(at);
    expect(cookie).toMatch(/^__Host-avow_team=[\w-]{43}$/);
    expect(await roleOf(at.ctx, `theme=dark; ${cookie}; x=1`)).toBe("buyer");
    const planted = cookie.replace("__Host-", "");
    for (const name of [planted, ` ${planted}`, cookie.replace("__Host-", "__host-"), `x${cookie}`, `x=${cookie}`])
      expect([name, await roleOf(at.ctx, name)]).toEqual([name, ""]);
  });

  test("the choice of a language is never sent in the clear", () => {
    expect(languageCookie("ar", { publicOrigin: "https://avow.example" })).toMatch(/; Secure$/);
    expect(languageCookie("ar", { publicOrigin: "http://localhost:3000" })).not.toContain("Secure");
  });
});

test("over plain http, as on one's own machine, the cookie has a name that browsers take there", async () => {
  const at = await scene({ PUBLIC_ORIGIN: "http://localhost:3000" });
  const cookie = await signsIn(at);
  expect(cookie).toMatch(/^avow_team=[\w-]{43}$/);
  expect(await roleOf(at.ctx, cookie)).toBe("buyer");
});

describe("a session", () => {
  test("is new at every signing in, whatever the browser came with, and the one before opens nothing", async () => {
    const at = await scene();
    const chosen = `__Host-avow_team=${"A".repeat(43)}`;
    const first = await signsIn(at, chosen);
    const second = await signsIn(at, first);
    expect(new Set([chosen, first, second]).size).toBe(3);
    expect(await Promise.all([chosen, first, second].map((cookie) => roleOf(at.ctx, cookie)))).toEqual([
      "",
      "",
      "buyer",
    ]);
    expect(sessionsIn(at)).toBe(1);
  });

  test("ends in the database when somebody signs out, not only in the browser", async () => {
    const at = await scene();
    const cookie = await signsIn(at);
    expect(await cookieAfter(await logout(args(at.ctx, asked(cookie, {}))))).toBe("__Host-avow_team=");
    expect([await roleOf(at.ctx, cookie), sessionsIn(at)]).toEqual(["", 0]);
  });

  test("has the role that its person has now", async () => {
    const at = await scene();
    const cookie = await signsIn(at);
    await at.ctx.store.users.changeRole({ org: at.user.org, id: at.user.id, role: "viewer", audit: anEvent() });
    expect(await roleOf(at.ctx, cookie)).toBe("viewer");
  });

  test("opens nothing from the moment its person is disabled, and no password opens another", async () => {
    const at = await scene();
    const cookie = await signsIn(at);
    new Sqlite(at.file).prepare("UPDATE users SET disabled_at = 1 WHERE id = ?").run(at.user.id);
    expect(await roleOf(at.ctx, cookie)).toBe("");
    await expect(signsIn(at)).rejects.toThrow("nobody was sent on");
  });
});
