import { describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem";
import { agentWords } from "#app/services/team/account/agent-words";
import { endOwnSessions } from "#app/services/team/account/end-sessions";
import { showAccount } from "#app/services/team/account/show-account";
import { changeRole, endAccess, restoreAccess } from "#app/services/team/people/change-access";
import { endSessionsOf } from "#app/services/team/people/help-person";
import { showPerson } from "#app/services/team/people/show-person";
import { listUsers } from "#app/services/team/settings/list-people";
import { openTeamSession, signOut } from "#app/services/team/sign-in/team-session";
import { exportTrail } from "#app/services/team/trail/export-trail";
import { noteRefusal } from "#app/services/team/trail/note-refusal";
import { showTrail } from "#app/services/team/trail/show-trail";
import { StorageError } from "#db/errors";
import type { TestContext } from "#tests/support/context";
import { ada, attempt, colleagueOf, from, inhabited, visitor } from "./people";

const opened = (ctx: TestContext, session: string) => openTeamSession(visitor(ctx), { session });
const everything = { kind: "", person: "", from: "", until: "", before: "" };
const refusal = (work: Promise<unknown>) =>
  work.catch((error: unknown) => (error instanceof Problem ? error.code : error));

describe("a colleague", () => {
  test("has another role, or no access, from the next request on", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const bo = await colleagueOf(team, ctx, "admin");
    expect(await listUsers(bo.ctx, {})).toHaveLength(2);
    await changeRole(team, { id: bo.user.id, role: "viewer" });
    const now = await opened(ctx, bo.session);
    if (!now) throw new Error("Bo is not signed in");
    expect(await refusal(listUsers(now, {}))).toBe("not-allowed");
    await endAccess(team, { id: bo.user.id });
    expect(await opened(ctx, bo.session)).toBeUndefined();
    await restoreAccess(team, { id: bo.user.id });
    expect(await showPerson(team, { id: bo.user.id })).toMatchObject({
      role: "viewer",
      endedOn: undefined,
      sessions: [],
    });
  });

  test("who is the last administrator keeps role and access, and is told why", async () => {
    const team = await ada(await inhabited());
    const { id } = team.user;
    expect(await changeRole.submit(team, { id, role: "buyer" })).toEqual({
      faults: [{ field: "role", code: "last-administrator" }],
    });
    expect(await endAccess.submit(team, { id })).toEqual({ faults: [{ field: "access", code: "last-administrator" }] });
    expect(await refusal(changeRole(team, { id: "nobody", role: "buyer" }))).toBe("not-found");
  });

  test("sees where they are signed in, and ends what is not theirs; so does an administrator", async () => {
    const ctx = await inhabited();
    const other = await attempt(ctx);
    const team = await ada(ctx);
    const { sessions } = await showAccount(team, {});
    expect(sessions.map(({ isOwn }) => isOwn).sort()).toEqual([false, false, true]);
    expect(sessions[0]).toMatchObject({ address: from.address, agent: from.agent });
    const id = ctx.links.hash(other.kind === "signed-in" ? other.session : "");
    expect(sessions.map((one) => one.id)).toContain(id);
    expect(await endOwnSessions(team, { session: id })).toEqual({ isOwn: false });
    expect(await opened(ctx, other.kind === "signed-in" ? other.session : "")).toBeUndefined();
    const bo = await colleagueOf(team, ctx, "buyer");
    await endSessionsOf(team, { id: bo.user.id });
    expect(await opened(ctx, bo.session)).toBeUndefined();
    expect(await endOwnSessions(team, { session: "no such session" })).toEqual({ isOwn: false });
  });

  test("signs out although the record cannot be written", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const bo = await colleagueOf(team, ctx, "buyer");
    const signOutNot = () => Promise.reject(new StorageError("full", "no room"));
    const full: TestContext = { ...ctx, store: { ...ctx.store, users: { ...ctx.store.users, signOut: signOutNot } } };
    const session = await opened(full, bo.session);
    if (!session) throw new Error("Bo is not signed in");
    await signOut(session, { session: bo.session });
    expect(await opened(full, bo.session)).toBeUndefined();
  });
});

describe("the trail", () => {
  test("is found by kind, person and days, and told page by page", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const bo = await colleagueOf(team, ctx, "buyer");
    await changeRole(team, { id: bo.user.id, role: "viewer" });
    await noteRefusal(bo.ctx, { permission: "people.read" });
    const texts = async (over: object) =>
      (await showTrail(team, { ...everything, ...over })).lines.map(({ text }) => text);
    expect((await texts({ kind: "people" }))[0]).toBe("Role changed from Buyer to Viewer");
    expect(await texts({ person: bo.user.id })).toEqual([
      "Refused for want of the permission people.read",
      expect.stringContaining("Signed in"),
    ]);
    expect(await texts({ from: "2001-01-01", until: "2001-01-02" })).toEqual([]);
    const today = ctx.clock.now().toISOString().slice(0, 10);
    const all = await texts({ from: today, until: today });
    expect(all.length).toBeGreaterThan(3);
    expect(await texts({ kind: "no such kind", from: "yesterday", before: "-1" })).toEqual(await texts({}));
    for (let one = 0; one < 60; one += 1) await noteRefusal(bo.ctx, { permission: "people.read" });
    const first = await showTrail(team, everything);
    expect([first.lines.length, first.older !== undefined]).toEqual([50, true]);
    const second = await showTrail(team, { ...everything, before: String(first.older) });
    expect(second.lines.some(({ key }) => first.lines.some((line) => line.key === key))).toBe(false);
  });

  test("is exported as it is filtered, which is on record too, and is for administrators alone", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const { buyer } = { buyer: await colleagueOf(team, ctx, "buyer") };
    expect(await refusal(showTrail(buyer.ctx, everything))).toBe("not-allowed");
    expect(await refusal(exportTrail(buyer.ctx, everything))).toBe("not-allowed");
    const lines: string[] = [];
    for await (const line of (await exportTrail(team, { ...everything, kind: "access" })).lines) lines.push(line);
    expect(lines[0]).toMatch(/^at_utc,event,text,actor,actor_name,actor_id,subject,subject_id,address,agent\r\n$/);
    expect(lines.slice(1).every((line) => line.includes(",user.signed-in,"))).toBe(true);
    expect((await showTrail(team, { ...everything, kind: "reading" })).lines[0]?.text).toBe("Exported: the trail");
  });

  test("takes so many refusals of colleagues, and counts the rest", async () => {
    const ctx = await inhabited();
    const team = await ada(ctx);
    const bo = await colleagueOf(team, ctx, "buyer");
    for (let one = 0; one < 203; one += 1) await noteRefusal(bo.ctx, { permission: "people.read" });
    const { unlisted } = await showTrail(team, everything);
    expect(unlisted.map(({ attempts }) => attempts)).toEqual([3]);
  });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox 131, Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    "Safari 17, macOS",
  ],
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
    "Edge 130, Linux",
  ],
  [
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
    "Chrome 130, Android",
  ],
  ["curl/8.5.0", "curl/8.5.0"],
])("a program that says %s is called %s", (agent, words) => {
  expect(agentWords(agent)).toBe(words);
});
