import { describe, expect, test } from "vitest";
import { asSystem } from "#app/services/context/callers";
import { forgetLeftovers } from "#app/services/jobs/forget-leftovers";
import { documentsFullnessView, fullnessView } from "#app/services/team/today/fullness";
import { aJoining, anEvent, aReset } from "#tests/support/factories";
import { teamWithAdmin, uploadSupplierList } from "#tests/support/team";

describe("what is left over", () => {
  test("goes when its time is over, and not at the next import or sign-in", async () => {
    const { ctx, team } = await teamWithAdmin();
    const { org, id: user } = team.user;
    const at = ctx.clock.now();
    for (const [sessionHash, hours] of [
      ["short", 1],
      ["long", 48],
      ["long, and not used", 48],
    ] as const) {
      const expiresAt = new Date(at.getTime() + hours * 3_600_000);
      await ctx.store.users.signIn({ org, user, sessionHash, createdAt: at, expiresAt, audit: anEvent() });
    }
    const use = () => ctx.store.users.touchSession({ org, sessionHash: "long", at: ctx.clock.now() });
    await uploadSupplierList(team, "name,country\nA,Peru\n");
    const forget = () => forgetLeftovers(asSystem(ctx, "sweep"), {});
    expect(await forget()).toMatchObject({ sessions: 0, uploads: 0 });
    ctx.later(1.5);
    await use();
    expect(await forget()).toMatchObject({ sessions: 1, uploads: 0 });
    ctx.later(1);
    expect(await forget()).toMatchObject({ sessions: 1, uploads: 0 });
    ctx.later(22.5);
    await use();
    expect(await forget()).toMatchObject({ sessions: 0, uploads: 1 });
    expect(await ctx.store.users.bySession("long", ctx.clock.now())).toBeDefined();
  });

  test("are links to join and for a new password, which say for a while that they are over", async () => {
    const { ctx, team } = await teamWithAdmin();
    const { org, id: user } = team.user;
    const at = ctx.clock.now();
    const hoursOn = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
    const joining = aJoining({ org, invitedBy: user, createdAt: at, expiresAt: hoursOn(1) });
    await ctx.store.joinings.offer({ joining, audit: anEvent() });
    const reset = aReset({ org, user, createdAt: at, expiresAt: hoursOn(1) });
    await ctx.store.passwordResets.offer({ reset, audit: anEvent() });
    const forget = () => forgetLeftovers(asSystem(ctx, "sweep"), {});
    ctx.later(2);
    expect(await forget()).toMatchObject({ joinings: 0, resets: 0 });
    ctx.later(24);
    expect(await forget()).toMatchObject({ joinings: 0, resets: 1 });
    ctx.later(30 * 24);
    expect(await forget()).toMatchObject({ joinings: 1, resets: 0 });
  });

  test.each([
    [{ bytes: 79, most: 100 }, undefined],
    [{ bytes: 80, most: 100 }, 0.8],
    [{ bytes: 120, most: 100 }, 1],
    [{ bytes: 1_000 }, undefined],
  ])("a database of %o is as full on Today as %s", async (size, fullness) => {
    const { ctx } = await teamWithAdmin();
    expect(await fullnessView({ store: { ...ctx.store, size: async () => size } })).toBe(fullness);
  });

  test.each([
    [0.79, undefined],
    [0.8, 0.8],
    [1.5, 1],
  ])("documents of %s of what they may have are as full on Today as %s", async (share, fullness) => {
    const { ctx, team } = await teamWithAdmin();
    const bytesOf = async (org: string) => (org === team.organisation.id ? share * 10 * 1024 * 1024 : 0);
    const store = { ...ctx.store, evidence: { ...ctx.store.evidence, bytesOf } };
    const config = { ...ctx.config, documentsMaxMb: 10 };
    expect(await documentsFullnessView({ ...team, store, config })).toBe(fullness);
  });
});
