import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildReference } from "#app/commands/build-reference";

const sources = fileURLToPath(new URL("../../../scoring/reference/sources/", import.meta.url));

/** Builds from the tables of the project with one of them changed. */
function buildWith(table: string, change: (text: string) => string): void {
  const folder = mkdtempSync(join(tmpdir(), "avow-tables-"));
  try {
    cpSync(sources, folder, { recursive: true });
    const before = readFileSync(join(folder, table), "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${table} was not changed`);
    writeFileSync(join(folder, table), after);
    buildReference(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ["a chapter for a good that is not listed", "goods_chapters.csv", "zinc,", "zink,", "zink"],
  ["a listed good without a line for its chapter", "goods_chapters.csv", "\nzinc,26; 79", "", "zinc"],
  ["a chapter that holds an unknown material", "material_chapters.csv", "74,copper,", "74,kupfer,", "kupfer"],
  ["a service that is an unknown industry", "service_sectors.csv", ",medical,", ",medicine,", "medicine"],
  ["a service with points that are no number", "service_sectors.csv", "Construction,50", "Construction,much", "points"],
  ["a note about no order", "order_notes.csv", "Kingtom Aluminio", "Kingdom Aluminio", "Kingdom Aluminio"],
  ["an order of an unknown kind", "wro_cbp_2026-06-23.csv", ",WRO,Active,", ",Ban,Active,", "kind"],
  ["an order in an unknown state", "wro_cbp_2026-06-23.csv", ",Partially Modified,", ",Perhaps,", "state"],
  ["a sector that nobody placed", "uflpa_priority_sectors.csv", "\npvc,", "\nvinyl,", "pvc"],
  [
    "a later report on a known country as new",
    "dprk_labor_additions_2026-11.csv",
    ",update last_reported and sectors",
    ",new row",
    "LA",
  ],
  ["an entity on an unknown sub-list", "uflpa_entities.csv", ",CN,i;v,", ",CN,vii,", "sections"],
  ["a time limit in an unknown unit", "detention_clocks.csv", ",3,months,", ",3,moons,", "unit"],
  ["a time limit that rests on nothing", "detention_clocks.csv", ",cmtrade-2022,", ",,", "sources"],
  ["a reference that is neither read nor unread", "references.csv", ",2023-08-23,read", ",2023-08-23,perhaps", "known"],
])("%s is refused, and named", (_what, table, from, to, named) => {
  expect(() => buildWith(table, (text) => text.replace(from, () => to))).toThrow(named);
});
