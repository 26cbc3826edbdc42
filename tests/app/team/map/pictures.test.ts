import { beforeAll, describe, expect, it } from "vitest";
import { maps } from "#app/pictures/map/map-file";
import { printMap } from "#app/services/team/suppliers/map/print-map";
import { drawPicture } from "#app/services/team/suppliers/pictures/files/draw-picture";
import { exportPicture } from "#app/services/team/suppliers/pictures/files/export-picture";
import { printPicture } from "#app/services/team/suppliers/pictures/files/print-picture";
import { pictureAddress, readPictureAsked } from "#app/services/team/suppliers/pictures/picture-asked";
import { showPicture } from "#app/services/team/suppliers/pictures/show-picture";
import type { Drawing, PictureKind, PictureTable, PictureView, Shape } from "#app/views/team/map/pictures";
import type { Rating } from "#scoring/rating";
import { asPerson, testContext } from "#tests/support/context";
import { aHash, anEvent, aUser, hoursLater } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { launch, type World } from "#tests/support/world";

type Scene = World & { readonly ctx: Awaited<ReturnType<typeof testContext>> };
let scene: Scene;

const flag = (code: string, points: number): Rating["steps"][number] => ({
  ...{ kind: "adverse", code, rule: "late", points, questions: [code], params: {}, source: "" },
});
const country = (points: number): Rating["steps"][number] => ({
  ...{ kind: "inherent", code: "C", rule: "tier", points, questions: ["B1"], params: {}, source: "" },
});
const otherRules = { ruleSet: { id: "standard-2026.2", hash: aHash() } };

async function rate(at: number, over: Partial<Rating>, hours = 0): Promise<void> {
  const recipient = scene.recipients[at];
  await scene.ctx.store.ratings.add({
    org: scene.organisation.id,
    ...aNewRating({
      attestation: recipient?.attestation.id ?? "",
      supplier: recipient?.supplier.id ?? "",
      createdAt: hoursLater(hours),
      rating: aRating(over),
    }),
    audit: anEvent(),
  });
}

async function move(at: number, to: string): Promise<void> {
  const recipient = scene.recipients[at];
  if (recipient === undefined) throw new Error("there is no such supplier");
  const supplier = { ...recipient.supplier, country: to };
  const expectation = { risk: { score: 1, band: "low", places: [] }, basis: "none" } as never;
  await scene.ctx.store.suppliers.add({
    ...{ org: scene.organisation.id, added: [], changed: [{ supplier, expectation }], audit: [anEvent()] },
  });
}

/** Three of Vietnam, one of Thailand and one by other rules; nobody of China is rated. */
beforeAll(async () => {
  const ctx = await testContext();
  scene = { ctx, ...(await launch(ctx.store, { suppliers: 6, campaign: { name: 'A <b> & "c"', regimes: [] } })) };
  await move(3, "TH");
  await move(4, "CN");
  await rate(0, { score: 30, band: "medium", steps: [country(9), flag("H3", 6)] });
  await rate(1, { score: 62.25, band: "high", steps: [country(11), flag("H1", 1), flag("H3", 3), flag("F1", 20)] });
  await rate(2, {
    ...{ score: 10, band: "high", steps: [country(10)], scoreBand: "low" },
    floor: { band: "high", reasons: [{ question: "G3", rule: "held", disclosed: false }] },
  });
  await rate(3, { score: 90, band: "critical", steps: [country(12), flag("E1", 9)] });
  await rate(5, { score: 99, band: "critical", steps: [country(30)], ...otherRules });
}, 60_000);

const reader = (readsNorthKorea = true) =>
  asPerson(scene.ctx, {
    user: aUser({ org: scene.organisation.id, role: "analyst", readsNorthKorea }),
    organisation: scene.organisation,
  });
const show = (kind: PictureKind, query = "", reads = true): Promise<PictureView> =>
  showPicture(reader(reads), { kind, ...readPictureAsked(new URLSearchParams(query)) });

function drawnOf({ drawn }: PictureView): { drawing: Drawing; table: PictureTable } {
  if (drawn === undefined) throw new Error("nothing is drawn");
  return drawn;
}
const shapesOf = ({ marks }: Drawing) => marks.flatMap(({ shapes }) => shapes);
const figuresOf = (drawing: Drawing) =>
  shapesOf(drawing).flatMap((shape) => (shape.look === "figure" || shape.look === "figure-on" ? [shape.text] : []));
const linesOf = ({ rows }: PictureTable) => rows.map(({ cells }) => cells.map(({ text }) => text));

describe("topics by country", () => {
  it("names the middle points of those who have enough ratings, and says where there are too few or none", async () => {
    const { table } = drawnOf(await show("topics"));
    expect(table.head.map(({ text }) => text)).toEqual([
      ...["Country", "Rated", "Score", "Country", "Goods", "Workforce", "Transparency"],
      ...["E Links to North Korea (DPRK)", "F Recruitment", "G Documents and freedom", "H Wages"],
    ]);
    expect(linesOf(table)).toEqual([
      ["Vietnam", "3", "30", "10", "0", "0", "0", "0", "0", "0", "4"],
      ["Thailand", "1", ...Array(9).fill("few")],
      ["China", "0", ...Array(9).fill("–")],
      ["All 3 countries", "4", "46.1", "10.5", "0", "0", "0", "0", "0", "0", "2"],
    ]);
  });

  it("counts those with a red flag or a floor of a hundred", async () => {
    const { table } = drawnOf(await show("topics", "of=flagged"));
    expect(table.head.slice(2).map(({ text }) => text.slice(0, 1))).toEqual(["E", "F", "G", "H"]);
    expect(linesOf(table)[0]).toEqual(["Vietnam", "3", "0", "33", "33", "67"]);
  });

  it("never mixes ratings of different rules: says how many it leaves out, and draws them alone where that is asked", async () => {
    const { made, notes } = await show("topics");
    expect(notes.join(" ")).toContain("1 supplier is left out");
    expect(made?.choices.map(({ label }) => label.replace(/[\u2066-\u2069]/g, ""))).toEqual([
      "Standard 2026.1 and TIP 2025 (4)",
      "Standard 2026.2 and TIP 2025 (1)",
    ]);
    const other = drawnOf(await show("topics", "made=standard-2026.2,tip-2025"));
    expect(linesOf(other.table).at(-1)?.[1]).toBe("1");
  });

  it("shows nothing to whoever may not read answers on North Korean labour, and gives no file", async () => {
    const page = await show("topics", "", false);
    expect(page).not.toHaveProperty("drawn");
    expect(page).toMatchObject({ svg: undefined, csv: undefined, notes: [expect.stringContaining("North Korean")] });
    const asked = { kind: "topics" } as const;
    await expect(drawPicture(reader(false), asked)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(exportPicture(reader(false), asked)).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("bands over time", () => {
  it("has suppliers in the band of their newest rating then, and others apart", async () => {
    const { drawing, table } = drawnOf(await show("trend", "", false));
    expect(linesOf(table)).toEqual([["Mar 2026", "1", "2", "1", "0", "1", "5"]]);
    const heights = (look: Shape["look"]) =>
      shapesOf(drawing).flatMap((shape) => (shape.kind === "box" && shape.look === look ? [shape.height] : []));
    const [high = 0, inKey] = heights("part-high");
    expect(inKey).toBeDefined();
    expect(high / (heights("part-critical")[0] ?? 0)).toBeCloseTo(2, 1);
    expect(heights("part-low")).toHaveLength(1);
    expect(drawing.marks.map(({ said }) => said)).toContain(
      "Mar 2026, Critical 1, High 2, Medium 1, Low 0, Other rules or countries 1",
    );
  });
});

describe("every picture", () => {
  it.each(["topics", "topics?of=flagged", "coverage"])("%s has the same figures in its table", async (asked) => {
    const [kind, query] = asked.split("?");
    const { drawing, table } = drawnOf(await show(kind as PictureKind, query));
    const drawn = figuresOf(drawing);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn).toEqual(
      table.rows.flatMap(({ cells }) => cells.slice(kind === "topics" ? 2 : 1)).map(({ text }) => text),
    );
  });

  it("stays within its edges", async () => {
    for (const kind of ["topics", "trend", "coverage"] as const) {
      const { width, height, ...drawing } = drawnOf(await show(kind)).drawing;
      for (const shape of shapesOf({ width, height, ...drawing })) {
        if (shape.kind === "line") continue;
        const right = shape.kind === "box" ? shape.x + shape.width : shape.x;
        expect([shape.x >= 0, right <= width, shape.y >= 0, shape.y <= height]).toEqual([true, true, true, true]);
      }
    }
  });

  it("is a file that any program reads, whatever a campaign is called", async () => {
    const { name, svg } = await drawPicture(reader(), { kind: "coverage" });
    expect(name).toBe("coverage.svg");
    expect(svg).toContain("A &lt;b&gt; &amp;");
    expect(svg).not.toMatch(/<b>|NaN|undefined/);
    expect(svg.match(/<(?:g|text|title|desc|pattern|defs|style)\b/g)?.length).toBe(
      svg.match(/<\/(?:g|text|title|desc|pattern|defs|style)>/g)?.length,
    );
  });

  it("is a PNG of twice its size, and nothing is drawn for whoever asks for the head alone", async () => {
    const { drawing } = drawnOf(await show("coverage"));
    const { name, type, bytes } = await printPicture(reader(), { kind: "coverage" });
    expect([name, type]).toEqual(["coverage.png", "image/png"]);
    const png = Buffer.from(bytes);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * (drawing.width + 24), 2 * (drawing.height + 24)]);
    const printer = { print: () => Promise.reject(new Error("nobody asked for it")) };
    const head = await printPicture({ ...reader(), printer, isHead: true }, { kind: "coverage" });
    expect(head.bytes).toHaveLength(0);
    await expect(printPicture(reader(false), { kind: "topics" })).rejects.toMatchObject({ code: "not-allowed" });
    const map = await printMap(reader(), { part: "world" });
    expect(Buffer.from(map.bytes).readUInt32BE(16)).toBe(2 * maps.world.box[2]);
  }, 60_000);

  it("gives its numbers as a file, and leaves an event", async () => {
    const { lines } = await exportPicture(reader(), { kind: "coverage" });
    const [head, ...rows] = [...(lines as Iterable<string>)];
    expect(head?.replace(/[\u2066-\u2069]/g, "")).toContain("All shown: answered,All shown: asked");
    expect(rows).toContain("Vietnam,0,4,0,4\r\n");
    const trail = await scene.ctx.store.audit.trail(scene.organisation.id, { most: 20 });
    expect(trail.map(({ details }) => details)).toContainEqual({ what: "coverage-csv" });
  });

  it("has an address that says what it shows", () => {
    const made = "standard-2026.2,tip-2025";
    const address = pictureAddress({ kind: "topics", made, measure: "flagged" }, ".csv");
    const { pathname, searchParams } = new URL(address, "https://avow.example");
    expect(pathname).toBe("/map/topics.csv");
    expect(readPictureAsked(searchParams)).toEqual({ made, measure: "flagged", from: "", to: "" });
    expect(pictureAddress({ kind: "trend" })).toBe("/map/trend");
  });
});
