import { beforeAll, describe, expect, it } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { percentileOf } from "#app/services/team/reports/benchmark/peers";
import { showReport } from "#app/services/team/reports/show-report";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { sectorOf } from "#scoring/sector";
import { aRealRating, aScene, as, type Scene, sign, workedAnswers } from "#tests/app/team/suppliers/scene";
import { anEvent } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";

const asked = { report: "international", campaign: "", from: "", until: "" };

describe("a percentile", () => {
  it("is said among ten others and no fewer, the same score counted half", () => {
    expect(percentileOf({ others: 9, lower: 9, alike: 0 })).toBeUndefined();
    expect(percentileOf({ others: 10, lower: 0, alike: 0 })).toBe(0);
    expect(percentileOf({ others: 10, lower: 3, alike: 2 })).toBe(40);
    expect(percentileOf({ others: 10, lower: 10, alike: 0 })).toBe(100);
  });
});

describe("the sector of a supplier", () => {
  const of = (cells: Record<string, string>) => sectorOf({ C1: { value: { goods: [{ id: "g", cells }] } } });
  it("is the chapter or the service of its first product", () => {
    expect(sectorOf(workedAnswers())).toBe("61");
    expect(of({ kind: "service", sector: "repair" })).toBe("repair");
    expect(of({ kind: "goods", hs: "unknown" })).toBeUndefined();
    expect(sectorOf({})).toBeUndefined();
  });
});

describe("suppliers among others", () => {
  let scene: Scene;
  const idOf = (at: number) => scene.recipients[at]?.supplier.id ?? "";
  const withoutRight = (): TeamContext => {
    const ctx = as(scene, "analyst");
    return { ...ctx, may: (permission) => permission !== "north-korea.read" && ctx.may(permission) };
  };
  beforeAll(async () => {
    scene = await aScene(13);
    const [first, ...others] = scene.recipients;
    if (!first) throw new Error("thirteen were asked");
    await sign(scene, first, workedAnswers());
    const rating = aRealRating(workedAnswers());
    for (const [at, { attestation, supplier }] of others.slice(0, 11).entries()) {
      const score = rating.score - 6 + at;
      await scene.ctx.store.ratings.add({
        ...aNewRating({ attestation: attestation.id, supplier: supplier.id, rating: { ...rating, score } }),
        ...{ sector: at < 5 ? "61" : "repair", org: scene.organisation.id, audit: anEvent() },
      });
    }
  });

  it("have a place on their page among ten others, and are told where there are fewer", async () => {
    const ctx = as(scene, "analyst");
    const { rated } = await showSupplier(ctx, { id: idOf(1) });
    expect(rated?.standing?.sentences).toEqual([
      expect.stringMatching(/^Of its sector and country: fewer than 10 others, not said\.$/),
      expect.stringMatching(/^Of its sector \(HS 61, .*\): fewer than 10 others, not said\.$/),
      expect.stringMatching(/^Percentile \d+ of 11 others in /),
    ]);
    expect(rated?.standing?.definition).toContain("Standard");
  });

  it("stand in the table of their country, by rules and countries, with its quarters", async () => {
    const { benchmark } = await showReport(as(scene, "viewer"), asked);
    const own = await showReport(as(scene, "analyst"), asked);
    expect(own.benchmark.countries).toHaveLength(1);
    expect(own.benchmark.countries[0]).toMatchObject({ suppliers: 12, made: expect.stringContaining("TIP 2025") });
    expect(own.benchmark.countries[0]?.quarters?.[1]).toBeGreaterThan(0);
    expect(own.benchmark.sectors).toEqual([]);
    expect(benchmark.rated).toBe(12);
  });

  it("have neither place nor quarters for whoever may not read of North Korean labour", async () => {
    const ctx = withoutRight();
    const page = await showSupplier(ctx, { id: idOf(1) });
    expect(JSON.stringify(page)).not.toContain("Percentile");
    const { benchmark } = await showReport(ctx, asked);
    expect(benchmark.countries).toHaveLength(1);
    expect(benchmark.countries[0]).not.toHaveProperty("quarters");
  });
});
