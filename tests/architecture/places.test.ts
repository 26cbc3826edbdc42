import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { may, type Permission } from "#app/domain/permissions";
import { hasMailTexts, hasSupplierTexts } from "#app/i18n/texts/coverage";
import { ConfigError, readConfig } from "#app/product/config.server";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const read = (file: string) => readFileSync(`${root}/${file}`, "utf8");
const architecture = read("ARCHITECTURE.md");

/** What can be added, by the first cell of its row in "Where things are added". */
const rows = (architecture.split("## Where things are added")[1] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| to add"))
  .map((line) => line.split("|")[1]?.trim() ?? "");

type Edit = { readonly file: string; readonly after: string; readonly add: string };

/** The product as the compiler sees it with edits that stand on no disk: the files that do not compile. */
function brokenBy(edits: readonly Edit[]): readonly string[] {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    `${root}/tsconfig.json`,
    { noEmit: true, incremental: false, composite: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  if (!parsed) throw new Error("there is no tsconfig.json");
  const edited = new Map<string, string>();
  for (const { file, after, add } of edits) {
    const code = read(file);
    if (code.split(after).length !== 2) throw new Error(`${file} does not have this place once: ${after}`);
    edited.set(
      `${root}/${file}`,
      code.replace(after, () => after + add),
    );
  }
  const host = ts.createCompilerHost(parsed.options);
  const readDisk = host.readFile.bind(host);
  host.readFile = (path) => edited.get(path) ?? readDisk(path);
  host.getSourceFile = (path, language) => {
    const code = host.readFile(path);
    return code === undefined ? undefined : ts.createSourceFile(path, code, language);
  };
  const sources = parsed.fileNames.filter((name) => !name.includes("/tests/"));
  const program = ts.createProgram(sources, parsed.options, host);
  const broken = program.getSemanticDiagnostics().flatMap(({ file }) => (file ? [file.fileName] : []));
  return [...new Set(broken)].map((file) => file.slice(root.length + 1)).sort();
}

/** Additions of one line, and the places that do not compile until they know of it: those, and no others. */
const compiled: Readonly<Record<string, Edit & { readonly broken: readonly string[] }>> = {
  "something that can happen": {
    file: "db/audit.ts",
    after: '"campaign.closed": About<"campaign">;',
    add: '\n  "campaign.renamed": About<"campaign", { name: string }>;',
    broken: ["app/services/context/events.ts", "app/services/team/suppliers/trail/event-words.ts"],
  },
  "a kind of job": {
    file: "app/services/context/resources/jobs.ts",
    after: '"jobs.forget": Record<string, never>;',
    add: '\n  "answers.count": Record<string, never>;',
    broken: ["app/jobs/registry.ts"],
  },
  "a part type": {
    file: "questionnaires/definition.ts",
    after: "\n  MatrixPart,\n  TablePart,",
    add: '\n  z.strictObject({ ...common, type: z.literal("rank") }),',
    broken: [
      "app/services/supplier/fields/answer-fields.ts",
      "app/services/supplier/fields/field-view.ts",
      "app/services/supplier/page/error-words.ts",
      "questionnaires/checks/condition-checks.ts",
      "questionnaires/checks/part-checks.ts",
      "questionnaires/types/index.ts",
      "questionnaires/versions/part-differences.ts",
      "scoring/answer-files/answer-check.ts",
      "scoring/explanation/changes/better-answers.ts",
    ],
  },
  "a filter of the suppliers table": {
    file: "terms/suppliers/supplier-filters.ts",
    after: "export const supplierFilters = {",
    add: `
  nothing: {
    parameter: "nothing",
    several: false,
    values: { kind: "list", of: ["one", "two"] },
    compares: { how: "equals", column: "nothing", orWithin: "nothing" },
    tellsNorthKorea: false,
  },`,
    broken: ["app/services/team/suppliers/filters/filter-words.ts", "db/queries/suppliers/supplier-conditions.ts"],
  },
  "a column of the suppliers table": {
    file: "terms/suppliers/supplier-columns.ts",
    after: "const entries = {",
    add: "\n  nothing: { isUsual: false, tellsNorthKorea: false },",
    broken: [
      "app/components/team/suppliers/panels/column-chooser.tsx",
      "app/components/team/suppliers/rows/supplier-cell.tsx",
      "app/components/team/suppliers/rows/supplier-table.tsx",
    ],
  },
};

/** Additions that a test of their own watches over: its file, and what it says. */
const watched: Readonly<Record<string, readonly [file: string, says: string]>> = {
  "a translation of a questionnaire, or other words of a published one": [
    "tests/questionnaires/texts.test.ts",
    "count as stale once the English text",
  ],
  "a questionnaire version": ["tests/questionnaires/published.test.ts", "is what was published"],
  "a rule set of the program": [
    "tests/scoring/rule-words.test.ts",
    "are there for every red flag, control, group and law",
  ],
  "a country edition": ["tests/scoring/editions/published.test.ts", "rebuilding from the tables of the project"],
  "a use case": ["tests/architecture/use-cases.test.ts", "is written down with its permission and its events"],
  "a page": ["tests/journeys/borders.test.ts", "has a case in the tests of its borders"],
  "a table or a column": ["tests/db/sqlite/migrations.test.ts", ""],
  "a database": ["tests/db/store.contract.ts", ""],
};

describe("what is added at its one place", () => {
  // All edits stand in one program, since to compile the product takes many seconds.
  test("breaks exactly the places that must know of it", () => {
    const edits = Object.values(compiled);
    expect(brokenBy(edits)).toEqual(edits.flatMap(({ broken }) => broken).sort());
  }, 180_000);

  test.each(Object.entries(watched))("%s is watched over by %s", (_name, [file, says]) => {
    expect(read(file)).toContain(says);
  });

  test("an interface language stays away from every page and mail until its texts are there", () => {
    expect([hasSupplierTexts("xx"), hasMailTexts("xx")]).toEqual([false, false]);
  });

  test("a permission is nobody's until the table says whose", () => {
    expect(() => may("admin", "anything.new" as Permission)).toThrow();
  });

  test("a setting stands in the README, and an unusable value stops the start and is named", () => {
    const settings = [...read("app/product/config.server.ts").matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name,
    );
    expect(settings.length).toBeGreaterThan(10);
    expect(settings.filter((name) => !read("README.md").includes(`\`${name}\``))).toEqual([]);
    expect(() => readConfig({ PORT: "door" })).toThrow(ConfigError);
  });

  test("a command is built and named where commands are run", () => {
    const built = [...read("remix.config.js").matchAll(/^ {2}(\w+): "(?:app|tests)\//gm)].map(([, name]) => name);
    const run = [...read("app/commands/run.mjs").matchAll(/build\/server\/(\w+)\.js/g)].map(([, name]) => name);
    expect(run.filter((name) => name !== "main").sort()).toEqual(built.filter((name) => name !== "main").sort());
  });
});

const tried = [...Object.keys(compiled), ...Object.keys(watched)];
const byHand = ["an interface language", "a permission", "a setting", "a command"];

test("every row of the map is tried", () => {
  expect(rows.filter((row) => ![...tried, ...byHand].includes(row))).toEqual([]);
});
