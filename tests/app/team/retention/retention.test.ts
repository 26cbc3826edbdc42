import { beforeEach, describe, expect, test } from "vitest";
import { Problem } from "#app/domain/problem";
import { asSystem, asVisitor } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { applyRetention } from "#app/services/retention/apply-retention";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { showProblem } from "#app/services/supplier/page/show-problem";
import { changeTerms } from "#app/services/team/retention/change-terms";
import { liftHold, placeHold } from "#app/services/team/retention/holds";
import { removeAttestation, showRemoval } from "#app/services/team/retention/remove-attestation";
import { showRetention } from "#app/services/team/retention/show-retention";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { retentionClasses } from "#terms/retention/retention-classes";
import { dueAt, dueUntil } from "#terms/retention/retention-dates";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";
import { createOrganisation } from "#tests/support/world";

let ctx: TestContext;
let team: TeamContext;
let invited: Invited;

beforeEach(async () => {
  ctx = await testContext();
  invited = await invite(ctx);
  const user = aUser({ org: invited.organisation.id });
  await ctx.store.users.add({ user, passwordHash: "x", audit: anEvent() });
  team = asPerson(ctx, { organisation: invited.organisation, user });
});

const none = { submissions: "", unsent: "", events: "", mails: "" };
const days = (count: number) => ctx.later(count * 24);
async function sign(): Promise<void> {
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  await supplier.submits();
}
/** What the daily job does. */
const applied = () => applyRetention(asSystem(ctx, "retention"), { signal: new AbortController().signal });
const asked = () => ({ supplier: invited.supplier.id, attestation: invited.attestation });
const shown = () => showSupplier(team, { id: invited.supplier.id });

describe("when something is due", () => {
  const at = (text: string) => new Date(text);
  test.each([
    ["submissions", 1, "2026-01-31T10:00:00Z", "2026-03-01T00:00:00Z"],
    ["submissions", 12, "2028-02-29T10:00:00Z", "2029-03-01T00:00:00Z"],
    ["submissions", 84, "2026-11-09T14:20:00Z", "2033-11-09T14:20:00Z"],
    ["unsent", 1, "2026-12-31T23:59:59.999Z", "2027-01-31T23:59:59.999Z"],
    ["events", 1, "2026-01-31T10:00:00Z", "2026-03-01T00:00:00Z"],
    ["events", 12, "2026-12-01T00:00:00Z", "2028-01-01T00:00:00Z"],
    ["mails", 600, "2026-06-15T12:00:00Z", "2076-07-01T00:00:00Z"],
  ] as const)("%s of %i months from %s: %s", (kind, months, from, due) => {
    expect(dueAt(kind, months, at(from))).toEqual(at(due));
  });

  test("the instant that is shown and the instant at which it goes are one, on any day", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let i = 0; i < 5_000; i += 1) {
      const kind = retentionClasses[random(4)] ?? "events";
      const months = 1 + random(600);
      const happened = new Date(Date.UTC(2000 + random(60), random(12), 1 + random(31), random(24), random(60)));
      const due = dueAt(kind, months, happened);
      expect(dueUntil(kind, months, due).getTime()).toBeGreaterThanOrEqual(happened.getTime());
      expect(dueUntil(kind, months, new Date(due.getTime() - 1)).getTime()).toBeLessThan(happened.getTime());
    }
  });
});

describe("terms", () => {
  test.each(["0", "601", "-3", "1.5", "twelve", "1e2", "٣", "12 months"])(
    "of %j months are refused beside the field",
    async (typed) => {
      const outcome = await changeTerms.submit(team, { ...none, submissions: typed });
      expect(outcome).toEqual({ faults: [{ field: "submissions", code: "not-months" }] });
      expect(await ctx.store.retention.terms(team.organisation.id)).toEqual({});
    },
  );

  test("that make nothing due are saved at once, and say what goes next and when", async () => {
    await sign();
    expect(await changeTerms(team, { ...none, submissions: " 12 ", events: "600" })).toEqual({ kind: "saved" });
    const { classes, warnsOfCustoms } = await showRetention(team, {});
    expect(classes).toMatchObject([
      { kind: "submissions", months: 12, next: { count: 1, day: { text: "2 Mar 2027" } } },
      { kind: "unsent" },
      { kind: "events", months: 600, next: { day: { text: "1 Apr 2076" } } },
      { kind: "mails" },
    ]);
    expect(classes[1]?.months).toBeUndefined();
    expect(warnsOfCustoms).toBe(true);
    await changeTerms(team, { ...none, submissions: "60" });
    expect((await showRetention(team, {})).warnsOfCustoms).toBe(false);
  });

  test("by which something is due at once save nothing before somebody has seen how much", async () => {
    await sign();
    days(400);
    const wrong = { ...none, submissions: "1", unsent: "1" };
    expect(await changeTerms(team, wrong)).toEqual({
      kind: "confirm",
      due: [{ kind: "submissions", count: 1 }],
      warnsOfCustoms: true,
    });
    expect(await ctx.store.retention.terms(team.organisation.id)).toEqual({});
    expect(await changeTerms(team, { ...wrong, seen: "submissions=0 unsent=9" })).toMatchObject({ kind: "confirm" });
    expect(await changeTerms(team, { ...wrong, seen: "submissions=1" })).toEqual({ kind: "saved" });
    // A longer one makes nothing due that was not.
    expect(await changeTerms(team, { ...none, submissions: "2" })).toEqual({ kind: "saved" });
  });

  test("are an administrator's, and so is everything that removes", async () => {
    for (const role of ["buyer", "analyst", "viewer"] as const) {
      const other = asPerson(ctx, {
        organisation: invited.organisation,
        user: aUser({ org: team.organisation.id, role }),
      });
      expect(await codeOf(showRetention(other, {}))).toBe("not-allowed");
      expect(await codeOf(changeTerms(other, none))).toBe("not-allowed");
      expect(await codeOf(placeHold(other, { reason: "x" }))).toBe("not-allowed");
      expect(await codeOf(removeAttestation(other, asked()))).toBe("not-allowed");
    }
  });
});

describe("a removal", () => {
  test("by a term is done by the daily job, and told to the team and to the supplier", async () => {
    await sign();
    const { rated } = await shown();
    const signed = rated?.signed?.hash;
    expect(signed).toMatch(/^[0-9a-f]{64}$/);
    await changeTerms(team, { ...none, submissions: "12" });
    days(364);
    await applied();
    expect((await shown()).rated).toBeDefined();
    days(2);
    await applied();
    const page = await shown();
    expect(page.rated).toBeUndefined();
    expect(page.expected).toBeDefined();
    expect(page.campaigns).toMatchObject([
      { state: "removed", removed: { ground: "term", declaration: signed, by: "By Avow" } },
    ]);
    expect(page.campaigns[0]?.document).toBeUndefined();
    expect(page.trail.lines[0]?.text).toMatch(/^Answers removed for good, kept as long as agreed/);
    expect(await codeOf(showAttestation(team, asked()))).toBe("not-found");
    const visitor = asVisitor(ctx, "ar");
    const problem = await showLanding(visitor, { token: invited.token }).catch((error: unknown) => error);
    if (!(problem instanceof Problem)) throw new Error("the link must open nothing");
    expect(problem.code).toBe("answers-removed");
    for (const language of ["en", "ar", "zh-Hans"]) {
      const view = await showProblem(asVisitor(ctx, language), { problem, address: "/s/x" });
      expect([view.frame.language, view.paragraphs.length]).toEqual([language, 2]);
      expect(view.paragraphs[0]).toContain(invited.organisation.name);
    }
  });

  test("that broke off anywhere is gone on with, and done once", async () => {
    await sign();
    await changeTerms(team, { ...none, submissions: "1", unsent: "1", events: "1", mails: "1" });
    days(800);
    const stopped = AbortSignal.abort(new Error("stopped"));
    await expect(applyRetention(asSystem(ctx, "retention"), { signal: stopped })).rejects.toThrow("stopped");
    const { signal } = new AbortController();
    const first = await applyRetention(asSystem(ctx, "retention"), { signal });
    expect(first).toMatchObject({ submissions: 1, unsent: 0 });
    expect(first.events).toBeGreaterThan(5);
    expect(await applyRetention(asSystem(ctx, "retention"), { signal })).toEqual({
      ...{ submissions: 0, unsent: 0, events: 0, mails: 0 },
    });
    const left = await ctx.store.audit.trail(team.organisation.id, { most: 1_000 });
    expect(new Set(left.map(({ action }) => action))).toEqual(new Set(["attestation.removed", "events.removed"]));
  });

  test("by hand is done once, and nothing of it can be answered or rated any more", async () => {
    await asSupplier(ctx, invited.token).answersAll();
    expect(await showRemoval(team, asked())).toMatchObject({ holds: [] });
    expect(await removeAttestation(team, asked())).toBe("removed");
    expect(await removeAttestation(team, asked())).toBe("missed");
    expect(await codeOf(showRemoval(team, asked()))).toBe("changed-meanwhile");
    expect((await shown()).campaigns).toMatchObject([{ state: "removed", removed: { ground: "request" } }]);
    expect(await codeOf(asSupplier(ctx, invited.token).open())).toBe("answers-removed");
  });

  test("whose supplier opened the page before says so when it saves, and keeps nothing", async () => {
    const supplier = asSupplier(ctx, invited.token);
    await supplier.open();
    await removeAttestation(team, asked());
    expect(await codeOf(supplier.answers({ G1: { unsure: "dk" } }))).toBe("answers-removed");
    expect(await ctx.store.attestations.history(team.organisation.id, invited.attestation)).toEqual([]);
  });

  test("of another supplier or organisation is not found, and does nothing", async () => {
    await sign();
    const { organisation, admin } = await createOrganisation(ctx.store);
    const stranger = asPerson(ctx, { organisation, user: admin });
    expect(await codeOf(removeAttestation(stranger, asked()))).toBe("not-found");
    expect(await codeOf(showRemoval(stranger, asked()))).toBe("not-found");
    expect(await codeOf(removeAttestation(team, { ...asked(), supplier: "another" }))).toBe("not-found");
    expect(await codeOf(placeHold(stranger, { supplier: invited.supplier.id, reason: "x" }))).toBe("not-found");
    expect((await shown()).rated).toBeDefined();
  });
});

describe("a hold", () => {
  test("keeps everything until it is lifted, and says so to whoever looks", async () => {
    await sign();
    expect(await placeHold.submit(team, { supplier: invited.supplier.id, reason: "  " })).toEqual({
      faults: [{ field: "reason", code: "reason-needed" }],
    });
    await placeHold(team, { supplier: invited.supplier.id, reason: "Case 12/2026" });
    expect(await removeAttestation(team, asked())).toBe("held");
    await changeTerms(team, { ...none, submissions: "1" });
    days(400);
    await applied();
    const page = await shown();
    expect(page.rated).toBeDefined();
    expect(page.holds).toMatchObject([{ reason: "Case 12/2026", since: { text: "2 Mar 2026" } }]);
    expect(page.trail.lines.map(({ text }) => text)).toContain("Legal hold placed");
    // The reason is the hold's own: the trail outlives it.
    expect(JSON.stringify(page.trail)).not.toContain("Case 12/2026");
    const [hold] = page.holds;
    await liftHold(team, { id: hold?.id ?? "" });
    await liftHold(team, { id: hold?.id ?? "" });
    expect((await showRetention(team, {})).classes[0]?.next).toEqual({ count: 1 });
    days(2);
    await applied();
    expect((await shown()).rated === undefined).toBe(true);
  });
});
