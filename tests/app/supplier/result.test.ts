import { describe, expect, test } from "vitest";
import type { SupplierContext } from "#app/services/context/contexts";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { showResult } from "#app/services/supplier/receipt/show-result";
import type { Campaign } from "#db/records";
import { openQuestions } from "#questionnaires/walk";
import { neverPriced } from "#scoring/explanation/changes/lowering-changes";
import { approvalScene } from "#tests/app/supplier/approval/scene";
import { colleagueScene } from "#tests/app/supplier/colleagues/scene";
import { testContext } from "#tests/support/context";
import { anEvent } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";

async function signed(campaign: Partial<Campaign> = {}) {
  const ctx = await testContext();
  const invited = await invite(ctx, { campaign });
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  return { ctx, invited, supplier };
}

const shares = (store: SupplierContext["store"], { organisation }: Invited, campaign: string, on: boolean) =>
  store.campaigns.shareResults({ org: organisation.id, id: campaign, shares: on, audit: anEvent() });

const open = async (supplier: ReturnType<typeof asSupplier>) => openQuestions((await supplier.open()).session.walk);

const campaignOf = async (open: () => Promise<SupplierContext>) => (await open()).session.file.campaign.id;

describe("what the answers of a supplier came to", () => {
  test("is shown after signing, where its buyer shares it, and no longer when that is taken back", async () => {
    const { ctx, invited, supplier } = await signed({ sharesResults: true });
    expect(await codeOf(showResult(await supplier.open(), {}))).toBe("not-found");
    await supplier.submits();
    expect(await showReceipt(await supplier.open(), {})).toMatchObject({ result: expect.stringMatching(/\/result$/) });
    const [kept] = await ctx.store.ratings.history(invited.organisation.id, invited.supplier.id);
    const view = await showResult(await supplier.open(), {});
    expect(view).toMatchObject({ band: kept?.rating.band, ruler: { at: kept?.rating.score } });
    expect(view.score).toBe(`${kept?.rating.score.toFixed(2)} of 100. Higher is worse.`);
    expect(view.moves?.lowers.length).toBeGreaterThan(0);
    for (const { points = "" } of view.moves?.lowers ?? []) expect(points).toMatch(/^−\d+\.\d\d$/);
    await shares(ctx.store, invited, await campaignOf(supplier.open), false);
    expect(await codeOf(showResult(await supplier.open(), {}))).toBe("not-found");
    expect((await showReceipt(await supplier.open(), {})).result).toBeUndefined();
  });

  test("is not shown unless its buyer says so", async () => {
    const { supplier } = await signed();
    await supplier.submits();
    expect(await codeOf(showResult(await supplier.open(), {}))).toBe("not-found");
    expect((await showReceipt(await supplier.open(), {})).result).toBeUndefined();
  });

  test("names what holds the band with the supplier's own answer and no points", async () => {
    const { supplier } = await signed({ sharesResults: true });
    await supplier.answers({ E1: { value: { answer: "yes", workers: 3 } } });
    for (let left = await open(supplier); left.length > 0; left = await open(supplier)) {
      await supplier.answers(Object.fromEntries(left.map(({ id }) => [id, { unsure: "dk" }])));
    }
    await supplier.submits();
    const { floor, moves } = await showResult(await supplier.open(), {});
    expect(floor?.title).toBe("What holds it at Critical");
    expect(floor?.lines.map(({ code }) => code)).toContain("E1");
    expect(floor?.lines.filter(({ points }) => points !== undefined)).toEqual([]);
    const priced = [...(moves?.lowers ?? []), ...(moves?.helps ?? [])].map(({ code }) => code);
    expect(priced.filter((code) => neverPriced.includes(code))).toEqual([]);
  });

  test("is seen by a colleague who may sign, and by no other colleague", async () => {
    const scene = await colleagueScene({ mails: false, campaign: { sharesResults: true } });
    await scene.supplier.answersAll();
    await scene.ask({ sign: "yes" });
    const signer = await scene.opened();
    await scene.ask({ sign: "no", name: "Chen Bo", email: "chen.bo@haoyuan.example", seen: "1" });
    const other = await scene.opened();
    expect(await codeOf(showResult(await other(), {}))).toBe("not-allowed");
    await scene.supplier.submits();
    expect((await showResult(await signer(), {})).band).toBeDefined();
    expect((await showReceipt(await signer(), {})).result).toBeDefined();
  });

  test("is not seen by whoever approved it", async () => {
    const scene = await approvalScene();
    await shares(scene.ctx.store, scene.invited, await campaignOf(scene.supplier.open), true);
    await scene.signs();
    const approver = await scene.approver();
    await scene.approves(approver);
    expect((await showReceipt(await approver(), {})).result).toBeUndefined();
    expect(await codeOf(showResult(await approver(), {}))).toBe("not-allowed");
    expect((await showResult(await scene.supplier.open(), {})).band).toBeDefined();
  });
});
