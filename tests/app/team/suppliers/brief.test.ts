import { beforeAll, describe, expect, it } from "vitest";
import { printBrief as print } from "#app/paper/brief/print-brief";
import type { TeamContext } from "#app/services/context/contexts";
import { printBrief } from "#app/services/team/suppliers/brief/print-brief";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import type { BriefSheet } from "#app/views/team/supplier/brief-sheet";
import { hasPoppler, objectsOf, poppler } from "#tests/support/pdf";
import { codeOf } from "#tests/support/team";
import { aScene, as, type Scene, sign, workedAnswers } from "./scene";

const visible = (text: string) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ");
const textOf = (bytes: Uint8Array) => visible(poppler("pdftotext", bytes));

/** The sheet that is given to the printer. */
async function sheetFor(ctx: TeamContext, id: string): Promise<BriefSheet> {
  let sheet: BriefSheet | undefined;
  const printer: TeamContext["printer"] = {
    async print(order) {
      if (order.paper === "brief") sheet = order.sheet;
      return new Uint8Array();
    },
  };
  await printBrief({ ...ctx, printer }, { id });
  if (!sheet) throw new Error("nothing was printed");
  return sheet;
}

function withoutRight(scene: Scene): TeamContext {
  const ctx = as(scene, "analyst");
  return { ...ctx, may: (permission) => permission !== "north-korea.read" && ctx.may(permission) };
}

async function signedScene(change: Parameters<typeof workedAnswers>[0] = {}): Promise<Scene> {
  const scene = await aScene();
  await sign(scene, scene.recipient, workedAnswers(change));
  return scene;
}

describe("the brief of a supplier", () => {
  let scene: Scene;
  let sheet: BriefSheet;
  const idOf = ({ recipient }: Scene) => recipient.supplier.id;
  beforeAll(async () => {
    scene = await signedScene();
    sheet = await sheetFor(as(scene, "analyst"), idOf(scene));
  });

  it("is one tagged sheet, small, with its fonts in it, and the trail says who took it", async () => {
    const { bytes, name, type } = await printBrief(as(scene, "analyst"), { id: idOf(scene) });
    expect([name, type]).toEqual([`${scene.recipient.supplier.ref}.pdf`, "application/pdf"]);
    expect(bytes.length).toBeLessThan(200_000);
    const objects = objectsOf(bytes);
    expect(objects).toMatch(/\/Marked true/);
    for (const role of ["Document", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Figure"]) {
      expect(objects).toContain(`/S /${role}\n`);
    }
    const fonts = objects.match(/\/Subtype \/Type0/g)?.length;
    expect(objects.match(/\/FontFile2 /g)).toHaveLength(fonts ?? 0);
    const trail = { actions: ["data.exported" as const], most: 1 };
    const [event] = await scene.ctx.store.audit.trail(scene.organisation.id, trail);
    expect(event?.details).toEqual({ what: "brief" });
    if (hasPoppler) expect(poppler("pdfinfo", bytes)).toMatch(/Tagged: +yes[\s\S]*Pages: +1\n/);
  });

  it.skipIf(!hasPoppler)("says what the page says: the band, the sum, the statuses and every doubt", async () => {
    const { rated } = await showSupplier(as(scene, "viewer"), { id: idOf(scene) });
    const text = textOf(await print(sheet));
    expect(text).toContain(`${rated?.rating.score.toFixed(2)} of 100, higher is worse.`);
    expect(text).toContain(rated?.signed?.hash);
    for (const { name } of rated?.rating.statuses ?? []) expect(text).toContain(name);
    const doubts = Object.values(rated?.explained?.doubts ?? {}).flatMap((all) => all ?? []);
    expect(doubts.length).toBeGreaterThan(0);
    const sentences = doubts.flatMap((doubt) => doubt.text.match(/[^.]+\./g) ?? []);
    expect(new Set(sentences.map((one) => one.trim())).size).toBeLessThan(sentences.length);
    for (const one of sentences) expect(text.split(visible(one.trim())).length, one).toBe(2);
    for (const { text: said } of sheet.known.rows.slice(0, 3)) expect(text).toContain(visible(said));
  });

  it.skipIf(!hasPoppler)(
    "with very long lists is one sheet that counts what is left out, and keeps all doubts",
    async () => {
      const rows = Array.from({ length: 40 }, (_, at) => ({
        text: `Row ${at} ${"of many words ".repeat(30)}`,
        value: "x",
      }));
      const list = (of: BriefSheet["known"]) => ({ ...of, rows, all: 40 });
      const doubt = `${"A doubt that nobody may leave out. ".repeat(50)}The last doubt.`;
      const long: BriefSheet = {
        ...sheet,
        name: "Long name ".repeat(40),
        known: list(sheet.known),
        proof: list(sheet.proof),
        next: list(sheet.next),
        doubts: { ...sheet.doubts, paragraphs: [doubt] },
      };
      const bytes = await print(long);
      expect(poppler("pdfinfo", bytes)).toMatch(/Pages: +1\n/);
      const text = textOf(bytes);
      expect(text).toContain("The last doubt.");
      expect(text.match(/A doubt that nobody/g)).toHaveLength(50);
      const left = [...text.matchAll(/Not on this sheet: (\d+) more/g)].map(([, count]) => Number(count));
      const shown = text.match(/Row \d+ of many/g)?.length ?? 0;
      expect(left).toHaveLength(3);
      expect(left.reduce((sum, count) => sum + count, shown)).toBe(120);
    },
  );

  it.skipIf(!hasPoppler)("has names in any script", async () => {
    const names = "丹东港灯水产有限公司 محمد Приморлес ศรีน้ำ";
    const text = textOf(await print({ ...sheet, name: names })).normalize("NFC");
    for (const name of names.split(" ")) expect(text).toContain(name.normalize("NFC"));
  });

  it("is the same for whoever may not read of North Korean labour, whatever was answered", async () => {
    const other = await signedScene({ E1: { unsure: "dk" } });
    const [mine, theirs] = [
      await sheetFor(withoutRight(scene), idOf(scene)),
      await sheetFor(withoutRight(other), idOf(other)),
    ];
    const own = ({ name, title, facts }: BriefSheet) => ({ name, title, facts });
    expect(theirs).toEqual({ ...mine, ...own(theirs) });
    expect(mine).not.toHaveProperty("sum");
    expect(mine).not.toHaveProperty("statuses");
    expect(mine.ruler).toBeUndefined();
    expect(mine.seal).toBeUndefined();
    expect(mine.verdict[0]).toBe("Some reasons are restricted.");
    // With the right the two are told apart, so that what is the same above is no accident.
    expect(await sheetFor(as(other, "analyst"), idOf(other))).not.toEqual(sheet);
  });

  it("is not there for a supplier without a rating", async () => {
    const unrated = await aScene();
    expect(await codeOf(printBrief(as(unrated, "analyst"), { id: idOf(unrated) }))).toBe("not-found");
  });
});
