import { beforeAll, describe, expect, test } from "vitest";
import { may } from "#app/domain/permissions";
import type { TeamContext } from "#app/services/context/contexts";
import { addEdition } from "#app/services/editions/add-edition";
import { sampleEdition } from "#app/services/editions/own-editions";
import { previewEdition } from "#app/services/editions/preview-edition";
import { uploadEdition } from "#app/services/editions/upload-edition";
import { agreeDecision } from "#app/services/team/reviews/decide/answer-decision";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { exportMovers } from "#app/services/what-if/export-movers";
import { showWhatIf } from "#app/services/what-if/show-what-if";
import { readTrialAsked } from "#app/services/what-if/trial-asked";
import { removeTrial, saveTrial, shareTrial } from "#app/services/what-if/trials/save-trial";
import { seesTrials } from "#app/services/what-if/tries-rules";
import { aReviewScene } from "#tests/app/team/reviews/scene";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";

let ctx: TestContext;
let invited: Invited;
let analyst: TeamContext;
let other: TeamContext;

beforeAll(async () => {
  ctx = await testContext();
  invited = await invite(ctx, { supplier: { country: "CN", name: "=Firm" } });
  const supplier = asSupplier(ctx, invited.token);
  await supplier.answersAll();
  expect((await supplier.submits()).kind).toBe("submitted");
  [analyst, other] = await Promise.all([person("analyst"), person("analyst")]);
});

async function person(role: "analyst" | "viewer"): Promise<TeamContext> {
  const { organisation } = invited;
  const user = aUser({ org: organisation.id, role });
  await ctx.store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
  return asPerson(ctx, { user, organisation });
}

const asked = (query: string) => readTrialAsked(new URLSearchParams(query));
const linesOf = async ({ lines }: { lines: Iterable<string> | AsyncIterable<string> }) => {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
};
/** Bands so low that everybody is critical, whatever the score. */
const lowest = "rules=standard-2026.1&dial.bands.medium=1&dial.bands.high=2&dial.bands.critical=3";

describe("a trial", () => {
  test("of the rules as they are moves nobody, and says so of everybody", async () => {
    const { work, result } = await showWhatIf(analyst, asked("rules=standard-2026.1"));
    expect(work).toMatchObject({ stage: "done", done: 1, all: 1, passed: 0 });
    expect(result).toMatchObject({ tried: 1, changed: 0, movers: [] });
  });

  test("of the rules as they are leaves what reviewers judged as it counts", async () => {
    const scene = await aReviewScene();
    const hana = scene.as(scene.people.hana);
    const judged = {
      attestation: scene.attestation,
      evidence: scene.files.control,
      verdict: "accepted",
      reason: "Read.",
    };
    expect(await decideEvidence.submit(hana, judged)).toEqual({ done: "made" });
    const lifted = {
      ...{ attestation: scene.attestation, question: "H1", rule: "paid-to-leader-or-state" },
      reason: "Paid.",
    };
    const second = scene.people.ines.id;
    expect(await liftFloor.submit(hana, { ...lifted, proof: scene.files.floor, second })).toEqual({ done: "asked" });
    const decision = (await scene.ctx.store.reviews.decisions(scene.org, [scene.attestation])).at(-1)?.id ?? "";
    scene.ctx.later(1);
    await agreeDecision(scene.as(scene.people.ines), { attestation: scene.attestation, decision });
    expect((await scene.latest()).given).toMatchObject({ lifted: [{ question: "H1" }] });
    const { result } = await showWhatIf(hana, asked("rules=standard-2026.1"));
    expect(result).toMatchObject({ tried: 1, changed: 0, movers: [] });
  });

  test("shows who moves, why, and where; a file has the same and says that it is no rating", async () => {
    const { result, csv } = await showWhatIf(analyst, asked(lowest));
    expect(result).toMatchObject({ changed: 1, worse: 1, entering: 1, countries: { shown: [{ worse: 1, rated: 1 }] } });
    expect(result?.movers[0]).toMatchObject({ name: "=Firm", after: { band: "critical", place: 1 } });
    expect(result?.movers[0]?.because).toContain("→");
    expect(csv).toContain("/what-if.csv?rules=standard-2026.1");
    const [head, row, ...rest] = await linesOf(await exportMovers(analyst, asked(lowest)));
    expect(head).toContain("because");
    expect(row).toContain("'=Firm");
    expect(row).toContain("tried, not official");
    expect(rest).toEqual([]);
  });

  test("leaves out whom the rules do not rate, and counts them", async () => {
    const { work, result } = await showWhatIf(analyst, asked("rules=standard-2026.2"));
    expect(work).toMatchObject({ stage: "done", passed: 1 });
    expect(result?.tried).toBe(0);
  });

  test("with wrong figures is not tried, and keeps what was typed", async () => {
    const page = await showWhatIf(analyst, asked("rules=standard-2026.1&dial.mitigationCeiling=ten"));
    expect(page.work).toBeUndefined();
    expect(page.faults).toEqual([{ field: "mitigationCeiling", text: expect.stringContaining("whole number") }]);
    const dial = page.groups.flatMap(({ dials }) => dials).find(({ id }) => id === "mitigationCeiling");
    expect(dial).toMatchObject({ typed: "ten", official: 60 });
    await expect(saveTrial(analyst, { ...asked("dial.mitigationCeiling=ten"), name: "x" })).rejects.toMatchObject({
      code: "bad-request",
    });
  });

  test("changes no rating, and leaves no event but that of the file", async () => {
    const before = await ctx.store.ratings.history(invited.organisation.id, invited.supplier.id);
    await showWhatIf(analyst, asked(lowest));
    expect(await ctx.store.ratings.history(invited.organisation.id, invited.supplier.id)).toEqual(before);
    const trail = await ctx.store.audit.trail(invited.organisation.id, { most: 100 });
    expect(
      trail.filter(({ actor }) => "id" in actor && actor.id === analyst.user.id).map(({ action }) => action),
    ).toEqual(["data.exported"]);
  });
});

test("a saved trial is its owner's alone until it is shared, and never anybody else's to change", async () => {
  const outcome = await saveTrial.submit(analyst, { ...asked(lowest), name: "  Low bands " });
  if (!("done" in outcome)) throw new Error("not saved");
  const trial = outcome.done.trial.id;
  const seenBy = async (who: TeamContext) => (await showWhatIf(who, asked(""))).trials.map(({ name }) => name);
  expect([await seenBy(analyst), await seenBy(other)]).toEqual([["Low bands"], []]);
  for (const attempt of [shareTrial(other, { trial, isShared: true }), removeTrial(other, { trial })])
    await expect(attempt).rejects.toMatchObject({ code: "not-found" });
  await shareTrial(analyst, { trial, isShared: true });
  expect(await seenBy(other)).toEqual(["Low bands"]);
  await expect(removeTrial(other, { trial })).rejects.toMatchObject({ code: "not-found" });
  await removeTrial(analyst, { trial });
  expect(await seenBy(other)).toEqual([]);
});

test("who may not try rules sees nothing of it", async () => {
  const viewer = await person("viewer");
  await expect(showWhatIf(viewer, asked(lowest))).rejects.toMatchObject({ code: "not-allowed" });
  expect(seesTrials(viewer)).toBe(false);
  // Who may not read what is said of North Korean labour is shown no result, whatever else they may.
  const blind = {
    ...analyst,
    may: (wanted: Parameters<typeof may>[1]) => wanted !== "north-korea.read" && may("analyst", wanted),
  };
  expect(seesTrials(blind)).toBe(false);
  const page = await showWhatIf(blind, asked(lowest));
  expect([page.work, page.result, page.csv]).toEqual([undefined, undefined, undefined]);
  await expect(exportMovers(blind, asked(lowest))).rejects.toMatchObject({ code: "not-allowed" });
});

describe("a file of an edition", () => {
  const uploaded = async (text: string) => {
    const outcome = await uploadEdition.submit(analyst, { file: new TextEncoder().encode(text) });
    if (!("done" in outcome)) throw new Error("not taken");
    return outcome.done;
  };
  const about = {
    ...{ name: "Our index 2026", publisher: "Us", year: "2026", released: "2026-06" },
    ...{ source: "Our desk", licence: "None", doubts: "Read once\n\n" },
  };

  test("of the newest edition as it is moves no country and no supplier", async () => {
    const upload = await uploaded((await linesOf(await sampleEdition(analyst, {}))).join(""));
    const preview = await previewEdition(analyst, { upload });
    expect(preview).toMatchObject({
      moves: [],
      missing: [],
      fresh: [],
      wrong: [],
      trial: { stage: "done", worse: 0, better: 0 },
    });
    expect(preview.countries).toBeGreaterThan(180);
  });

  test("says each wrong row, and cannot be added before all are right", async () => {
    const upload = await uploaded(
      "Country,Tier\nAtlantis,1\nVietnam,9\nCN,2WL\nChina,3\n,1\nKorea,2\nPT,Tier 2 Watch List\n",
    );
    const { wrong, countries } = await previewEdition(analyst, { upload });
    expect(wrong.map(({ row, cell }) => `${row} ${cell}`)).toEqual([
      "2 Atlantis",
      "3 9",
      "5 China 3",
      "6 1",
      "7 Korea",
    ]);
    expect(wrong.every(({ why }) => why.length > 10)).toBe(true);
    expect(countries).toBe(2);
    await expect(addEdition(analyst, { upload, ...about })).rejects.toMatchObject({ code: "bad-request" });
  });

  test.each([
    ["columns", "land,tier\nCN,3\n"],
    ["empty", "country,tier\n"],
    ["rows", `country,tier\n${"CN,3\n".repeat(401)}`],
  ])("that cannot be read says %s", async (problem, text) => {
    expect((await previewEdition(analyst, { upload: await uploaded(text) })).sheetProblem).toBe(problem);
  });

  test("is kept once as it is, chosen by name, and nothing else is made with it", async () => {
    const org = invited.organisation.id;
    const newest = (await ctx.catalogue.editions(org)).at(-1)?.id;
    const upload = await uploaded("country,tier,doubt\nCN,2WL,Told by one\nPT,1,\n");
    const preview = await previewEdition(analyst, { upload });
    expect(preview.moves.find(({ code }) => code === "CN")).toMatchObject({
      from: "3",
      to: "2WL",
      way: "better",
      suppliers: 1,
    });
    expect(preview.missing.length).toBeGreaterThan(180);
    const outcome = await addEdition.submit(analyst, { upload, ...about });
    if (!("done" in outcome)) throw new Error(JSON.stringify(outcome));
    const { edition } = outcome.done;
    expect(await addEdition.submit(analyst, { upload, ...about })).toMatchObject({
      faults: [{ code: "edition-there" }],
    });
    const kept = await ctx.catalogue.edition(org, edition);
    expect(kept?.tierOf("CN")).toBe("2WL");
    expect(kept?.definition.doubts).toEqual(["Read once", "CN: Told by one"]);
    expect(kept?.fingerprint).toBe((await ctx.store.ownEditions.get(org, edition))?.fingerprint);
    expect((await ctx.catalogue.editions(org)).at(-1)?.id).toBe(newest);
    expect(await ctx.catalogue.edition("another", edition)).toBeUndefined();
    const { edition: choice, result } = await showWhatIf(analyst, asked(`rules=as-rated&edition=${edition}`));
    expect(choice.choices).toContainEqual({ value: edition, label: "Our index 2026" });
    expect(result?.tried).toBe(1);
  });
});
