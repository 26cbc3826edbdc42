import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { draftRules } from "#app/services/own-rules/draft-rules";
import { exportRerating } from "#app/services/own-rules/rerating/export-rerating";
import { orderRerating, takeBackRerating } from "#app/services/own-rules/rerating/order-rerating";
import { showRateAgain } from "#app/services/own-rules/rerating/rate-again";
import { agreeRerating, declineRerating } from "#app/services/own-rules/rerating/settle-rerating";
import { showRerating } from "#app/services/own-rules/rerating/show-rerating";
import { publishRules } from "#app/services/own-rules/settle-rules";
import { changeReviewRules } from "#app/services/team/reviews/rules/review-rules";
import { showWhatIf } from "#app/services/what-if/show-what-if";
import { doJobs } from "#tests/support/jobs";
import { aDeskScene, asked, blinded, type DeskScene, lowest, textOf } from "./desk-scene";

let scene: DeskScene;
let admin: TeamContext;
let other: TeamContext;
let analyst: TeamContext;
const reason = "Next year's report";
const everybody = { rules: "", edition: "", country: "", campaign: "", reason };

beforeAll(async () => {
  scene = await aDeskScene();
  admin = await scene.person("admin");
  [other, analyst] = [await scene.person("admin"), await scene.person("analyst")];
});

const latest = async (at: 0 | 1) => {
  const found = await scene.ctx.store.ratings.latest(scene.org, scene.firms[at].supplier.id);
  if (!found) throw new Error("It is rated");
  return found;
};
const made = async (at: 0 | 1) => {
  const { ruleSet, edition, score, band } = (await latest(at)).rating;
  return { ruleSet: ruleSet.id, edition: edition.id, score, band };
};
async function ordered(asks: Partial<typeof everybody>): Promise<string> {
  const outcome = await orderRerating.submit(admin, { ...everybody, ...asks });
  if (!("done" in outcome) || "faults" in outcome.done) throw new Error(JSON.stringify(outcome));
  await doJobs(scene.ctx);
  return outcome.done.rerating;
}
async function takenBack(rerating: string): Promise<void> {
  expect(await takeBackRerating.submit(admin, { rerating, reason: "Back" })).toHaveProperty("done");
  await doJobs(scene.ctx);
}

describe("suppliers rated again", () => {
  test("under another edition keep their rules, come to what a trial said, and go back", async () => {
    const before = await Promise.all([made(0), made(1)]);
    const { result } = await showWhatIf(analyst, asked("rules=as-rated&edition=tip-2020"));
    const rerating = await ordered({ edition: "tip-2020" });
    const after = await Promise.all([made(0), made(1)]);
    expect(after.map(({ ruleSet, edition }) => [ruleSet, edition])).toEqual(
      before.map(({ ruleSet }) => [ruleSet, "tip-2020"]),
    );
    expect(after).not.toEqual(before.map((one) => ({ ...one, edition: "tip-2020" })));
    const page = await showRerating(analyst, { rerating });
    expect(page).toMatchObject({ state: "ended", title: "TIP 2020", edition: "TIP 2020", done: 2, left: 0 });
    expect(page.rules).toBeUndefined();
    expect([page.result?.worse, page.result?.better]).toEqual([result?.worse, result?.better]);
    const again = await orderRerating.submit(admin, { ...everybody, edition: "tip-2020" });
    expect(again).toMatchObject({ faults: [{ code: "rerate-nobody" }] });
    await takenBack(rerating);
    expect(await Promise.all([made(0), made(1)])).toEqual(before);
  });

  test("by a rule set of the program and an edition in a country take both, and the others stay", async () => {
    const before = await Promise.all([made(0), made(1)]);
    const own = await published();
    const first = await ordered({ rules: own, country: "CN" });
    const rerating = await ordered({ rules: "standard-2026.1", edition: "tip-2021", country: "CN" });
    expect(await made(0)).toMatchObject({ ruleSet: "standard-2026.1", edition: "tip-2021" });
    expect(await made(1)).toEqual(before[1]);
    expect(await showRerating(analyst, { rerating })).toMatchObject({
      ...{ title: "Standard 2026.1 with TIP 2021", country: "China", rules: { title: "Standard 2026.1" }, all: 1 },
    });
    await takenBack(rerating);
    expect(await made(0)).toMatchObject({ ruleSet: own, edition: before[0]?.edition });
    await takenBack(first);
    expect(await made(0)).toEqual(before[0]);
  });

  test("by nothing, or by what is not there, are not", async () => {
    const nothing = await orderRerating.submit(admin, everybody);
    expect(nothing).toMatchObject({ faults: [{ field: "rules", code: "rerate-nothing" }] });
    for (const wrong of [{ rules: "own-else" }, { edition: "tip-1999" }, { edition: "tip-2020", campaign: "else" }])
      await expect(orderRerating(admin, { ...everybody, ...wrong })).rejects.toMatchObject({ code: "not-found" });
    await expect(orderRerating(analyst, { ...everybody, edition: "tip-2020" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect((await showRateAgain(analyst, {})).mayOrder).toBe(false);
  });
});

async function published(): Promise<string> {
  const trial = asked(lowest);
  const examples = { worked: "critical", "worked-dprk": "critical" };
  const outcome = await draftRules.submit(analyst, { ...trial, name: "Lowest", reason, examples });
  if (!("done" in outcome) || "faults" in outcome.done) throw new Error(JSON.stringify(outcome));
  const { rules } = outcome.done;
  const { fingerprint = "" } = (await scene.ctx.store.ownRules.get(scene.org, rules)) ?? {};
  await publishRules(admin, { rules, fingerprint });
  return rules;
}

test("the file of who moved has both ratings of each, what they were made by, and what moved it most", async () => {
  const [own] = await scene.ctx.store.ownRules.published(scene.org);
  const rerating = await ordered({ rules: own?.id, country: "CN" });
  const [head = "", row = "", ...rest] = (await textOf(await exportRerating(analyst, { rerating })))
    .trim()
    .split("\r\n");
  const cells = Object.fromEntries(head.split(",").map((name, at) => [name, row.split(",")[at]]));
  expect(cells).toMatchObject({
    ...{ supplier: "'=Firm", ref: scene.firms[0].supplier.ref, band_after: "critical", rules_after: own?.id },
    ...{ rules_before: "standard-2026.1", edition_before: cells.edition_after },
  });
  expect(cells.band_before).not.toBe("critical");
  expect(row).toMatch(/points [^"]*→ [^"]*\d"$/);
  expect(rest).toEqual([]);
  await expect(exportRerating(blinded(analyst), { rerating })).rejects.toMatchObject({ code: "not-allowed" });
  await expect(exportRerating(analyst, { rerating: "else" })).rejects.toMatchObject({ code: "not-found" });
  const events = await scene.ctx.store.audit.trail(scene.org, { most: 5 });
  expect(events.filter(({ action }) => action === "data.exported")).toHaveLength(1);
  await takenBack(rerating);
});

describe("where the organisation asks a second person", () => {
  beforeEach(async () => {
    await changeReviewRules(admin, { second: ["suppliers-rerated"], days: 14 });
  });

  test("nobody is rated before somebody else agrees", async () => {
    const before = await latest(0);
    const rerating = await ordered({ edition: "tip-2022" });
    expect(await latest(0)).toEqual(before);
    expect(await showRerating(admin, { rerating })).toMatchObject({ state: "asked", waits: "own", maySettle: false });
    expect(await showRerating(other, { rerating })).toMatchObject({ waits: "other", maySettle: true });
    for (const settle of [agreeRerating, declineRerating]) {
      await expect(settle(admin, { rerating })).rejects.toMatchObject({ code: "not-allowed" });
      await expect(settle(analyst, { rerating })).rejects.toMatchObject({ code: "not-allowed" });
      await expect(settle(other, { rerating: "else" })).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(takeBackRerating(admin, { rerating, reason })).rejects.toMatchObject({ code: "changed-meanwhile" });
    await agreeRerating(other, { rerating });
    await doJobs(scene.ctx);
    expect(await made(0)).toMatchObject({ edition: "tip-2022" });
    expect(await showRerating(other, { rerating })).toMatchObject({ state: "ended", mayTakeBack: true });
    await expect(agreeRerating(other, { rerating })).rejects.toMatchObject({ code: "changed-meanwhile" });
  });

  test("one that is declined rates nobody, is not taken back, and lets another be ordered", async () => {
    const before = await latest(0);
    const rerating = await ordered({ edition: "tip-2023" });
    await declineRerating(other, { rerating });
    await doJobs(scene.ctx);
    expect(await latest(0)).toEqual(before);
    expect(await showRerating(other, { rerating })).toMatchObject({ state: "declined", mayTakeBack: false });
    await expect(takeBackRerating(admin, { rerating, reason })).rejects.toMatchObject({ code: "changed-meanwhile" });
    await ordered({ edition: "tip-2023" });
  });
});
