import { beforeEach, describe, expect, test } from "vitest";
import { addRating } from "#app/services/team/ratings/add-rating";
import { acceptAsSigned } from "#app/services/team/reviews/decide/accept-as-signed";
import { agreeDecision, declineDecision, takeBackDecision } from "#app/services/team/reviews/decide/answer-decision";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { decideLink } from "#app/services/team/reviews/decide/decide-link";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { changeReviewRules } from "#app/services/team/reviews/rules/review-rules";
import { voidSubmission } from "#app/services/team/voids/void-submission";
import { anEvent } from "#tests/support/factories";
import { codeOf } from "#tests/support/team";
import { aReviewScene, type ReviewScene } from "./scene";

let scene: ReviewScene;
beforeEach(async () => {
  scene = await aReviewScene();
});

const critical = () => ({ attestation: scene.attestation, question: "H1", rule: "paid-to-leader-or-state" });
const high = () => ({ attestation: scene.attestation, question: "G1", rule: "papers-kept" });
const shown = () => ({ reason: "Paid to own accounts since May.", proof: scene.files.floor });
const lift = (who = scene.people.hana, second = scene.people.ines.id, of = critical()) =>
  liftFloor.submit(scene.as(who), { ...of, ...shown(), second });
const asked = async () => {
  const rows = await scene.ctx.store.reviews.decisions(scene.org, [scene.attestation]);
  return { attestation: scene.attestation, decision: rows.at(-1)?.id ?? "" };
};

describe("a floor of Critical", () => {
  test("waits for the second person, and is lifted in one write with a rating that names the decision", async () => {
    const before = await scene.latest();
    expect(await lift()).toEqual({ done: "asked" });
    expect(await scene.latest()).toEqual(before);
    expect(await scene.review()).toMatchObject({ floors: 1, waiting: 1, second: scene.people.ines.id });
    const { decision } = await asked();
    scene.ctx.later(1);
    expect(await agreeDecision(scene.as(scene.people.ines), await asked())).toBe("agreed");
    const after = await scene.latest();
    expect([before.rating.band, after.rating.band]).toEqual(["critical", "high"]);
    expect(after.rating.floor?.reasons.map(({ question }) => question)).toEqual(["G1"]);
    const rows = await scene.ctx.store.reviews.decisions(scene.org, [scene.attestation]);
    expect(after.cause).toEqual({ kind: "decision", id: rows.at(-1)?.id, why: "agreed" });
    expect(rows.at(-1)).toMatchObject({ of: decision, user: scene.people.ines.id });
    expect(after.given).toEqual({ lifted: [{ question: "H1", rule: "paid-to-leader-or-state" }] });
    expect((await scene.history()).map(({ id }) => id)).toEqual([after.id, before.id]);
    expect(await scene.review()).toMatchObject({ floors: 1, waiting: 0, rank: 1 });
    expect((await scene.actions()).slice(0, 3).sort()).toEqual([
      "attestation.rated",
      "decision.agreed",
      "decision.asked",
    ]);
    expect(await scene.verified()).toEqual([]);
  });

  test("is never lifted by one person, whatever roles they have by now", async () => {
    const { hana, ines, buyer } = scene.people;
    const faults = { faults: [{ field: "second", code: "second-self" }] };
    expect(await lift(hana, hana.id)).toEqual(faults);
    expect(await lift(hana, buyer.id)).toEqual({ faults: [{ field: "second", code: "second-needed" }] });
    expect(await lift(hana, "")).toEqual({ faults: [{ field: "second", code: "second-needed" }] });
    await lift(hana, ines.id);
    expect(await codeOf(agreeDecision(scene.as(hana), await asked()))).toBe("not-allowed");
    expect(await codeOf(agreeDecision(scene.as({ ...hana, role: "admin" }), await asked()))).toBe("not-allowed");
    // Another one who may decide was not asked.
    expect(await codeOf(agreeDecision(scene.as({ ...buyer, role: "analyst" }), await asked()))).toBe("not-allowed");
    await scene.ctx.store.users.changeRole({ org: scene.org, id: hana.id, role: "viewer", audit: anEvent() });
    const gone = { faults: [{ field: "decision", code: "asker-gone" }] };
    expect(await agreeDecision.submit(scene.as(ines), await asked())).toEqual(gone);
    expect(await scene.history()).toHaveLength(1);
  });

  test("stays where the second person does not agree, or it is taken back", async () => {
    await lift();
    const no = { ...(await asked()), reason: "One interview is no proof." };
    expect(await declineDecision(scene.as(scene.people.ines), no)).toBe("declined");
    expect(await scene.history()).toHaveLength(1);
    expect(
      await codeOf(agreeDecision(scene.as(scene.people.ines), { attestation: no.attestation, decision: no.decision })),
    ).toBe("changed-meanwhile");
    await lift();
    const { decision } = await asked();
    await agreeDecision(scene.as(scene.people.ines), { attestation: scene.attestation, decision });
    scene.ctx.later(1);
    await takeBackDecision(scene.as(scene.people.hana), { attestation: scene.attestation, decision });
    const [newest, lifted] = await scene.history();
    expect([lifted?.rating.band, newest?.rating.band]).toEqual(["high", "critical"]);
    expect(newest?.given).toBeUndefined();
    expect(await scene.verified()).toEqual([]);
  });

  test("needs a reason and a file of the supplier's", async () => {
    const { hana, ines } = scene.people;
    const of = { ...critical(), second: ines.id };
    const noProof = { faults: [{ field: "proof", code: "proof-needed" }] };
    expect(await liftFloor.submit(scene.as(hana), { ...of, reason: "So", proof: "" })).toEqual(noProof);
    expect(await liftFloor.submit(scene.as(hana), { ...of, reason: "So", proof: "other" })).toEqual(noProof);
    const noReason = { faults: [{ field: "reason", code: "reason-needed" }] };
    expect(await liftFloor.submit(scene.as(hana), { ...of, ...shown(), reason: " \n" })).toEqual(noReason);
    const other = liftFloor(scene.as(hana), { ...of, ...shown(), rule: "other" });
    expect(await codeOf(other)).toBe("not-found");
  });
});

test("a floor of High is lifted by one, or by two where the organisation wants it", async () => {
  expect(await lift(undefined, "", high())).toEqual({ done: "made" });
  const { rating } = await scene.latest();
  // The other floor holds, so that nothing moves.
  expect(rating.band).toBe("critical");
  expect(await lift(undefined, "", high())).toEqual({ done: "same" });
  const other = await aReviewScene();
  const rules = { second: ["floor-lifted"], days: "3" };
  await changeReviewRules.submit(other.as({ ...other.people.hana, role: "admin" }), rules);
  scene = other;
  expect(await lift(undefined, "", high())).toEqual({ faults: [{ field: "second", code: "second-needed" }] });
});

test("files count in controls and confidence as they were judged, and go back with the decision", async () => {
  const before = (await scene.latest()).rating;
  const judge = (verdict: "accepted" | "verified" | "refused", reason = "Read.") =>
    decideEvidence.submit(scene.as(scene.people.hana), {
      ...{ attestation: scene.attestation, evidence: scene.files.control, verdict, reason },
    });
  expect(await judge("accepted")).toEqual({ done: "made" });
  const accepted = (await scene.latest()).rating;
  expect(accepted.controls).toBeGreaterThan(before.controls);
  expect(accepted.confidenceParts.evidence).toBeGreaterThan(before.confidenceParts.evidence);
  expect(await judge("refused", "")).toEqual({ faults: [{ field: "reason", code: "reason-needed" }] });
  expect(await judge("refused")).toEqual({ done: "made" });
  const refused = await scene.latest();
  expect(refused.rating.controls).toBeLessThan(accepted.controls);
  expect(refused.given?.evidence).toEqual({ [scene.files.control]: "rejected" });
  await takeBackDecision(scene.as(scene.people.ines), await asked());
  expect((await scene.latest()).rating.controls).toBe(accepted.controls);
  expect(await scene.review()).toMatchObject({ files: 1 });
  expect(await scene.verified()).toEqual([]);
});

test("a link is under review or not rebutted only in somebody's name", async () => {
  const say = (verdict: "under-review" | "not-rebutted") =>
    decideLink(scene.as(scene.people.hana), {
      ...{ attestation: scene.attestation, regime: "tariff-act-307", verdict, reason: "Shipment held." },
    });
  await say("under-review");
  expect((await scene.latest()).given).toEqual({ underReview: ["tariff-act-307"] });
  await say("not-rebutted");
  const { rating, given } = await scene.latest();
  expect(given).toEqual({ notRebutted: ["tariff-act-307"] });
  expect(rating.statuses["tariff-act-307"]).toBe("link-not-rebutted");
  const none = { attestation: scene.attestation, regime: "uflpa", verdict: "under-review", reason: "So" } as const;
  expect(await codeOf(decideLink(scene.as(scene.people.hana), none))).toBe("not-found");
  expect(await scene.verified()).toEqual([]);
});

test("rated again by hand, what was decided goes on counting; what is void takes no decision", async () => {
  await lift(undefined, "", high());
  scene.ctx.later(48);
  const { hana } = scene.people;
  const of = { supplier: scene.invited.supplier.id };
  await addRating(scene.as(hana), { ...of, edition: "tip-2023" });
  const again = await scene.latest();
  expect(again.given).toEqual({ lifted: [{ question: "G1", rule: "papers-kept" }] });
  expect(again.cause).toBeUndefined();
  expect(await scene.verified()).toEqual([]);
  await voidSubmission(scene.as(hana), { ...of, attestation: scene.attestation, reason: "Not theirs." });
  const accept = acceptAsSigned(scene.as(hana), { attestation: scene.attestation, question: "I1" });
  expect(await codeOf(accept)).toBe("changed-meanwhile");
});

test("an answer that is accepted changes no rating, and its floor is left no more", async () => {
  const accept = () => acceptAsSigned(scene.as(scene.people.hana), { attestation: scene.attestation, question: "G1" });
  expect(await accept()).toBe("made");
  expect(await accept()).toBe("same");
  expect(await scene.history()).toHaveLength(1);
  expect(await scene.review()).toMatchObject({ floors: 1 });
  expect(
    await codeOf(acceptAsSigned(scene.as(scene.people.buyer), { attestation: scene.attestation, question: "G1" })),
  ).toBe("not-allowed");
});

test("a rating that was given something else than was decided is found", async () => {
  await lift(undefined, "", high());
  const { store } = scene.ctx;
  const { id, isVoid, cause, given, ...latest } = await scene.latest();
  const about = { attestation: scene.attestation, supplier: scene.invited.supplier.id, tiers: [] };
  const lifted = [{ question: "H1", rule: "paid-to-leader-or-state" }];
  await store.ratings.add({ org: scene.org, ...latest, ...about, id: "forged", given: { lifted }, audit: anEvent() });
  const said = (await scene.verified()).map(({ text }) => text);
  expect(said).toContain("what was given to it is not what was decided");
});
