import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../../remix.config.js";

// `npm run test:languages`: too long for every run of the tests, and run before words go out.
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: { alias },
  test: {
    environment: "node",
    globalSetup: "tests/temporary-folder.ts",
    include: ["tests/languages/*.test-languages.ts"],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
