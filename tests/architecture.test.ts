import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const rulesFile = ".dependency-cruiser.cjs";
const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const folders = ["app", "db", "questionnaires", "scoring", "tests"];

type Rules = { forbidden: { name: string }[] };
type Violation = { rule: { name: string }; from: string };

/** Small files that stand in for the product, so that a plant has something to import. */
const ground = {
  "questionnaires/definition.ts": "export const questionnaire = 1; export type Questionnaire = number;",
  "scoring/rate.ts": "export const rate = 1; export type Rating = number;",
  "db/index.ts": "export const openStore = 1;",
  "db/errors.ts": "export const conflict = 1;",
  "db/sqlite/dialect.ts": "export const dialect = 1;",
  "db/postgres/kit.ts": "export type Kit = number; export const kit = 1;",
  "db/store.ts": "export type Store = number; export const store = 1;",
  "app/config.server.ts": "export const config = 1; export type Config = number;",
  "app/domain/permissions.ts": "export const may = 1;",
  "app/i18n/words.server.ts": "export const words = 1;",
  "app/services/list-suppliers.ts": "export const listSuppliers = 1;",
  "app/server/log.ts": "export const log = 1;",
  "tests/factories.ts": "export const aSupplier = 1;",
};

/** Forbidden imports, at least one for every rule: the rule, the file it is planted in, and what is planted. */
const plants: readonly (readonly [rule: string, file: string, code: string])[] = [
  ["no-circles", "app/services/circle-back.ts", 'import { a } from "./circle"; export const b = a;'],
  ["no-missing-files", "app/server/missing.ts", 'export * from "#app/nowhere";'],
  ["relative-only-within-a-folder", "app/server/dots.ts", 'export * from "../problem-dots";'],
  ["questionnaires-stay-pure", "questionnaires/impure.ts", 'export { readFileSync } from "node:fs";'],
  ["questionnaires-stay-pure", "questionnaires/judging.ts", 'export { rate } from "#scoring/rate";'],
  ["scoring-stays-pure", "scoring/impure.ts", 'export { useState } from "react";'],
  ["scoring-stays-pure", "scoring/clock.ts", 'export { performance } from "node:perf_hooks";'],
  ["db-knows-only-its-driver", "db/upwards.ts", 'export { config } from "#app/config.server";'],
  ["db-knows-only-its-driver", "db/sending.ts", 'export { createTransport } from "nodemailer";'],
  ["db-runs-no-core", "db/judging.ts", 'export { rate } from "#scoring/rate";'],
  ["queries-know-no-dialect", "db/queries/dialect.ts", 'export { dialect } from "#db/sqlite/dialect";'],
  ["queries-know-no-dialect", "db/tables/kit.ts", 'export type { Kit } from "#db/postgres/kit";'],
  [
    "queries-know-no-dialect",
    "db/database/types.ts",
    'import type { Kit } from "#db/postgres/kit"; export type K = Kit;',
  ],
  ["databases-know-not-each-other", "db/postgres/other.ts", 'export { dialect } from "#db/sqlite/dialect";'],
  ["only-db-knows-its-driver", "app/server/pglite.ts", 'export { PGlite } from "@electric-sql/pglite";'],
  ["services-know-no-framework", "app/services/remix.ts", 'export { redirect } from "@remix-run/node";'],
  ["services-know-no-framework", "app/services/react.ts", 'export { useState } from "react";'],
  ["services-know-no-framework", "app/services/query.ts", 'export { sql } from "drizzle-orm";'],
  ["services-open-no-store", "app/services/open.ts", 'export { openStore } from "#db/index";'],
  ["services-know-no-shell", "app/services/shell.ts", 'export { log } from "#app/server/log";'],
  ["services-know-no-shell", "app/services/settings.ts", 'export { config } from "#app/config.server";'],
  ["domain-stands-alone", "app/domain/leaning.ts", 'export { questionnaire } from "#questionnaires/definition";'],
  ["only-db-knows-its-driver", "app/server/driver.ts", 'export { sql } from "drizzle-orm";'],
  ["only-db-knows-its-driver", "app/commands/driver.ts", 'export { default } from "better-sqlite3";'],
  ["shells-open-the-store-by-its-door", "app/commands/window.ts", 'export { store } from "#db/store";'],
  ["shells-open-the-store-by-its-door", "app/context.server.ts", 'export { store } from "#db/store";'],
  ["routes-run-no-core", "app/routes/rating.tsx", 'export { rate } from "#scoring/rate";'],
  ["routes-run-no-core", "app/root.tsx", 'export { store } from "#db/store";'],
  ["routes-know-no-server", "app/routes/log.tsx", 'export { log } from "#app/server/log";'],
  ["components-only-draw", "app/components/list.tsx", 'export { listSuppliers } from "#app/services/list-suppliers";'],
  ["components-only-draw", "app/components/answer.tsx", 'export { json } from "@remix-run/node";'],
  ["components-only-draw", "app/components/score.tsx", 'export type { Rating } from "#scoring/rate";'],
  ["nobody-draws-with-the-server", "app/pictures/served.tsx", 'export { words } from "#app/i18n/words.server";'],
  ["pictures-only-draw", "app/pictures/list.tsx", 'export { listSuppliers } from "#app/services/list-suppliers";'],
  ["i18n-stands-alone", "app/i18n/leaning.ts", 'export { may } from "#app/domain/permissions";'],
  ["mails-are-written-from-the-context", "app/mail/asking.ts", 'export { openStore } from "#db/index";'],
  ["product-imports-no-tests", "app/services/factory.ts", 'export { aSupplier } from "#tests/factories";'],
];

/** What the rules must go on allowing, or they would be loosened one day to get work done. */
const allowed = {
  "app/services/circle.ts": 'import { b } from "./circle-back"; export const a: number = b;',
  "app/problem-dots.ts": "export const dots = 1;",
  "app/services/fine.ts":
    'import type { Config } from "#app/config.server"; import { may } from "#app/domain/permissions"; import { conflict } from "#db/errors"; import type { Store } from "#db/store"; import { rate } from "#scoring/rate"; export const fine = [may, conflict, rate]; export type Fine = [Config, Store];',
  "app/routes/fine.tsx":
    'import type { Rating } from "#scoring/rate"; import { listSuppliers } from "#app/services/list-suppliers"; export const fine = listSuppliers; export type Fine = Rating;',
  "app/components/fine.tsx":
    'import { useState } from "react"; import { link } from "#app/pictures/fine"; export const fine = [useState, link];',
  "app/pictures/fine.tsx": 'import { useMemo } from "react"; export const link = useMemo;',
  "app/mail/fine.ts":
    'import type { Store } from "#db/store"; import { createTransport } from "nodemailer"; export const fine = createTransport; export type Fine = Store;',
  "db/fine.ts":
    'import type { Rating } from "#scoring/rate"; export { sql } from "drizzle-orm"; export { join } from "node:path"; export type Fine = Rating;',
  "scoring/fine.ts":
    'import * as z from "zod"; import { questionnaire } from "#questionnaires/definition"; export const fine = [z, questionnaire];',
};

async function violationsIn(folder: string): Promise<Violation[]> {
  const args = [cruiser, "--config", rulesFile, "--output-type", "json", ...folders];
  const report = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 64_000_000 }).catch(
    // It exits with the number of violations, after the same report.
    (error: { stdout: string }) => error,
  );
  return JSON.parse(report.stdout).summary.violations;
}

function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
}

let planted: string;
let found: Violation[];

beforeAll(async () => {
  mkdirSync(join(root, ".tmp"), { recursive: true });
  planted = mkdtempSync(join(root, ".tmp/boundaries-"));
  for (const file of [rulesFile, "tsconfig.json", "package.json"]) cpSync(join(root, file), join(planted, file));
  symlinkSync(join(root, "node_modules"), join(planted, "node_modules"));
  writeFiles(planted, ground);
  writeFiles(planted, allowed);
  writeFiles(planted, Object.fromEntries(plants.map(([, file, code]) => [file, code])));
  found = await violationsIn(planted);
});
afterAll(() => rmSync(planted, { recursive: true, force: true }));

const { forbidden }: Rules = createRequire(import.meta.url)(join(root, rulesFile));

test("every boundary has a violation planted", () => {
  const planted = new Set(plants.map(([rule]) => rule));
  expect([...planted].sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

test.each(plants)("the boundary %s refuses what %s imports", (rule, file) => {
  expect(found.filter((violation) => violation.rule.name === rule).map(({ from }) => from)).toContain(file);
});

test("nothing but what was planted is refused", () => {
  const guilty = plants.map(([, file]) => file);
  const innocent = found.filter(({ from }) => !guilty.includes(from) && from !== "app/services/circle.ts");
  expect(innocent).toEqual([]);
});

test("the product keeps to its own boundaries", async () => {
  const broken = await violationsIn(root);
  expect(broken.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
});
