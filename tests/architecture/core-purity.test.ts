import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** What tells the time, draws lots or reaches the world without an import. */
const worldly = new Set([
  "performance",
  "fetch",
  "crypto",
  "process",
  "globalThis",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "XMLHttpRequest",
  "WebSocket",
  "localStorage",
  "console",
]);

/** Uses of the clock, of chance and of the world in a source text, as they stand there. */
function worldlyUses(code: string): string[] {
  const source = ts.createSourceFile("core.ts", code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const isName = ts.isIdentifier(node) && worldly.has(node.text);
    // A property or a key of that name is somebody's own.
    const own =
      isName &&
      ((ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
        ("name" in node.parent && node.parent.name === node));
    const asksClock = ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
    const asksNow = ts.isPropertyAccessExpression(node) && ["Date.now", "Math.random"].includes(node.getText());
    if ((isName && !own) || asksClock || asksNow) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

test.each([
  ["const at = new Date();", ["new Date()"]],
  ["const at = Date.now();", ["Date.now"]],
  ["const lot = Math.random();", ["Math.random"]],
  ["await fetch(address);", ["fetch"]],
  ["setTimeout(work, 5);", ["setTimeout"]],
  ["const { env } = process;", ["process"]],
  ["globalThis.x = 1;", ["globalThis"]],
])("what asks the world is found: %s", (code, uses) => {
  expect(worldlyUses(code)).toEqual(uses);
});

test.each([
  "const at = new Date(text);",
  "const year = date.getUTCFullYear();",
  "const x = { process: 1 };",
  "plan.process();",
])("what does not is left alone: %s", (code) => {
  expect(worldlyUses(code)).toEqual([]);
});

test.each(["questionnaires", "scoring", "terms"])("%s asks no clock, no chance and no network", (folder) => {
  const uses = sourcesIn(folder).flatMap((file) =>
    worldlyUses(readFileSync(file, "utf8")).map((use) => `${file}: ${use}`),
  );
  expect(uses).toEqual([]);
});
