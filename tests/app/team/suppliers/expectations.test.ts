import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { asSystem } from "#app/services/context/callers";
import type { Catalogue } from "#app/services/context/resources/catalogue";
import { expectAnew } from "#app/services/ratings/expect-anew";
import { exportSuppliers } from "#app/services/team/suppliers/export-suppliers";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { currentEdition, referenceLists } from "#scoring/editions/index";
import { loadEdition } from "#scoring/editions/load-edition";
import { aScene, as, more, type Scene, sign, workedAnswers } from "./scene";

const view = (query: string) => readSupplierView(new URLSearchParams(query));
const { signal } = new AbortController();

/** A year later: Viet Nam is in Tier 3. */
function nextEdition(catalogue: Catalogue): Catalogue {
  const { definition } = currentEdition();
  const tiers = { ...definition.tiers, VN: "3" };
  const next = loadEdition({ ...definition, id: "tip-2026", year: 2026, tiers }, referenceLists, "f".repeat(64));
  return { ...catalogue, editions: async (org) => [...(await catalogue.editions(org)), next] };
}

async function namesOf(scene: Scene, query: string): Promise<readonly string[]> {
  return (await listSuppliers(as(scene, "analyst"), view(query))).lines.map(({ tiers, expected }) =>
    [...tiers.map(({ country, tier }) => `${country} ${tier}`), expected?.score ?? "rated"].join(" "),
  );
}

test("on the first day a filter finds what the rows show, worst expected first, and a rating empties it", async () => {
  const scene = await aScene();
  await more(scene, [{ country: "CN" }, { country: "PL" }, { country: "MO" }]);
  expect(await namesOf(scene, "")).toEqual(["MO 3 62.5", "CN 3 56.5", "VN 2 39", "PL 1 30.25"]);
  expect(await namesOf(scene, "tier=3")).toEqual(["MO 3 62.5", "CN 3 56.5"]);
  expect(await namesOf(scene, "expected=high&sort=expected&dir=up")).toEqual(["CN 3 56.5", "MO 3 62.5"]);
  const page = await listSuppliers(as(scene, "analyst"), view(""));
  expect(page.expected).toEqual({ suppliers: 4, total: 4, weights: { C: 0.35, S: 0.2, W: 0.3, T: 0.15 } });

  await sign(scene, scene.recipient, workedAnswers());
  expect((await namesOf(scene, ""))[0]).toMatch(/rated$/);
  // The worked example has sites in China and Portugal; the supplier itself is in Viet Nam.
  for (const query of ["country=VN", "country=PT"]) expect(await namesOf(scene, query)).toHaveLength(1);
  expect(await namesOf(scene, "country=CN")).toHaveLength(2);
  const rated = await showSupplier(as(scene, "analyst"), { id: scene.recipient.supplier.id });
  expect(rated.expected).toBeUndefined();
});

test("the page of a supplier shows the sum, and the export has columns of its own", async () => {
  const scene = await aScene();
  const { expected } = await showSupplier(as(scene, "analyst"), { id: scene.recipient.supplier.id });
  expect(expected).toMatchObject({ score: 39, band: "medium" });
  expect(expected?.places[0]?.lines.map(({ of, share, points }) => [of, share, points])).toEqual([
    [40, 0.35, 14],
    [50, 0.2, 10],
    [25, 0.3, 7.5],
    [50, 0.15, 7.5],
  ]);
  const { lines } = await exportSuppliers(as(scene, "analyst"), view(""));
  const read: string[] = [];
  for await (const line of lines) read.push(line);
  const [head = [], row = []] = parse(read.join(""), { bom: true });
  const of = (column: string) => row[head.indexOf(column)];
  expect([of("expected_before_answers"), of("expected_band"), of("expected_edition")]).toEqual([
    "39",
    "medium",
    "tip-2025",
  ]);
  expect([of("score"), of("band"), of("country_tiers")]).toEqual(["", "none", "VN:2"]);
});

test("a new edition is worked out anew for those without a rating, once, and leaves one event", async () => {
  const scene = await aScene(2);
  await sign(scene, scene.recipient, workedAnswers());
  const before = await namesOf(scene, "sort=ref");
  expect(await expectAnew(asSystem(scene.ctx, "rules"), { signal })).toBe(0);
  const ctx = { ...scene.ctx, catalogue: nextEdition(scene.ctx.catalogue) };
  expect(await expectAnew(asSystem(ctx, "rules"), { signal })).toBe(1);
  expect(await expectAnew(asSystem(ctx, "rules"), { signal })).toBe(0);
  expect(await namesOf(scene, "sort=ref")).toEqual([before[0], "VN 3 56.5"]);
  expect(await namesOf(scene, "tier=3&band=none")).toEqual(["VN 3 56.5"]);
  const org = scene.organisation.id;
  const events = await scene.ctx.store.audit.trail(org, { subjects: [org], most: 10 });
  expect(events.filter(({ action }) => action === "suppliers.expected-anew")).toMatchObject([
    { details: { suppliers: 1 }, actor: { kind: "system", name: "rules" } },
  ]);
});
