import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rulesFile = ".dependency-cruiser.cjs";
const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const folders = ["app", "db", "questionnaires", "scoring", "terms", "tests"];

type Rules = { forbidden: { name: string }[] };
type Violation = { rule: { name: string }; from: string };

/** Small files that stand in for the product, so that a plant has something to import. */
const standIns = {
  "terms/bands.ts": 'export const bands = ["low"]; export type Band = string;',
  "questionnaires/definition.ts": "export const questionnaire = 1; export type Questionnaire = number;",
  "scoring/rate.ts": "export const rate = 1; export type Rating = number;",
  "db/index.ts": "export const openStore = 1;",
  "db/errors.ts": "export const conflict = 1;",
  "db/store.ts": "export type Store = number; export const store = 1;",
  "db/sqlite/dialect.ts": "export const dialect = 1; export type Dialect = number;",
  "db/postgres/dialect.ts": "export const dialect = 1; export type Dialect = number;",
  "app/product/config.server.ts": "export const config = 1; export type Config = number;",
  "app/domain/permissions.ts": "export const may = 1;",
  "app/i18n/languages.ts": "export const languages = 1; export type Language = number;",
  "app/i18n/words.server.ts": "export const words = 1;",
  "app/views/line.ts": "export type Line = string;",
  "app/mail/message.ts": "export const compose = 1; export type Message = number;",
  "app/services/context/contexts.ts": "export type ServiceContext = number;",
  "app/services/list-suppliers.ts": "export const listSuppliers = 1;",
  "app/services/supplier/save-answer.ts": "export const saveAnswer = 1;",
  "app/services/team/close-campaign.ts": "export const closeCampaign = 1;",
  "app/adapters/log.server.ts": "export const log = 1; export type Log = number;",
  "app/jobs/runner.ts": "export const runner = 1;",
  "app/http/cookies.ts": "export const cookie = 1;",
  "app/page/nonce.ts": "export const nonce = 1;",
  "app/pictures/seal.tsx": "export const seal = 1;",
  "app/components/field.tsx": "export const field = 1;",
  "app/components/supplier/frame.tsx": "export const frame = 1;",
  "app/components/team/frame.tsx": "export const frame = 1;",
  "app/router/api/navigation.ts": "export const link = 1;",
  "app/router/fast/split-build.ts": "export const split = 1;",
  "app/routes/supplier/tasks.tsx": "export const tasks = 1;",
  "app/routes/team/today.tsx": "export const today = 1;",
  "app/server/listen.ts": "export const listen = 1; export type Parts = number;",
  "tests/factories.ts": "export const aSupplier = 1;",
};

/** Forbidden imports, at least one for every rule: the rule, the file it is planted in, and what is planted. */
const plants: readonly (readonly [rule: string, file: string, code: string])[] = [
  ["no-circles", "app/services/circle-back.ts", 'import { a } from "./circle"; export const b = a;'],
  ["no-circles", "app/views/type-circle-back.ts", 'import type { A } from "./type-circle"; export type B = A | 1;'],
  ["no-missing-files", "app/server/missing.ts", 'export * from "#app/nowhere";'],
  ["relative-only-within-a-folder", "app/server/dots.ts", 'export * from "../dots/dots";'],
  ["terms-knows", "terms/leaning.ts", 'export { z } from "zod";'],
  ["questionnaires-knows", "questionnaires/impure.ts", 'export { readFileSync } from "node:fs";'],
  ["questionnaires-knows", "questionnaires/judging.ts", 'export { rate } from "#scoring/rate";'],
  ["questionnaires-knows", "questionnaires/judged.ts", 'export type { Rating } from "#scoring/rate";'],
  ["scoring-knows", "scoring/impure.ts", 'export { useState } from "react";'],
  ["scoring-knows", "scoring/clock.ts", 'export { performance } from "node:perf_hooks";'],
  ["db-knows", "db/upwards.ts", 'export { config } from "#app/product/config.server";'],
  ["db-knows", "db/sending.ts", 'export { createTransport } from "nodemailer";'],
  ["db-runs", "db/judging.ts", 'export { rate } from "#scoring/rate";'],
  ["domain-knows", "app/domain/leaning.ts", 'export { questionnaire } from "#questionnaires/definition";'],
  ["views-knows", "app/views/asking.ts", 'export type { Store } from "#db/store";'],
  ["views-runs", "app/views/judging.ts", 'export { rate } from "#scoring/rate";'],
  ["i18n-knows", "app/i18n/leaning.ts", 'export { may } from "#app/domain/permissions";'],
  ["mail-knows", "app/mail/sending.ts", 'export { createTransport } from "nodemailer";'],
  ["mail-runs", "app/mail/asking.ts", 'export { openStore } from "#db/index";'],
  ["services-knows", "app/services/remix.ts", 'export { redirect } from "@remix-run/node";'],
  ["services-knows", "app/services/query.ts", 'export { sql } from "drizzle-orm";'],
  ["services-knows", "app/services/sending.ts", 'export { createTransport } from "nodemailer";'],
  ["services-knows", "app/services/disk.ts", 'export { readFileSync } from "node:fs";'],
  ["services-knows", "app/services/drawing.ts", 'export { field } from "#app/components/field";'],
  ["services-knows", "app/services/answering.ts", 'export { cookie } from "#app/http/cookies";'],
  ["services-runs", "app/services/open.ts", 'export { openStore } from "#db/index";'],
  ["services-runs", "app/services/settings.ts", 'export { config } from "#app/product/config.server";'],
  [
    "services-supplier-without-team",
    "app/services/supplier/other.ts",
    'export * from "#app/services/team/close-campaign";',
  ],
  [
    "services-team-without-supplier",
    "app/services/team/other.ts",
    'export * from "#app/services/supplier/save-answer";',
  ],
  ["adapters-knows", "app/adapters/page.ts", 'export { field } from "#app/components/field";'],
  ["adapters-runs", "app/adapters/store.ts", 'export { openStore } from "#db/index";'],
  ["jobs-knows", "app/jobs/page.ts", 'export { link } from "#app/router/api/navigation";'],
  ["jobs-runs", "app/jobs/open.ts", 'export { openStore } from "#db/index";'],
  ["product-knows", "app/product/page.ts", 'export { field } from "#app/components/field";'],
  ["product-runs", "app/product/asking.ts", 'export { store } from "#db/store";'],
  ["http-knows", "app/http/rating.ts", 'export { rate } from "#scoring/rate";'],
  ["http-knows", "app/http/remix.ts", 'export { redirect } from "@remix-run/node";'],
  ["http-runs", "app/http/open.ts", 'export { openStore } from "#db/index";'],
  ["page-knows", "app/page/service.ts", 'export { listSuppliers } from "#app/services/list-suppliers";'],
  ["paper-knows", "app/paper/record.ts", 'export { openStore } from "#db/index";'],
  ["paper-runs", "app/paper/line.ts", 'export * from "#app/views/line";'],
  ["pictures-knows", "app/pictures/list.tsx", 'export { listSuppliers } from "#app/services/list-suppliers";'],
  ["pictures-runs", "app/pictures/line.tsx", 'export * from "#app/views/line";'],
  ["components-knows", "app/components/list.tsx", 'export { listSuppliers } from "#app/services/list-suppliers";'],
  ["components-knows", "app/components/answer.tsx", 'export { json } from "@remix-run/node";'],
  ["components-knows", "app/components/score.tsx", 'export type { Rating } from "#scoring/rate";'],
  [
    "components-supplier-without-team",
    "app/components/supplier/other.tsx",
    'export * from "#app/components/team/frame";',
  ],
  [
    "components-team-without-supplier",
    "app/components/team/other.tsx",
    'export * from "#app/components/supplier/frame";',
  ],
  ["router-knows", "app/router/open.ts", 'export { openStore } from "#db/index";'],
  ["router-runs", "app/router/listen.ts", 'export { listen } from "#app/server/listen";'],
  ["routes-knows", "app/routes/log.tsx", 'export { log } from "#app/adapters/log.server";'],
  ["routes-knows", "app/routes/disk.tsx", 'export { readFileSync } from "node:fs";'],
  ["routes-runs", "app/routes/rating.tsx", 'export { rate } from "#scoring/rate";'],
  ["routes-supplier-without-team", "app/routes/supplier/other.tsx", 'export * from "#app/routes/team/today";'],
  ["routes-team-without-supplier", "app/routes/team/other.tsx", 'export * from "#app/routes/supplier/tasks";'],
  ["api-knows", "app/api/open.ts", 'export { sql } from "drizzle-orm";'],
  ["api-runs", "app/api/listen.ts", 'export { listen } from "#app/server/listen";'],
  ["server-knows", "app/server/driver.ts", 'export { sql } from "drizzle-orm";'],
  ["server-runs", "app/server/store.ts", 'export { store } from "#db/store";'],
  ["commands-knows", "app/commands/driver.ts", 'export { default } from "better-sqlite3";'],
  ["commands-runs", "app/commands/window.ts", 'export { store } from "#db/store";'],
  ["queries-know-no-dialect", "db/queries/suppliers.ts", 'export { dialect } from "#db/sqlite/dialect";'],
  [
    "queries-know-no-dialect",
    "db/tables/suppliers/suppliers.ts",
    'export type { Dialect } from "#db/postgres/dialect";',
  ],
  ["dialects-stay-apart", "db/postgres/borrowed.ts", 'export { dialect } from "#db/sqlite/dialect";'],
  ["app-runs-only-db-index-and-errors", "app/commands/back.ts", 'export { store } from "#db/store";'],
  ["remix-only-in-router", "app/routes/remix.tsx", 'export { redirect } from "@remix-run/node";'],
  ["remix-only-in-router", "app/server/remix.ts", 'export type { ServerBuild } from "@remix-run/node";'],
  ["fast-has-few-importers", "app/routes/team/quick.tsx", 'export { split } from "#app/router/fast/split-build";'],
  ["nobody-draws-with-the-server", "app/pictures/served.tsx", 'export { words } from "#app/i18n/words.server";'],
  ["product-imports-no-tests", "app/services/factory.ts", 'export { aSupplier } from "#tests/factories";'],
];

/** What the rules must go on allowing, or they would be loosened one day to get work done. */
const allowed = {
  "app/services/circle.ts": 'import { b } from "./circle-back"; export const a: number = b;',
  "app/views/type-circle.ts": 'import type { B } from "./type-circle-back"; export type A = B[];',
  "app/dots/dots.ts": "export const dots = 1;",
  "app/services/fine.ts":
    'import type { Config } from "#app/product/config.server"; import { may } from "#app/domain/permissions"; import { conflict } from "#db/errors"; import type { Store } from "#db/store"; import { rate } from "#scoring/rate"; import type { Line } from "#app/views/line"; export const fine = [may, conflict, rate]; export type Fine = [Config, Store, Line];',
  "app/http/fine.ts":
    'import { listSuppliers } from "#app/services/list-suppliers"; export { Readable } from "node:stream"; export const fine = listSuppliers;',
  "app/routes/fine.tsx":
    'import type { Rating } from "#scoring/rate"; import { listSuppliers } from "#app/services/list-suppliers"; import { link } from "#app/router/api/navigation"; export const fine = [listSuppliers, link]; export type Fine = Rating;',
  "app/components/fine.tsx":
    'import { useState } from "react"; import { seal } from "#app/pictures/seal"; import { link } from "#app/router/api/navigation"; import { bands } from "#terms/bands"; export const fine = [useState, seal, link, bands];',
  "app/mail/fine.ts":
    'import type { Store } from "#db/store"; import { languages } from "#app/i18n/languages"; export const fine = languages; export type Fine = Store;',
  "app/jobs/fine.ts":
    'import { listSuppliers } from "#app/services/list-suppliers"; export const fine = listSuppliers;',
  "db/fine.ts":
    'import type { Rating } from "#scoring/rate"; export { sql } from "drizzle-orm"; export { join } from "node:path"; export type Fine = Rating;',
  "db/index-of-dialects.config.ts": 'export { dialect } from "#db/sqlite/dialect";',
  "scoring/fine.ts":
    'import * as z from "zod"; import { questionnaire } from "#questionnaires/definition"; import { bands } from "#terms/bands"; export const fine = [z, questionnaire, bands];',
};

/** The halves of planted circles, which are refused as well. */
const otherHalves = ["app/services/circle.ts", "app/views/type-circle.ts"];

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
  for (const file of [rulesFile, ".folders.cjs", "tsconfig.json", "package.json"])
    cpSync(join(root, file), join(planted, file));
  symlinkSync(join(root, "node_modules"), join(planted, "node_modules"));
  writeFiles(planted, standIns);
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
  const innocent = found.filter(({ from }) => !guilty.includes(from) && !otherHalves.includes(from));
  expect(innocent).toEqual([]);
});

// Reading the whole product takes half a minute, and the step before the tests has done it.
test("the product itself is held to them, in all its folders, before its tests run", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(scripts.boundaries).toBe(`depcruise --config ${rulesFile} ${folders.join(" ")}`);
  const steps = readFileSync(join(root, "tests/run.mjs"), "utf8");
  expect(steps).toContain(`args: ${JSON.stringify(["--config", rulesFile, ...folders]).replaceAll(",", ", ")}`);
});
