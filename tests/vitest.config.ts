import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { alias } from "../remix.config.js";

/** Tests that start the whole product. */
const whole = ["tests/faults/**", "tests/journeys/**", "tests/soak/**"];

/** Those of them that a person's pace is enough for: two browsers share the machine, and nothing is measured in them. */
const unhurried = [
  "accounts",
  "actions",
  "administrators",
  "api",
  "archive",
  "before-signing",
  "borders",
  "compare",
  "evidence",
  "hostile-forms",
  "hostile-names",
  "hostile-words",
  "large-text",
  "launch",
  "links",
  "mailbox",
  "north-korea",
  "own-result",
  "own-rules",
  "pictures",
  "rate-again",
  "reminders",
  "returns",
  "reviews",
  "risk-desk",
  "signing-code",
  "supplier",
  "supplier-views",
  "team",
  "unknown-buttons",
  "waiting",
  "what-if",
  "workbook",
].map((name) => `tests/journeys/${name}.test.ts`);

/** Those that take longest, by their seconds; a large file is not a long one. */
const longest = [
  ...["team", "supplier", "borders", "large-text", "actions"].map((name) => `journeys/${name}`),
  "db/suppliers/table-cells",
  "architecture/places",
  "app/team/suppliers/by-hand",
  "db/postgres/store",
  "app/jobs/killed",
  "app/team/frame",
  "app/team/suppliers/pages",
  "app/commands/rate",
  "app/commands/demo",
  "app/team/supplier-file",
  "db/sqlite/store",
].map((name) => `/tests/${name}.test.`);

/** Begins with what takes longest, or one worker would wait at the end for the other. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => longest.findIndex((name) => moduleId.includes(name));
    const sorted = await super.sort(files);
    const first = sorted.filter((file) => placeOf(file) !== -1).sort((a, b) => placeOf(a) - placeOf(b));
    return [...first, ...sorted.filter((file) => placeOf(file) === -1)];
  }
}

// The Remix plugin stays out: it expects a page round every component.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: { alias },
  test: {
    environment: "node",
    globalSetup: "tests/temporary-folder.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "side by side",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: whole,
          maxWorkers: 2,
          // Each worker reads the product once, and all its files use it: no test may change what another one reads.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: "unhurried", include: unhurried, maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          // They measure the product or take its power away: each wants the machine for itself.
          name: "alone",
          include: whole.map((files) => `${files}/*.test.{ts,tsx}`),
          exclude: unhurried,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
