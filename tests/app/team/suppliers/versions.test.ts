import { describe, expect, it } from "vitest";
import { type CatalogueContents, makeCatalogue } from "#app/adapters/built-in-catalogue";
import type { TeamContext } from "#app/services/context/contexts";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { listQuestionnaires } from "#app/services/team/questionnaires/list-questionnaires";
import { showQuestionnaire } from "#app/services/team/questionnaires/show-questionnaire";
import { addRating } from "#app/services/team/ratings/add-rating";
import { exportSuppliers } from "#app/services/team/suppliers/export-suppliers";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { showMap } from "#app/services/team/suppliers/map/show-map";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { questionnaires } from "#questionnaires/index";
import { editions } from "#scoring/editions/index";
import { catalogueContents, markedQuestionnaire } from "#tests/support/catalogue";
import { anEvent, anId, now } from "#tests/support/factories";
import { forcedLabour } from "#tests/support/questionnaires";
import { aRating } from "#tests/support/ratings";
import { launch, type Recipient, type World } from "#tests/support/world";
import { answerAndSign, aScene, as, type Scene, sign, workedAnswers } from "./scene";

/** The same scene with another catalogue. */
const stocked = (scene: Scene, shelfOf: (org: string) => CatalogueContents): Scene => ({
  ...scene,
  ctx: { ...scene.ctx, catalogue: makeCatalogue(shelfOf) },
});

const unsure = workedAnswers({ E3: { unsure: "dk" } });

/** All that the team reads of a supplier: its page with rating, answers and trail, its row, and its line of the export. */
async function everythingSaid(team: TeamContext, supplier: string) {
  const { rateAgain: _choices, ...page } = await showSupplier(team, { id: supplier });
  const { lines } = await listSuppliers(team, {});
  const file = await exportSuppliers(team, {});
  let csv = "";
  for await (const piece of file.lines) csv += piece;
  return {
    page,
    row: lines.find(({ id }) => id === supplier),
    line: csv.split("\r\n").find((one) => one.includes(supplier)),
  };
}

/** A rating, by a version of the questionnaire, in which "don't know" raised most. */
function rateUnsure({ ctx, organisation }: Scene, { attestation, supplier }: Recipient, version: number) {
  const step = {
    kind: "adverse",
    code: "E3",
    rule: "dk",
    points: 12,
    questions: ["E3"],
    params: {},
    source: "",
  } as const;
  const rating = aRating({
    questionnaire: { id: `forced-labour@${version}`, hash: "q" },
    steps: [{ ...step, questions: ["E3"] }],
  });
  return ctx.store.ratings.add({
    org: organisation.id,
    ...ratingRecord(rating, { id: anId("rating"), attestation: attestation.id, supplier: supplier.id, createdAt: now }),
    audit: anEvent(),
  });
}

describe("a version 2 of the questionnaire with other words", () => {
  const second = markedQuestionnaire("Anew: ", { version: 2 });

  it("changes nothing of what is said of somebody who answered version 1", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, unsure);
    const { id } = scene.recipient.supplier;
    const before = await everythingSaid(as(scene, "analyst"), id);
    const after = await everythingSaid(
      as(
        stocked(scene, () => catalogueContents(forcedLabour(1), second)),
        "analyst",
      ),
      id,
    );
    expect(after).toEqual(before);
    expect(before.page.rated).toHaveProperty("answers");
    expect(JSON.stringify(after)).not.toContain("Anew:");
  });

  it("is read in its own words by whoever answered it", async () => {
    const scene = stocked(await aScene(1, { version: 2 }), () => catalogueContents(forcedLabour(1), second));
    await sign(scene, scene.recipient, unsure, { questionnaire: second });
    const { page, line } = await everythingSaid(as(scene, "viewer"), scene.recipient.supplier.id);
    const answers = page.rated?.answers ?? [];
    expect(answers.flatMap(({ title, lines }) => [title, ...lines.map(({ name }) => name)])).toSatisfy(
      (words: readonly string[]) => words.length > 40 && words.every((text) => text.startsWith("Anew: ")),
    );
    expect(page.rated?.rating.steps.find(({ code }) => code === "E3")?.text).toMatch(/^Anew: /);
    expect(page.rated?.rating.versions[0]?.name).toBe("forced-labour@2");
    expect(line).toContain("Anew: ");
  });

  it("stands in one table beside version 1, each row and each line of the export in its own words", async () => {
    const scene = stocked(await aScene(2), () => catalogueContents(forcedLabour(1), second));
    const [one, two] = scene.recipients;
    if (!one || !two) throw new Error("two were asked");
    await rateUnsure(scene, one, 1);
    await rateUnsure(scene, two, 2);
    const team = as(scene, "viewer");
    const [first, newer] = [await everythingSaid(team, one.supplier.id), await everythingSaid(team, two.supplier.id)];
    expect(newer.row?.rating?.driver?.text).toBe(`Anew: ${first.row?.rating?.driver?.text}`);
    expect(first.line).not.toContain("Anew:");
    expect(newer.line).toContain("Anew: ");
  });

  it("is not what answers to version 1 are rated by again", async () => {
    const scene = stocked(await aScene(), () => catalogueContents(forcedLabour(1), second));
    await sign(scene, scene.recipient, unsure, { edition: "tip-2020" });
    const { id } = scene.recipient.supplier;
    expect(await addRating(as(scene, "analyst"), { supplier: id })).toMatchObject({ added: true });
    const { rated } = await showSupplier(as(scene, "viewer"), { id });
    expect(rated?.rating.versions.map(({ name }) => name)).toEqual(["forced-labour@1", "Standard 2026.1", "TIP 2025"]);
    expect(JSON.stringify(rated)).not.toContain("Anew:");
  });
});

describe("two organisations with a questionnaire of the same key", () => {
  const marks = { ours: "Ours:", theirs: "Theirs:" } as const;

  it.each([
    ["ours", "theirs"],
    ["theirs", "ours"],
  ] as const)("read their own words on every page when %s is opened before %s", async (first, then) => {
    const own = { ours: markedQuestionnaire(marks.ours), theirs: markedQuestionnaire(marks.theirs) };
    const scene = await aScene();
    const other = await launch(scene.ctx.store, { campaign: { regimes: [] } });
    const worlds: Readonly<Record<keyof typeof own, World>> = { ours: scene, theirs: other };
    const { ctx } = stocked(scene, (org) => catalogueContents(org === other.organisation.id ? own.theirs : own.ours));
    for (const name of ["ours", "theirs"] as const)
      await answerAndSign(ctx.store, worlds[name], worlds[name].recipient, unsure, { questionnaire: own[name] });
    for (const name of [first, then]) {
      const team = as({ ...worlds[name], ctx }, "viewer");
      const said = {
        ...(await everythingSaid(team, worlds[name].recipient.supplier.id)),
        list: await listQuestionnaires(team, {}),
        questionnaire: await showQuestionnaire(team, { id: "forced-labour", version: 1 }),
      };
      const another = marks[name === "ours" ? "theirs" : "ours"];
      for (const [page, words] of Object.entries(said)) {
        expect([page, JSON.stringify(words).includes(marks[name])]).toEqual([page, true]);
        expect([page, JSON.stringify(words).includes(another)]).toEqual([page, false]);
      }
    }
  });
});

describe("ratings by several rules", () => {
  it("are no one ranking without a word: the list says how many by which, and marks each row of the fewer", async () => {
    const scene = await aScene(3);
    const { ctx, organisation, recipients } = scene;
    const [first, second, third] = recipients;
    const rated = async ({ supplier, attestation }: Recipient, ruleSet: string) => {
      const rating = aRating({ ruleSet: { id: ruleSet, hash: "r" } });
      const key = { id: anId("rating"), attestation: attestation.id, supplier: supplier.id, createdAt: now };
      await ctx.store.ratings.add({ org: organisation.id, ...ratingRecord(rating, key), audit: anEvent() });
    };
    if (!first || !second || !third) throw new Error("three were asked");
    await rated(first, "standard-2026.1");
    const viewer = as(scene, "viewer");
    expect([(await listSuppliers(viewer, {})).mixed, (await showMap(viewer, {})).mixed]).toEqual([[], []]);
    await rated(second, "standard-2026.2");
    await rated(third, "standard-2026.2");
    const { mixed, lines } = await listSuppliers(viewer, { sort: "name" });
    const counts = [
      { rules: "Standard 2026.2", edition: "TIP 2025", suppliers: 2 },
      { rules: "Standard 2026.1", edition: "TIP 2025", suppliers: 1 },
    ];
    expect([mixed, (await showMap(viewer, {})).mixed]).toEqual([counts, counts]);
    const marked = lines.filter(({ rating }) => rating?.otherVersions).map(({ id }) => id);
    expect(marked).toEqual([first.supplier.id]);
  });
});

describe("a rating by rules that are not there any more", () => {
  const without = (scene: Scene) => stocked(scene, () => ({ questionnaires, ruleSets: [], editions }));

  it("is still listed, with ids where names are missing", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, unsure);
    const { lines, rules } = await listSuppliers(as(without(scene), "viewer"), {});
    expect(rules).toBe("standard-2026.1");
    expect(lines[0]?.rating?.driver).toMatchObject({ code: "E3", text: "dk" });
  });

  it("is a fault of ours where its figures are worked out", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, unsure);
    const id = scene.recipient.supplier.id;
    await expect(showSupplier(as(without(scene), "viewer"), { id })).rejects.toThrow("standard-2026.1");
  });
});
