import { describe, expect, it } from "vitest";
import { ratingRecord } from "#app/services/ratings/rating-record";
import { compareSuppliers } from "#app/services/team/suppliers/compare/compare-suppliers";
import { comparisonAddress, readComparison } from "#app/services/team/suppliers/compare/comparison-address";
import { exportComparison } from "#app/services/team/suppliers/compare/export-comparison";
import type { ComparedRow } from "#app/views/team/suppliers/comparison";
import { anEvent, anId, now } from "#tests/support/factories";
import { aRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";
import { aScene, as, more, type Scene, sign, workedAnswers } from "./scene";

const idsOf = ({ recipients }: Scene) => recipients.map(({ supplier }) => supplier.id);
const compare = (scene: Scene, ids = idsOf(scene), all = false) => compareSuppliers(as(scene, "viewer"), { ids, all });
const rowsOf = ({ groups }: Awaited<ReturnType<typeof compare>>) => groups.flatMap(({ rows }) => rows);

/** Two that differ in one question, and one that has not answered. */
async function threeSuppliers(): Promise<Scene> {
  const scene = await aScene(3);
  const [first, second] = scene.recipients;
  if (!first || !second) throw new Error("the scene has three suppliers");
  await sign(scene, first, workedAnswers());
  await sign(scene, second, workedAnswers({ E3: { unsure: "dk" } }));
  return scene;
}

const figures = (row: ComparedRow | undefined) =>
  row?.kind === "points" || row?.kind === "total" || row?.kind === "score" ? row.cells : undefined;

describe("a comparison", () => {
  it("shows only rows that differ, counts the others, and shows them when asked", async () => {
    const scene = await threeSuppliers();
    const page = await compare(scene);
    expect(page).toMatchObject({ rated: 2, onlyDifferences: true, unknown: 0, tooMany: 0 });
    expect(rowsOf(page).every(({ alike }) => !alike)).toBe(true);
    expect(rowsOf(page)).toHaveLength(page.shown);
    const whole = await compare(scene, undefined, true);
    expect(rowsOf(whole)).toHaveLength(whole.all);
    expect(whole).toMatchObject({ all: page.all, scale: page.scale, onlyDifferences: false });
    expect(page.shown).toBeLessThan(page.all);
  });

  it("says what each answered, how far it is proven, and what nobody is rated for", async () => {
    const page = await compare(await threeSuppliers());
    const row = rowsOf(page).find(({ key }) => key === "answer E3");
    expect(row).toMatchObject({ kind: "answer" });
    const [one, other, none] = row?.kind === "answer" ? row.cells : [];
    expect(one).toMatchObject({ mark: "said" });
    expect(other).toMatchObject({ unsure: expect.stringMatching(/know/i), parts: [] });
    expect(other).not.toHaveProperty("mark", "said");
    expect(none).toBeUndefined();
    expect(page.columns.map(({ rating }) => rating !== undefined)).toEqual([true, true, false]);
    expect(page.columns[2]?.expected).toBeDefined();
  });

  it("has the figures of the ratings themselves, and the worst of a row is marked", async () => {
    const scene = await threeSuppliers();
    const stored = await scene.ctx.store.ratings.newest(scene.organisation.id, idsOf(scene));
    const scores = idsOf(scene).map((id) => stored.find(({ supplier }) => supplier.id === id)?.newest?.rating.score);
    const cells = figures(rowsOf(await compare(scene)).find(({ kind }) => kind === "score"));
    expect(cells?.map((cell) => cell && "score" in cell && cell.score)).toEqual(scores);
    const worst = Math.max(...scores.filter((score) => score !== undefined));
    expect(cells?.map((cell) => cell?.worst)).toEqual(scores.map((score) => score && score === worst));
  });

  it("never mixes what was rated by other rules or countries without saying so", async () => {
    const scene = await aScene(2);
    const [first, second] = scene.recipients;
    if (!first || !second) throw new Error("the scene has two suppliers");
    await sign(scene, first, workedAnswers());
    await sign(scene, second, workedAnswers());
    expect((await compare(scene)).madeBy).toBeDefined();
    const rating = aRating({ edition: { id: "tip-2024", hash: "e" } });
    const kept = { id: anId("rating"), attestation: second.attestation.id, supplier: second.supplier.id };
    await scene.ctx.store.ratings.add({
      org: scene.organisation.id,
      ...ratingRecord(rating, { ...kept, createdAt: new Date(now.getTime() + 1) }),
      audit: anEvent(),
    });
    const page = await compare(scene);
    expect(page.madeBy).toBeUndefined();
    expect(page.columns.map(({ rating }) => rating?.edition)).toEqual(["TIP 2025", "TIP 2024"]);
  });

  it("shows every row where there are not two ratings to differ", async () => {
    const scene = await aScene(2);
    await sign(scene, scene.recipient, workedAnswers());
    const page = await compare(scene);
    expect(page).toMatchObject({ rated: 1, onlyDifferences: false });
    expect(page.shown).toBe(page.all);
    expect((await compare(await aScene(2))).groups).toEqual([]);
  });

  it("counts who is not there and who is too many, and has nobody of another organisation", async () => {
    const scene = await aScene(1);
    const added = await more(
      scene,
      Array.from({ length: 6 }, () => ({})),
    );
    const ids = [...idsOf(scene), ...added.map(({ supplier }) => supplier.id)];
    expect(await compare(scene, ids)).toMatchObject({ tooMany: 1, unknown: 0, adding: undefined });
    expect((await compare(scene, ids)).columns.map(({ id }) => id)).toEqual(ids.slice(0, 6));
    const other = await launch(scene.ctx.store);
    const mixed = await compare(scene, [...idsOf(scene), other.recipient.supplier.id, "nobody"]);
    expect(mixed).toMatchObject({ unknown: 2 });
    expect(mixed.columns).toHaveLength(1);
    // A mixture is answered, since whoever is left out is told of, and tells nothing of who that is.
    const { id, ref, name } = other.recipient.supplier;
    expect([id, ref, name].filter((word) => JSON.stringify(mixed).includes(word))).toEqual([]);
    await expect(compare(scene, [other.recipient.supplier.id])).rejects.toMatchObject({ code: "not-found" });
  });

  it("finds another supplier to add, and none that is there already", async () => {
    const scene = await aScene(1, {});
    const [, found] = await more(scene, [{ name: "Haoyuan Garment" }, { name: "Riel Stitch" }]);
    const ids = idsOf(scene);
    const page = await compareSuppliers(as(scene, "viewer"), { ids, find: "riel" });
    expect(page.adding?.found).toMatchObject([
      { name: "Riel Stitch", href: comparisonAddress({ ids: [...ids, found?.supplier.id ?? ""] }) },
    ]);
    const again = await compareSuppliers(as(scene, "viewer"), { ids: [found?.supplier.id ?? ""], find: "riel" });
    expect(again.adding).toMatchObject({ found: [], more: 0 });
  });

  it("does not show answers of which something else is kept than was signed", async () => {
    const scene = await threeSuppliers();
    const page = await compare({ ...scene, ctx: { ...scene.ctx, sha256: () => "something else" } });
    expect(page.columns.map(({ rating }) => rating?.changed)).toEqual([true, true, undefined]);
    expect(page.groups.find(({ id }) => id === "answers")).toMatchObject({ all: 0 });
  });

  it("asks once for all ratings", async () => {
    const scene = await threeSuppliers();
    let asked = 0;
    const { ratings } = scene.ctx.store;
    const counted = new Proxy(ratings, {
      get: (store, name, self) => {
        asked += 1;
        return Reflect.get(store, name, self);
      },
    });
    await compare({ ...scene, ctx: { ...scene.ctx, store: { ...scene.ctx.store, ratings: counted } } });
    expect(asked).toBe(1);
  });
});

describe("the file of a comparison", () => {
  it("has exactly the rows of the page, and runs nothing in a spreadsheet", async () => {
    const scene = await threeSuppliers();
    const [trap] = await more(scene, [{ name: '=HYPERLINK("http://evil.example")' }]);
    const ids = [...idsOf(scene), trap?.supplier.id ?? ""];
    const page = await compare(scene, ids);
    const { lines } = await exportComparison(as(scene, "viewer"), { ids });
    let csv = "";
    for await (const line of lines) csv += line;
    const rows = csv.trimEnd().split("\r\n");
    expect(rows.filter((row) => !row.startsWith("supplier,")).length - 1).toBe(page.shown);
    expect(csv).toContain(`"'=HYPERLINK(`);
    expect(csv).not.toMatch(/(^|,)"?[=@]/m);
    const score = rows.find((row) => row.startsWith("flags,,Score"));
    expect(score?.split(",")[3]).toBe(String(page.columns[0]?.rating?.figures?.score));
    const [event] = await scene.ctx.store.audit.trail(scene.organisation.id, { actions: ["data.exported"], most: 1 });
    expect(event?.details).toEqual({ what: "comparison-csv" });
  });
});

describe("the address of a comparison", () => {
  it("is read from one list or from the fields of a form, each supplier once", () => {
    const read = (query: string) => readComparison(new URLSearchParams(query));
    expect(read("ids=a,b,c&rows=all")).toEqual({ ids: ["a", "b", "c"], all: true, find: "" });
    expect(read("ids=a&ids=b&ids=a").ids).toEqual(["a", "b"]);
    expect(read("ids=,%20,a").ids).toEqual(["a"]);
    expect(read("")).toEqual({ ids: [], all: false, find: "" });
    expect(comparisonAddress(read("ids=a&ids=b&rows=all"))).toBe("/suppliers/compare?ids=a,b&rows=all");
  });
});
