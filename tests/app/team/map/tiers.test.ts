import { beforeAll, describe, expect, it } from "vitest";
import { exportPicture } from "#app/services/team/suppliers/pictures/files/export-picture";
import { readPictureAsked } from "#app/services/team/suppliers/pictures/picture-asked";
import { showPicture } from "#app/services/team/suppliers/pictures/show-picture";
import { asPerson, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { launch, type World } from "#tests/support/world";

type Scene = World & { readonly ctx: Awaited<ReturnType<typeof testContext>> };
let scene: Scene;

/** Two suppliers in Brazil, which got worse, and one each in Serbia, which got better, and Vietnam. */
beforeAll(async () => {
  const ctx = await testContext();
  scene = { ctx, ...(await launch(ctx.store, { suppliers: 4 })) };
  for (const [at, country] of ["BR", "BR", "RS"].entries()) {
    const supplier = scene.recipients[at]?.supplier;
    if (supplier === undefined) throw new Error("four were asked");
    const expectation = { risk: { score: 1, band: "low", places: [] }, basis: "none" } as never;
    const changed = [{ supplier: { ...supplier, country }, expectation }];
    await ctx.store.suppliers.add({ org: scene.organisation.id, added: [], changed, audit: [anEvent()] });
  }
}, 60_000);

const reader = (readsNorthKorea = false) =>
  asPerson(scene.ctx, {
    user: aUser({ org: scene.organisation.id, role: "analyst", readsNorthKorea }),
    organisation: scene.organisation,
  });
const show = (query: string) =>
  showPicture(reader(), { kind: "tiers", ...readPictureAsked(new URLSearchParams(query)) });
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

describe("countries that moved between tiers", () => {
  it("are those of the two reports", async () => {
    const { lead, drawn } = await show("from=tip-2024&to=tip-2025");
    expect(plain(lead)).toBe("From TIP 2024 to TIP 2025 31 countries have another tier: 11 worse, 20 better.");
    expect(drawn?.table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["Tier 1", "32", "1", "0", "0", "0", "0", "33"],
      ["Tier 2", "1", "89", "8", "0", "0", "0", "98"],
      ["Watch List", "0", "16", "14", "2", "0", "0", "32"],
      ["Tier 3", "0", "0", "3", "18", "0", "0", "21"],
      ["Special case", "0", "0", "0", "0", "4", "0", "4"],
      ["Not ranked", "0", "0", "0", "0", "0", "0", "0"],
      ["All countries", "33", "106", "25", "20", "4", "0", "188"],
    ]);
  });

  it("are drawn with the numbers of the table, each band and each bar", async () => {
    for (const query of ["", "from=tip-2020&to=tip-2025", "from=tip-2023&to=tip-2020"]) {
      const { drawn } = await show(query);
      const rows = (drawn?.table.rows ?? []).map(({ cells }) =>
        cells.slice(1).map(({ values: [value] }) => Number(value)),
      );
      const marks = drawn?.drawing.marks ?? [];
      const bands = marks.flatMap(({ said = "" }) => (/: (\d+) countr/.exec(plain(said)) ?? []).slice(1).map(Number));
      const cells = rows.slice(0, -1).flatMap((row) => row.slice(0, -1).filter((count) => count > 0));
      expect(bands.toSorted()).toEqual(cells.toSorted());
      const figures = marks.flatMap(({ shapes }) =>
        shapes.flatMap((one) => (one.look === "figure" ? [Number(one.text)] : [])),
      );
      expect(figures).toEqual([...rows.slice(0, -1).map((row) => row.at(-1)), ...(rows.at(-1)?.slice(0, -1) ?? [])]);
    }
  });

  it("lead to the suppliers there, what got worse first, with what is doubtful about them", async () => {
    const { also, notes } = await show("from=tip-2024&to=tip-2025");
    expect(also?.table.rows.map(({ href, cells }) => [href, ...cells.map(({ text }) => plain(text))])).toEqual([
      ["/suppliers?country=BR", "Brazil", "Tier 2, by elimination", "Watch List", "Worse", "2"],
      ["/suppliers?country=RS", "Serbia", "Watch List", "Tier 2", "Better", "1"],
    ]);
    expect(plain(also?.note ?? "")).toContain("No supplier there: Barbados");
    expect(plain(notes.join(" "))).toContain("TIP 2024: the tiers of 98 countries were found by elimination");
  });

  it("are of the two newest reports where others are asked for that there are not, and go into a file", async () => {
    expect((await show("from=tip-1999&to=nowhere")).editions).toMatchObject({ from: "tip-2024", to: "tip-2025" });
    expect((await show("from=tip-2025&to=tip-2025")).also?.table.rows).toEqual([]);
    const { lines } = await exportPicture(reader(), { kind: "tiers" });
    expect([...(lines as Iterable<string>)][2]).toBe("Tier 2,1,89,8,0,0,0,98\r\n");
  });
});
