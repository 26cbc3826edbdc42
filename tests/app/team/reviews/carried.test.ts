import { beforeEach, describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { putReturnedQuestion } from "#app/services/returns/put-question";
import { sendReturned } from "#app/services/returns/sending/send-returned";
import { showReturned } from "#app/services/returns/show-returned";
import { changeRole, endAccess } from "#app/services/team/people/change-access";
import { assignReview } from "#app/services/team/reviews/change-review";
import { acceptAsSigned } from "#app/services/team/reviews/decide/accept-as-signed";
import { takeBackDecision } from "#app/services/team/reviews/decide/answer-decision";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { showReview } from "#app/services/team/reviews/show-review";
import type { User } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import { asPerson } from "#tests/support/context";
import { asSupplier } from "#tests/support/supplier";
import { aReviewScene, type ReviewScene } from "./scene";

let scene: ReviewScene;
const reason = "Paid to own accounts since May.";

/** H1 and G1 are read, the floor of G1 is lifted, and the files of H1 and K1 are judged. */
beforeEach(async () => {
  scene = await aReviewScene();
  const { attestation, files } = scene;
  const hana = scene.as(scene.people.hana);
  scene.ctx.later(1);
  await acceptAsSigned(hana, { attestation, question: "H1" });
  await acceptAsSigned(hana, { attestation, question: "G1" });
  await liftFloor(hana, { attestation, question: "G1", rule: "papers-kept", reason, proof: files.floor });
  await decideEvidence(hana, { attestation, evidence: files.control, verdict: "refused", reason: "Expired." });
  await decideEvidence(hana, { attestation, evidence: files.floor, verdict: "accepted" });
});

/** The supplier is asked these again, answers, and signs. @returns the id of what it signed */
async function corrected(questions: readonly string[], answers: Answers): Promise<string> {
  const { ctx, org, attestation, people } = scene;
  const mailer = { send: async () => {}, verify: async () => {}, close: () => {} };
  const team = asPerson({ ...ctx, mailer }, { user: people.hana, organisation: scene.invited.organisation });
  for (const question of questions) await putReturnedQuestion.submit(team, { attestation, question, comment: "Why?" });
  const seen = (await showReturned(team, { attestation })).list?.seen ?? "";
  await sendReturned.submit(team, { attestation, date: "2026-03-20", name: "hide", seen });
  const [sent] = await ctx.store.returns.sent(org, attestation);
  if (!sent) throw new Error("nothing was sent");
  const corrector = asSupplier(ctx, ctx.links.tokenFor(sent.invitation, 1));
  await corrector.answers(answers);
  ctx.later(24);
  const outcome = await corrector.submits();
  if (outcome.kind !== "submitted") throw new Error(JSON.stringify(outcome));
  return sent.correction;
}

const decisionsOf = (attestation: string) => scene.ctx.store.reviews.decisions(scene.org, [attestation]);
const pageOf = (user: User, attestation: string, question?: string) =>
  showReview(scene.as(user), { attestation, question, view: "all", sort: "due" });
const latestOf = (attestation: string) =>
  scene.ctx.store.ratings.ofAttestation(scene.org, scene.invited.supplier.id, attestation);

describe("decisions about what was signed before", () => {
  test("are carried to the correction where what they are about stayed the same, and count in its rating", async () => {
    const correction = await corrected(["H1"], { H1: { value: { answer: ["agent"] } } });
    const rows = await decisionsOf(correction);
    expect(rows.map(({ kind, verdict, question, step, user }) => [kind, verdict, question, step, user])).toEqual([
      ["answer", "read", "G1", "made", scene.people.hana.id],
      ["floor", "lifted", "G1", "made", scene.people.hana.id],
      ["evidence", "refused", "K1", "made", scene.people.hana.id],
      ["evidence", "accepted", "H1", "made", scene.people.hana.id],
    ]);
    const first = await decisionsOf(scene.attestation);
    expect(rows[1]?.carried).toEqual({
      decision: first.find(({ kind }) => kind === "floor")?.id,
      attestation: scene.attestation,
      reference: expect.stringMatching(/^AV-/),
      at: first[0]?.at.toISOString(),
    });
    const latest = await latestOf(correction);
    expect(latest?.given?.lifted).toEqual([{ question: "G1", rule: "papers-kept" }]);
    expect(Object.values(latest?.given?.evidence ?? {}).sort()).toEqual(["accepted", "rejected"]);
    expect((latest?.rating.floor?.reasons ?? []).map(({ question }) => question)).not.toContain("G1");
    const review = await scene.ctx.store.reviews.get(scene.org, correction);
    expect(review).toMatchObject({ state: "open", files: 0, floors: latest?.rating.floor?.reasons.length ?? 0 });
    expect(await scene.verified()).toEqual([]);
    const events = await scene.ctx.store.audit.trail(scene.org, { actions: ["decision.carried"], most: 9 });
    expect(events.map(({ details }) => details)).toEqual([{ decisions: 4, from: scene.attestation }]);
  });

  test("say on the page when and about what they were made, and which are to be made again", async () => {
    const correction = await corrected(["H1"], { H1: { value: { answer: ["agent"] } } });
    const { again, pane } = await pageOf(scene.people.ines, correction, "G1");
    expect(again?.lines.map(({ verdict, by, href }) => [verdict, by, href])).toEqual([
      ["read", "Hana Weber", `/reviews/${correction}?question=H1`],
    ]);
    const [first] = await decisionsOf(scene.attestation);
    expect(pane?.decisions.map(({ carriedFrom, by, at, may }) => [carriedFrom, by, at.iso, may])).toEqual(
      Array.from({ length: 2 }, () => [again?.reference, "Hana Weber", first?.at.toISOString(), ["take-back"]]),
    );
    await acceptAsSigned(scene.as(scene.people.ines), { attestation: correction, question: "H1" });
    expect((await pageOf(scene.people.ines, correction)).again).toBeUndefined();
  });

  test("can be taken back there, which rates again and leaves what was signed before as it was", async () => {
    const correction = await corrected(["H1"], { H1: { value: { answer: ["agent"] } } });
    const floor = (await decisionsOf(correction)).find(({ kind }) => kind === "floor");
    scene.ctx.later(1);
    await takeBackDecision(scene.as(scene.people.ines), { attestation: correction, decision: floor?.id ?? "" });
    const latest = await latestOf(correction);
    expect(latest?.rating.floor?.reasons.map(({ question }) => question)).toContain("G1");
    expect(latest?.given?.lifted).toBeUndefined();
    expect(await decisionsOf(scene.attestation)).toHaveLength(5);
    expect(await scene.verified()).toEqual([]);
  });

  test("about an answer that changed are made again: its floor holds until then", async () => {
    const correction = await corrected(["G1"], { G1: { value: { answer: "employer-other" }, comment: "As it was." } });
    const kinds = (await decisionsOf(correction)).map(({ kind, question }) => `${kind} ${question}`);
    expect(kinds).toEqual(["answer H1", "evidence K1", "evidence H1"]);
    expect((await latestOf(correction))?.rating.floor?.reasons.map(({ question }) => question)).toContain("G1");
    const { again } = await pageOf(scene.people.hana, correction);
    expect(again?.lines.map(({ verdict }) => verdict)).toEqual(["read", "lifted"]);
    const blind = await pageOf(scene.people.blind, correction);
    expect(blind.again?.lines.map(({ verdict }) => verdict)).toEqual(["read"]);
  });
});

describe("the review of a correction", () => {
  const standing = { H1: { value: { answer: ["agent"] } } } as const;
  const assigned = async () => {
    const review = await scene.ctx.store.reviews.get(scene.org, await corrected(["H1"], standing));
    return review?.assignedTo;
  };
  const give = (to: string) => assignReview(scene.as(scene.people.hana), { attestation: scene.attestation, to });

  test("is with whoever had the first, and due anew", async () => {
    await give(scene.people.ines.id);
    const first = await scene.ctx.store.reviews.get(scene.org, scene.attestation);
    const correction = await corrected(["H1"], standing);
    const review = await scene.ctx.store.reviews.get(scene.org, correction);
    expect(review?.assignedTo).toBe(scene.people.ines.id);
    expect(review?.dueAt.getTime()).toBeGreaterThan(first?.dueAt.getTime() ?? Number.POSITIVE_INFINITY);
  });

  test("is with nobody where nobody had it, or where they may not decide any more", async () => {
    expect(await assigned()).toBeUndefined();
    const changes = [
      (admin: TeamContext, id: string) => endAccess(admin, { id }),
      (admin: TeamContext, id: string) => changeRole(admin, { id, role: "viewer" }),
    ];
    for (const change of changes) {
      scene = await aReviewScene();
      await give(scene.people.ines.id);
      await change(scene.as({ ...scene.people.hana, role: "admin" }), scene.people.ines.id);
      expect(await assigned()).toBeUndefined();
    }
  });
});
