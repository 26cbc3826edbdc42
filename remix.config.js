// @ts-check
// This file is the Vite configuration: every Vite command is given it by name (-c remix.config.js).

import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { compression } from "vite-plugin-compression2";

/** Programs that run on Node beside the pages: NAME becomes build/server/NAME.js, run with `node build/server/NAME.js`. */
const nodeEntries = {
  main: "app/server/main.ts",
  demo: "app/commands/demo.ts",
  screenshots: "tests/screenshots/main.ts",
  rate: "app/commands/rate.ts",
  languages: "app/commands/texts/languages.ts",
  resetPassword: "app/commands/record/reset-password.ts",
  newSecret: "app/commands/record/new-secret.ts",
  backup: "app/commands/record/backup.ts",
  restore: "app/commands/record/restore.ts",
  verify: "app/commands/record/verify.ts",
  bench: "tests/bench/main.ts",
  soak: "tests/soak/main.ts",
  "soak-writer": "tests/soak/writers/writer.ts",
  // In worker threads, see app/adapters/threads.
  "read-list": "app/commands/read-list.ts",
  "print-paper": "app/commands/print-paper.ts",
  "try-rules": "app/commands/threads/try-rules.ts",
};

/**
 * One alias per folder name of package.json "imports". Vite resolves extensions; Node alone would not,
 * and a name left unresolved here would build and then fail only when run.
 */
export const alias = ["app", "db", "questionnaires", "scoring", "terms", "tests"].map((folder) => ({
  find: new RegExp(`^#${folder}/`),
  // Not the path of the URL: in it a space of a folder's name is %20.
  replacement: fileURLToPath(new URL(`./${folder}/`, import.meta.url)),
}));

/** Comes after remix(), which sets the input of the server build itself. @type {import("vite").Plugin} */
const extraEntries = {
  name: "extra-node-entries",
  apply: "build",
  config(_config, { isSsrBuild }) {
    if (!isSsrBuild) return undefined;
    const input = { index: "virtual:remix/server-build", ...nodeEntries };
    return { build: { target: "node20", rollupOptions: { input, output: { entryFileNames: "[name].js" } } } };
  },
};

/** @param {string} kept */
const readNow = (kept) => `import { readFileSync } from "node:fs";
export default JSON.parse(readFileSync(new URL(import.meta.ROLLUP_FILE_URL_${kept}), "utf8"));`;

/** Texts, and what is known of them: one file a language, of which most processes need few. */
const isTexts = /\/(texts(-\d+)?|locales\/[^/]+|translations)\/[^/]+\.json$/;

/**
 * The same value, read when somebody looks deeper into it than its own plain members, and forgotten when nobody holds what was
 * found there: whoever asks often keeps it. @param {string} kept @param {Record<string, unknown>} value
 */
const readLater = (kept, value) => `import { readFileSync } from "node:fs";
let known;
const read = () => {
  let value = known?.deref();
  if (value === undefined) {
    value = JSON.parse(readFileSync(new URL(import.meta.ROLLUP_FILE_URL_${kept}), "utf8"));
    known = new WeakRef(value);
  }
  return value;
};
const plain = ${JSON.stringify(Object.fromEntries(Object.entries(value).filter(([, inner]) => typeof inner !== "object" && String(inner).length < 200)))};
export default new Proxy(plain, {
  get: (_, name) => (Object.hasOwn(plain, name) ? plain[name] : read()[name]),
  has: (_, name) => name in read(),
  ownKeys: () => Reflect.ownKeys(read()),
  getOwnPropertyDescriptor: (_, name) => {
    const found = Object.getOwnPropertyDescriptor(read(), name);
    return found && { ...found, configurable: true };
  },
});`;

/**
 * Large tables and texts, which as source code stay in memory three times: as text of the program, as a constant and as values.
 * The programs read them from beside themselves instead. @type {import("vite").Plugin}
 */
const readFromBeside = {
  name: "read-from-beside",
  enforce: "pre",
  apply: (_config, { command, isSsrBuild }) => command === "build" && isSsrBuild === true,
  async resolveId(source, importer, options) {
    if (!source.endsWith(".json")) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    const isLarge = found && !found.external && statSync(found.id).size > 10_000;
    return isLarge ? `\0beside:${found.id}.js` : found;
  },
  load(id) {
    const [, file] = /^\0beside:(.*)\.js$/.exec(id) ?? [];
    if (file === undefined) return null;
    // Parsed once here, so that what is no JSON stops the build.
    const source = JSON.stringify(JSON.parse(readFileSync(file, "utf8")));
    const kept = this.emitFile({ type: "asset", name: `${basename(file, ".json")}.json`, source });
    return isTexts.test(file) ? readLater(kept, JSON.parse(source)) : readNow(kept);
  },
};

/** Beside each file for browsers, the same pressed as hard as it goes, which takes too long while somebody waits. @type {import("vite").Plugin} */
const pressed = {
  ...compression({ algorithms: ["brotliCompress"], include: /\.(css|js)$/, threshold: 1000, logLevel: "silent" }),
  apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
};

// Both builds write the style sheets, and under one name only when both write them for the same browsers: else pages that
// are drawn in the browser load a second copy.
const browsers = ["chrome87", "edge88", "firefox78", "safari14"];

export default defineConfig({
  build: { cssTarget: browsers },
  plugins: [
    remix({
      appDirectory: "app/router",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
        unstable_optimizeDeps: true,
      },
    }),
    extraEntries,
    readFromBeside,
    pressed,
  ],
  resolve: { alias },
});
