import { describe, expect, test } from "vitest";
import { bands } from "#terms/bands";
import { population } from "#tests/scoring/population/population";
import { bandOf, rated, type Supplier, supplierWith } from "./supplier";
import { bounded, unbounded, type Way } from "./ways";

const suppliers: readonly Supplier[] = population(1200).map(supplierWith);

/** Of all suppliers, in percent: to how many it applies, who gets a better band, and who gets it without losing confidence for it. */
function measured(way: Way): { readonly applies: number; readonly better: number; readonly free: number } {
  let [applies, better, free] = [0, 0, 0];
  for (const supplier of suppliers) {
    const answers = way(supplier);
    if (answers === undefined) continue;
    applies += 1;
    if (bands.indexOf(bandOf(answers)) >= bands.indexOf(supplier.rating.band)) continue;
    better += 1;
    if (rated(answers).confidence > supplier.rating.confidence - 8) free += 1;
  }
  const share = (count: number) => Math.round((1000 * count) / suppliers.length) / 10;
  return { applies: share(applies), better: share(better), free: share(free) };
}

const found: string[] = [];
const say = (name: string, { applies, better, free }: ReturnType<typeof measured>) =>
  found.push(`${name}: applies to ${applies} %, better band ${better} %, free ${free} %`);

describe("ways of saying less", { timeout: 60_000 }, () => {
  test.each(Object.entries(bounded))("%s pays for at most one supplier in twenty", (name, way) => {
    const shares = measured(way);
    say(name, shares);
    expect(shares.applies).toBeGreaterThan(0);
    expect(shares.free).toBeLessThanOrEqual(5);
  });

  test("what no arithmetic can bound is measured, and stands in the README", () => {
    for (const [name, way] of Object.entries(unbounded)) say(name, measured(way));
    process.stdout.write(`${found.join("\n")}\n`);
  });
});
