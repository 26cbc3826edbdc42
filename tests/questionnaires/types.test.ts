import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PartValue } from "#questionnaires/answers";
import type { Part } from "#questionnaires/definition";
import { partTypeOf, partTypes } from "#questionnaires/types/index";
import type { PartOf } from "#questionnaires/types/part-type";
import { tableTotals } from "#questionnaires/types/table";
import { currentQuestionnaire } from "#tests/support/questionnaires";
import { arbitraryValue } from "./arbitrary";
import { cleanFirm, row } from "./firms";
import { tableOf } from "./forms";

/** One part at least of each kind, so that a new kind goes through all that is said of kinds below. */
const samples: { readonly [Type in Part["type"]]: readonly [PartOf<Type>, ...PartOf<Type>[]] } = {
  one: [{ id: "one", type: "one", options: ["a", "b"] }],
  many: [{ id: "many", type: "many", options: ["a", "b", "none"], exclusive: ["none"] }],
  number: [{ id: "number", type: "number", min: 0, max: 10 }],
  percent: [{ id: "percent", type: "percent" }],
  text: [{ id: "text", type: "text", max: 20 }],
  date: [
    { id: "month", type: "date", precision: "month" },
    { id: "day", type: "date", precision: "day" },
  ],
  matrix: [{ id: "matrix", type: "matrix", rows: ["x", "y"], options: ["yes", "no"] }],
  table: [
    { id: "table", type: "table", min: 0, max: 3, named: "name", columns: [{ id: "name", type: "text", max: 20 }] },
  ],
};
const asked = [...currentQuestionnaire("forced-labour").questions.values()].flatMap((question) => question.parts);
const parts: readonly Part[] = [...asked, ...Object.values(samples).flat()];
const sites = new Set(["s1", "s2", "s3"]);

describe("kinds of parts", () => {
  it("keep exactly what their schema describes", () => {
    const drawn = fc.constantFrom(...parts).chain((part) => fc.tuple(fc.constant(part), arbitraryValue(part)));
    fc.assert(
      fc.property(drawn, ([part, value]) => {
        // JSON knows no undefined members; the stores and forms that values come from neither.
        const json: unknown = value === undefined ? undefined : JSON.parse(JSON.stringify(value) ?? "null");
        const type = partTypeOf(part);
        const fits = type.schema(part).safeParse(json).success;
        expect(type.sanitize(part)(json, sites) === json && json !== undefined).toBe(fits);
      }),
      { numRuns: 3000 },
    );
  });

  it("are known by their own names", () => {
    for (const [name, { type }] of Object.entries(partTypes)) expect(type).toBe(name);
  });

  it("summarise any value they keep as codes and figures", () => {
    const drawn = fc.constantFrom(...parts).chain((part) => fc.tuple(fc.constant(part), arbitraryValue(part)));
    fc.assert(
      fc.property(drawn, ([part, value]) => {
        const kept: PartValue | undefined = partTypeOf(part).sanitize(part)(value, sites);
        if (kept === undefined) return;
        expect(() => JSON.stringify(partTypeOf(part).summary(part, kept))).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it("summarise a table with its rows and running totals", () => {
    const part = tableOf("D1");
    const value = cleanFirm.D1?.value?.workforce ?? [];
    const summary = partTypeOf(part).summary(part, value);
    expect(summary).toMatchObject({ kind: "table", rows: [{ id: "d1" }] });
    const rows = [row("a", { own: 2, agency: 3 }), row("b", { own: 5 })];
    expect(tableTotals(part, rows).slice(0, 2)).toEqual([
      { column: "own", sum: 7 },
      { column: "agency", sum: 3 },
    ]);
  });
});
