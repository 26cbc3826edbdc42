import { beforeEach, describe, expect, test } from "vitest";
import { acceptAsSigned } from "#app/services/team/reviews/decide/accept-as-signed";
import { agreeDecision, declineDecision, takeBackDecision } from "#app/services/team/reviews/decide/answer-decision";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { decideLink } from "#app/services/team/reviews/decide/decide-link";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { listReviews } from "#app/services/team/reviews/list-reviews";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { codeOf } from "#tests/support/team";
import { aReviewScene, held, type ReviewScene } from "./scene";

let scene: ReviewScene;
beforeEach(async () => {
  scene = await aReviewScene(held, ["E1", "H1"]);
});

const shown = () => ({ reason: "Looked at.", proof: scene.files.floor });
const of = () => ({ attestation: scene.attestation });
const wages = { question: "H1", rule: "paid-to-leader-or-state" };
const last = async () => {
  const rows = await scene.ctx.store.reviews.decisions(scene.org, [scene.attestation]);
  return { ...of(), decision: rows.at(-1)?.id ?? "" };
};

describe("a review, for whoever does not see answers on North Korean labour", () => {
  test("shows neither such an answer nor a floor, a figure, a link or the name of a file of one", async () => {
    const { hana, ines, blind } = scene.people;
    const lift = { ...of(), ...shown(), ...wages, second: ines.id };
    expect(await liftFloor.submit(scene.as(hana), lift)).toEqual({ done: "asked" });
    const all = await scene.page(hana, "H1");
    expect(all.files.map(({ name }) => name)).toEqual(["E1.pdf", "H1.pdf"]);
    expect(all.answers.some(({ floor }) => floor)).toBe(true);
    expect(all.links.length).toBeGreaterThan(0);
    const seen = await scene.page(blind, "H1");
    expect(seen).toMatchObject({ links: [], waiting: 0, rating: { band: "critical" } });
    expect(Object.keys(seen.rating)).toEqual(["band"]);
    expect(seen.files.map(({ name }) => name)).toEqual(["H1.pdf"]);
    expect(seen.pane).toMatchObject({ code: "H1", steps: [], floors: [], decisions: [] });
    expect(seen.queue.lines).toMatchObject([{ left: ["Some of it may be restricted"] }]);
    expect(JSON.stringify(seen)).not.toMatch(/"E\\d|E1\\.pdf|"floor":true/);
    expect((await scene.page(blind, "E1")).pane?.code).not.toBe("E1");
    const { history } = await showSupplier(scene.as(blind), { id: scene.invited.supplier.id });
    expect(history.every(({ why = "" }) => !/E1|floor/.test(why))).toBe(true);
  });

  test("is listed whatever is left of it, and counts nothing of that", async () => {
    const listed = (kind?: "files" | "findings" | "floors", view: "all" | "second" = "all") =>
      listReviews(scene.as(scene.people.blind), { view, sort: "due", page: 1, ...(kind && { kind }) });
    for (const kind of ["files", "findings", "floors"] as const) {
      expect(await listed(kind)).toMatchObject({ total: 1, query: "", narrows: false });
    }
    const { counts, total, query } = await listed(undefined, "second");
    expect([counts.second, total, query]).toEqual([undefined, 1, ""]);
  });

  test("takes no decision about what is hidden: none of it is there", async () => {
    const { hana, ines, blind } = scene.people;
    const by = scene.as(blind);
    const reason = "Looked at.";
    expect(await codeOf(acceptAsSigned(by, { ...of(), question: "E1" }))).toBe("not-found");
    const lift = { ...of(), ...shown(), ...wages };
    expect(await codeOf(liftFloor(by, { ...lift, second: ines.id }))).toBe("not-found");
    const link = { ...of(), regime: "tariff-act-307", verdict: "under-review", reason } as const;
    expect(await codeOf(decideLink(by, link))).toBe("not-found");
    const judge = (evidence: string) => decideEvidence.submit(by, { ...of(), evidence, verdict: "accepted", reason });
    expect(await codeOf(judge(scene.files.floor))).toBe("not-found");
    expect(await judge(scene.files.control)).toEqual({ done: "made" });

    const needed = { faults: [{ field: "second", code: "second-needed" }] };
    expect(await liftFloor.submit(scene.as(hana), { ...lift, second: blind.id })).toEqual(needed);
    await liftFloor.submit(scene.as(hana), { ...lift, second: ines.id });
    const later = scene.as({ ...ines, readsNorthKorea: false });
    expect(await codeOf(agreeDecision(later, await last()))).toBe("not-found");
    expect(await codeOf(declineDecision(later, { ...(await last()), reason }))).toBe("not-found");
    expect(await codeOf(takeBackDecision(by, await last()))).toBe("not-found");
    expect(await agreeDecision(scene.as(ines), await last())).toBe("agreed");
  });
});
