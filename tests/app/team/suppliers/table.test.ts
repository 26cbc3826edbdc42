import { describe, expect, it } from "vitest";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { exportSuppliers } from "#app/services/team/suppliers/export-suppliers";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { anEvent, anId, now } from "#tests/support/factories";
import { aRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";
import { aScene, as, more, sign, workedAnswers } from "./scene";

const asked = (query = "") => readSupplierView(new URLSearchParams(query));

async function textOf(file: ReturnType<typeof exportSuppliers>): Promise<string> {
  let text = "";
  for await (const piece of (await file).lines) text += piece;
  return text;
}

describe("the suppliers table", () => {
  it("shows a rating with its driver, its tiers and what it was made from", async () => {
    const scene = await aScene();
    const rating = await sign(scene, scene.recipient, workedAnswers());
    const page = await listSuppliers(as(scene, "viewer"), asked());
    expect(page).toMatchObject({ total: 1, all: 1, edition: "TIP 2025", bands: { [rating.band]: { suppliers: 1 } } });
    expect(page.lines[0]?.rating).toMatchObject({
      score: rating.score,
      band: rating.band,
      held: false,
      driver: { code: "E3", text: "Subcontractors not asked" },
    });
    expect(page.lines[0]?.tiers.map(({ country, tier }) => `${country} ${tier}`)).toEqual(["CN 3", "PT 2"]);
  });

  it("marks a rating that was made with other countries than the rest", async () => {
    const scene = await aScene(3);
    const [one, two, three] = scene.recipients;
    if (!one || !two || !three) throw new Error("three were asked");
    await sign(scene, one, workedAnswers());
    await sign(scene, two, workedAnswers());
    await sign(scene, three, workedAnswers(), { edition: "tip-2023" });
    const { lines } = await listSuppliers(as(scene, "viewer"), asked());
    const marked = lines.filter(({ rating }) => rating?.otherVersions !== undefined);
    expect(marked.map(({ id }) => id)).toEqual([three.supplier.id]);
    expect(marked[0]?.rating?.otherVersions).toContain("TIP 2023");
  });

  it("finds nothing by a wildcard, and everything by what is really in a name", async () => {
    const scene = await aScene();
    await more(scene, [{ name: "100% Linen" }, { name: "snake_case" }, { name: "back\\slash" }]);
    const found = async (q: string) =>
      (await listSuppliers(as(scene, "viewer"), readSupplierView(new URLSearchParams({ q })))).lines.map(
        ({ name }) => name,
      );
    expect(await found("%")).toEqual(["100% Linen"]);
    expect(await found("_")).toEqual(["snake_case"]);
    expect(await found("\\")).toEqual(["back\\slash"]);
    expect(await found("' or '1'='1")).toEqual([]);
  });

  it("shows the last page for a page past the end", async () => {
    const scene = await aScene();
    await more(
      scene,
      Array.from({ length: 60 }, () => ({})),
    );
    const page = await listSuppliers(as(scene, "viewer"), asked("page=999999"));
    expect(page.lines).toHaveLength(11);
    expect(page.pages).toMatchObject({ from: 51, to: 61, total: 61, next: undefined, previous: "/suppliers" });
  });

  it("is no filter to name a campaign of another organisation", async () => {
    const scene = await aScene();
    const other = await aScene();
    const page = await listSuppliers(as(scene, "viewer"), asked(`campaign=${other.campaign.id}x`));
    expect(page.total).toBe(1);
    expect(page.setFilters).toEqual([]);
  });

  it("holds nobody of another organisation", async () => {
    const scene = await aScene();
    const { store } = scene.ctx;
    const other = await launch(store);
    const page = await listSuppliers(as(scene, "admin"), asked());
    expect(page.lines.map(({ id }) => id)).toEqual([scene.recipient.supplier.id]);
    const csv = await textOf(exportSuppliers(as(scene, "admin"), asked()));
    expect(csv).not.toContain(other.recipient.supplier.name);
  });

  it("offers adding to those who may, and exporting to all", async () => {
    const scene = await aScene();
    expect(await listSuppliers(as(scene, "buyer"), asked())).toMatchObject({ importAt: "/suppliers/import" });
    const viewer = await listSuppliers(as(scene, "viewer"), asked("band=none"));
    expect(viewer.importAt).toBeUndefined();
    expect(viewer.exportAt).toBe("/suppliers.csv?band=none");
  });
});

describe("the export of a view", () => {
  it("begins with a mark for spreadsheets, keeps numbers numbers and lets no text run", async () => {
    const scene = await aScene();
    const { score, band, confidence } = await sign(scene, scene.recipient, workedAnswers());
    await more(scene, [
      { name: '=HYPERLINK("http://evil.example")', place: "+49", externalId: "-5" },
      { name: "＝cmd", place: "\tTab", externalId: "@SUM(A1)" },
    ]);
    const csv = await textOf(exportSuppliers(as(scene, "viewer"), asked("sort=name")));
    expect(csv.startsWith("supplier_ref,")).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv).toContain(",-5,");
    expect(csv).toContain("'＝cmd");
    expect(csv).toContain("'@SUM(A1)");
    expect(csv).toContain("'\tTab");
    expect(csv).toMatch(new RegExp(`,${score},${band},\\w+,no,${confidence},`));
    expect(csv).toContain(",standard-2026.1,tip-2025,");
    // No cell of any line begins with what a spreadsheet would run.
    const cells = csv.slice(1).split(/[,\r\n]+/);
    expect(cells.filter((cell) => /^"?[=@＝]/.test(cell))).toEqual([]);
  });

  it("says what a floor hides, and calls a good band without proof unproven", async () => {
    const scene = await aScene(2);
    const [floored, plain] = scene.recipients;
    if (!floored || !plain) throw new Error("two were asked");
    const worst = await sign(scene, floored, workedAnswers({ E1: { value: { answer: "yes" } } }));
    await scene.ctx.store.ratings.add({
      org: scene.organisation.id,
      ...ratingRecord(aRating({ band: "low", scoreBand: "low", score: 12.5, confidence: 49.99 }), {
        id: anId("rating"),
        attestation: plain.attestation.id,
        supplier: plain.supplier.id,
        createdAt: now,
      }),
      audit: anEvent(),
    });
    const csv = await textOf(exportSuppliers(as(scene, "viewer"), asked()));
    const [head = [], ...lines] = csv
      .slice(1)
      .trim()
      .split("\r\n")
      .map((line) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = ""]) => cell));
    const cellsOf = (id: string) => {
      const line = lines.find((cells) => cells.at(-1) === id) ?? [];
      return Object.fromEntries(head.map((name, place) => [name, line[place]]));
    };
    expect(cellsOf(floored.supplier.id)).toMatchObject({
      band_label: "Critical",
      floor: "yes",
      floor_lifts_band: worst.band === worst.scoreBand ? "no" : "yes",
      score_band: worst.scoreBand,
      score_without_floor_answers: String(worst.remaining?.score),
      unproven: "no",
    });
    expect(cellsOf(plain.supplier.id)).toMatchObject({
      band_label: '"Low, unproven"',
      unproven: "yes",
      score_band: "low",
      score_without_floor_answers: "",
    });
  });

  it("holds all rows of the view and not only its page", async () => {
    const scene = await aScene();
    await more(
      scene,
      Array.from({ length: 60 }, () => ({ country: "JP" })),
    );
    const csv = await textOf(exportSuppliers(as(scene, "viewer"), asked("country=JP&page=2")));
    expect(csv.trim().split("\r\n")).toHaveLength(61);
  });
});
