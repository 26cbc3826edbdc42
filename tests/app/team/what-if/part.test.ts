import { beforeAll, describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { draftRules, showDraft } from "#app/services/own-rules/draft-rules";
import { showRules } from "#app/services/own-rules/show-rules";
import { saveView } from "#app/services/team/suppliers/views/save-view";
import { exportMovers } from "#app/services/what-if/export-movers";
import { partIn } from "#app/services/what-if/part/part-query";
import { partOfSavedView } from "#app/services/what-if/part/read-part";
import { showWhatIf } from "#app/services/what-if/show-what-if";
import { trialAddress, withPart } from "#app/services/what-if/trial-asked";
import { saveTrial } from "#app/services/what-if/trials/save-trial";
import { aDeskScene, asked, blinded, type DeskScene, lowest, textOf } from "./desk-scene";

let scene: DeskScene;
let analyst: TeamContext;
let other: TeamContext;

beforeAll(async () => {
  scene = await aDeskScene();
  [analyst, other] = await Promise.all([scene.person("analyst"), scene.person("analyst")]);
});

describe("a trial on a part of the suppliers", () => {
  test("looks at those alone, and says which they are and how many", async () => {
    const { work, result, part, csv } = await showWhatIf(analyst, asked(`${lowest}&country=VN`));
    expect(work).toMatchObject({ stage: "done", done: 1, all: 1 });
    expect(result).toMatchObject({ tried: 1, changed: 1, movers: [{ name: "Other firm", after: { place: 1 } }] });
    expect(part?.name.replace(/[\u2066-\u2069]/g, "")).toBe("Country: Vietnam");
    expect(part?.size).toEqual({ suppliers: 1, of: 2 });
    expect(csv).toContain("country=VN");
    const all = await showWhatIf(analyst, asked(lowest));
    expect([all.work?.all, all.result?.tried, all.part]).toEqual([2, 2, undefined]);
  });

  test.each([
    ["a band", "band=low", 0],
    ["all bands", "band=low&band=medium&band=high&band=critical", 2],
    ["a country and a band", "country=CN&band=medium&band=high&band=critical", 1],
    ["words", "q=other", 1],
    ["nobody", "country=AQ", 0],
  ])("of %s", async (_, filters, suppliers) => {
    const { work, part } = await showWhatIf(analyst, asked(`${lowest}&${filters}`));
    expect(work).toMatchObject({ stage: "done", all: suppliers, done: suppliers });
    expect(part?.size).toEqual({ suppliers, of: 2 });
  });

  test("stands in each row of its file", async () => {
    const [head, ...rows] = (await textOf(await exportMovers(analyst, asked(`${lowest}&country=CN`)))).split("\r\n");
    expect(head).toMatch(/part,part_rated_suppliers$/);
    expect(rows[0]?.replace(/[\u2066-\u2069]/g, "")).toMatch(/Country: China"?,1$/);
    const [, row] = (await textOf(await exportMovers(analyst, asked(lowest)))).split("\r\n");
    expect(row).toMatch(/,,$/);
  });

  test("of which the organisation has no record is no part, and is not called one", async () => {
    const { part, work } = await showWhatIf(analyst, asked(`${lowest}&campaign=of-somebody-else&tag=77`));
    expect([part, work?.all]).toEqual([undefined, 2]);
  });

  test("can be a saved view, and goes by its name for whoever may open it", async () => {
    const query = "country=VN&sort=name&cols=rating.tiers";
    await saveView(analyst, { name: "My Vietnam", query });
    const [view] = await scene.ctx.store.savedViews.list(scene.org, { user: analyst.user.id, most: 9 });
    if (!view) throw new Error("It was not saved");
    const part = await partOfSavedView(analyst, { view: view.id });
    expect(part).toBe("country=VN");
    const chosen = withPart(new URLSearchParams(`${lowest}&country=CN&view=${view.id}&trial=t`), part);
    expect(chosen).toBe(`/what-if?${lowest}&country=VN`);
    expect((await showWhatIf(analyst, asked(`${lowest}&country=VN`))).part?.name).toBe("My Vietnam");
    expect((await showWhatIf(other, asked(`${lowest}&country=VN`))).part?.name).toContain("Country");
    await expect(partOfSavedView(other, { view: view.id })).rejects.toMatchObject({ code: "not-found" });
    const { chooses } = await showWhatIf(analyst, asked(""));
    expect(chooses.views.map(({ label }) => label)).toContain("My Vietnam");
  });

  test("is kept with a saved trial, whose address says it", async () => {
    const outcome = await saveTrial.submit(analyst, { ...asked(`${lowest}&band=high&country=VN`), name: "Part" });
    if (!("done" in outcome)) throw new Error("It was not saved");
    expect(partIn(new URL(trialAddress(outcome.done.trial), "https://x").searchParams)).toBe("band=high&country=VN");
    const [line] = (await showWhatIf(analyst, asked(""))).trials;
    expect(line).toMatchObject({ name: "Part", isPart: true });
    expect(line?.href).toContain("band=high&country=VN");
  });

  test("is said by the draft that is saved from it, with its size only to whoever may see trials", async () => {
    const trial = asked(`${lowest}&country=VN&dprk=unknown`);
    expect((await showDraft(analyst, trial)).part).toContain("Vietnam");
    const examples = { worked: "critical", "worked-dprk": "critical" };
    const outcome = await draftRules.submit(analyst, { ...trial, name: "Of a part", reason: "Asked for", examples });
    if (!("done" in outcome) || "faults" in outcome.done) throw new Error("It was not saved");
    const { rules } = outcome.done;
    const shown = await showRules(other, { rules });
    expect(shown.triedOn).toMatchObject({ name: expect.stringContaining("Vietnam"), of: 2 });
    expect(shown.trialAt).toContain("country=VN");
    const hidden = await showRules(blinded(other), { rules });
    expect([hidden.triedOn, hidden.trialAt]).toEqual([
      {},
      trialAddress({ rules: "standard-2026.1", changes: changesOf() }),
    ]);
    expect((await showDraft(blinded(other), trial)).part).not.toContain("North Korea");
  });
});

function changesOf() {
  return { "bands.medium": 1, "bands.high": 2, "bands.critical": 3 };
}
