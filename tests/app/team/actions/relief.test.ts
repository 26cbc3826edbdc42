import { describe, expect, test } from "vitest";
import { lapseActions } from "#app/services/actions/daily/lapse-actions";
import { remindSuppliers } from "#app/services/actions/daily/remind-suppliers";
import { showAction } from "#app/services/actions/pages/show-action";
import { reliefUntil } from "#app/services/actions/relief";
import { changeAction } from "#app/services/actions/steps/change-action";
import { agreeAction, askAction, dropAction, finishAction, lookAtAction } from "#app/services/actions/steps/take-step";
import { asSystem } from "#app/services/context/callers";
import type { Finding } from "#app/services/installation/verify/findings";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { addRating } from "#app/services/team/ratings/add-rating";
import { roundPoints } from "#terms/points";
import { askAgain, asSupplier } from "#tests/support/supplier";
import { codeOf } from "#tests/support/team";
import { type ActionScene, actionScene, faulty } from "./scene";

const { signal } = new AbortController();
const days = 24;

async function agreed(scene: ActionScene, due = "2026-04-01") {
  const id = await scene.open("flag.E3.partners-not-asked", due);
  await agreeAction(scene.team, { id, version: await scene.versionOf(id), text: "" });
  return id;
}

/** What the record says against itself. */
async function findings({ ctx }: ActionScene) {
  const found: Finding[] = [];
  await verifyRecord(asSystem(ctx, "verify"), { found: (one) => found.push(one) });
  return found.filter(({ kind }) => kind === "rating");
}

describe("an accepted plan", () => {
  test("takes a quarter off its answer by a new rating that names it, and gives it back the day after it is due", async () => {
    const scene = await actionScene();
    const [signed] = await scene.ratings();
    const id = await agreed(scene);
    const [relieved, ...older] = await scene.ratings();
    expect(older).toEqual([signed]);
    expect(relieved?.cause).toEqual({ kind: "action", id, why: "accepted" });
    expect(relieved?.given?.plans).toEqual([
      { question: "E3", accepted: true, due: "2026-04-01", reviewed: "2026-03-02" },
    ]);
    // 8 points × 1.04 × 25 %.
    const before = signed?.rating.score ?? 0;
    expect(roundPoints(before - (relieved?.rating.score ?? 0))).toBe(2.08);
    const shown = await showAction(scene.team, { id });
    expect(shown.effect).toEqual({ figure: "−2.08 while on time", note: "8.00 × 1.04 × 25 %" });
    expect(await findings(scene)).toEqual([]);

    scene.ctx.later(30 * days);
    expect(await lapseActions(asSystem(scene.ctx, "actions"), { signal })).toBe(0);
    scene.ctx.later(days);
    expect(await lapseActions(asSystem(scene.ctx, "actions"), { signal })).toBe(1);
    expect(await lapseActions(asSystem(scene.ctx, "actions"), { signal })).toBe(0);
    const [back, ...kept] = await scene.ratings();
    expect(kept).toEqual([relieved, signed]);
    expect(back?.cause).toEqual({ kind: "action", id, why: "overdue" });
    expect(back?.rating.score).toBe(before);
    const late = await showAction(scene.team, { id });
    expect(late.effect?.figure).toBe("+2.08 back");
    expect(late.history[0]).toMatchObject({ what: "The plan counts no more: its points are back" });
    expect(await findings(scene)).toEqual([]);
  });

  test("counts again with a later day, and no more once it is dropped", async () => {
    const scene = await actionScene();
    const id = await agreed(scene);
    scene.ctx.later(40 * days);
    await lapseActions(asSystem(scene.ctx, "actions"), { signal });
    const action = await scene.ctx.store.actions.get(scene.team.organisation.id, id);
    if (!action) throw new Error("the action is gone");
    const { gap, step, cause, owner = "" } = action;
    const later = { gap, step, cause, owner, due: "2026-06-01" };
    await changeAction(scene.team, { id, version: await scene.versionOf(id), ...later });
    const [again] = await scene.ratings();
    expect(again?.cause).toEqual({ kind: "action", id, why: "changed" });
    await dropAction(scene.team, { id, version: await scene.versionOf(id), text: "Asked for otherwise" });
    const [dropped] = await scene.ratings();
    expect(dropped?.cause).toEqual({ kind: "action", id, why: "dropped" });
    expect(roundPoints((dropped?.rating.score ?? 0) - (again?.rating.score ?? 0))).toBe(2.08);
    expect(await scene.ratings()).toHaveLength(5);
    expect(await findings(scene)).toEqual([]);
  });

  test("goes into whatever is rated anew, and into what is signed anew", async () => {
    const scene = await actionScene();
    const id = await agreed(scene);
    scene.ctx.later(days);
    await addRating(scene.team, { supplier: scene.invited.supplier.id });
    const [byHand] = await scene.ratings();
    expect(byHand?.cause).toBeUndefined();
    expect(byHand?.given?.plans).toHaveLength(1);
    const asked = await askAgain(scene.ctx, scene.invited);
    const again = asSupplier(scene.ctx, asked.token);
    await again.answersAll();
    await again.answers(faulty);
    await again.submits();
    const [newest] = await scene.ratings();
    expect(newest?.attestation).toBe(asked.attestation);
    expect(newest?.given).toEqual(byHand?.given);
    expect(newest?.rating.steps.find(({ code }) => code === "E3")?.params.relief).toBe("plan");
    expect(await findings(scene)).toEqual([]);
    scene.ctx.later(40 * days);
    await lapseActions(asSystem(scene.ctx, "actions"), { signal });
    expect((await scene.ratings())[0]).toMatchObject({ attestation: asked.attestation, cause: { id, why: "overdue" } });
  });

  test("that is done still ends on its day, and makes no rating of its own before", async () => {
    const scene = await actionScene();
    const id = await agreed(scene);
    await finishAction(scene.team, { id, version: await scene.versionOf(id), text: "" });
    expect(await scene.ratings()).toHaveLength(2);
    scene.ctx.later(40 * days);
    expect(await lapseActions(asSystem(scene.ctx, "actions"), { signal })).toBe(1);
    expect((await scene.ratings())[0]?.cause).toMatchObject({ id, why: "overdue" });
  });

  test("is refused where somebody else did something meanwhile, and nothing of it is kept", async () => {
    const scene = await actionScene();
    const id = await scene.open("flag.E3.partners-not-asked", "2026-04-01");
    const version = await scene.versionOf(id);
    await askAction(scene.team, { id, version, text: "" });
    expect(await codeOf(agreeAction(scene.team, { id, version, text: "" }))).toBe("changed-meanwhile");
    expect(await codeOf(lookAtAction(scene.team, { id, version: version + 1, text: "" }))).toBe("changed-meanwhile");
    expect(await scene.ratings()).toHaveLength(1);
  });
});

test("a floor has no points, and the page says so", async () => {
  const scene = await actionScene({ E2: { value: { answer: "yes", from: "2018-01", to: "2021-03" } } });
  const [rated] = await scene.ratings();
  const reason = rated?.rating.floor?.reasons.find(({ question }) => question === "E2");
  const id = await scene.open(`flag.E2.${reason?.rule}`, "2026-04-01");
  const shown = await showAction(scene.team, { id });
  expect(shown.northKorea).toBe(true);
  expect(shown.effect?.note).toContain("The floor at High stays until somebody lifts it");
});

test("a plan counts until it is due, and only while its progress was looked at lately where rules ask for it", () => {
  const plan = { question: "E3", state: "agreed", due: "2026-06-30", reviewed: "2026-03-01" } as const;
  expect(reliefUntil(plan, {})).toBe("2026-06-30");
  expect(reliefUntil(plan, { planReviewedWithin: 90 })).toBe("2026-05-29");
  expect(reliefUntil({ ...plan, reviewed: "2026-05-30" }, { planReviewedWithin: 90 })).toBe("2026-06-30");
  expect(reliefUntil({ ...plan, state: "asked" }, {})).toBeUndefined();
  expect(reliefUntil({ ...plan, question: undefined }, {})).toBeUndefined();
});

test("nobody is reminded while no mail leaves", async () => {
  const scene = await actionScene();
  const id = await scene.open("flag.E3.partners-not-asked", "2026-03-10");
  await askAction(scene.team, { id, version: await scene.versionOf(id), text: "" });
  scene.ctx.later(6 * days);
  expect(await remindSuppliers(asSystem(scene.ctx, "actions"), { signal })).toBe(0);
});
