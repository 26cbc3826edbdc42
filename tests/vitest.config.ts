import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../remix.config.js";

// The Remix plugin stays out: it expects a page round every component.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  resolve: { alias },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: "tests/temporary-folder.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
