import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../remix.config.js";

/** Tests that start the whole product, measure it or take its power away: each wants the machine for itself. */
const alone = ["tests/faults/**", "tests/journeys/**", "tests/soak/**"];

// The Remix plugin stays out: it expects a page round every component.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: { alias },
  test: {
    environment: "node",
    globalSetup: "tests/temporary-folder.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "side by side",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: alone,
          maxWorkers: 2,
          // Each worker reads the product once, and all its files use it: no test may change what another one reads.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          include: alone.map((files) => `${files}/*.test.{ts,tsx}`),
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
