import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const document = readFileSync("docs/security.md", "utf8");

/** What is named as evidence: the file of a test, and its title as it is written there. */
type Named = { readonly file: string; readonly title: string };

function namedIn(text: string): readonly Named[] {
  return [...text.matchAll(/`(tests\/[^`]+)` "([^"]+)"/g)].map(([, file = "", title = ""]) => ({ file, title }));
}

/** The cells of each line of the tables below a heading, without the head of a table and its rule. */
function rowsBelow(text: string, heading: string): readonly (readonly string[])[] {
  const [, part = ""] = text.split(`\n## ${heading}\n`);
  const [section = ""] = part.split("\n## ");
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split(" |")
      .map((cell) => cell.trim()),
  );
}

const titlesByFile = new Map<string, ReadonlySet<string>>();

/** Titles of the tests of a file; the names of what they stand under are none. */
function titlesIn(file: string): ReadonlySet<string> {
  const known = titlesByFile.get(file);
  if (known) return known;
  const titles = existsSync(file) ? titlesOf(file, readFileSync(file, "utf8")) : new Set<string>();
  titlesByFile.set(file, titles);
  return titles;
}

function titlesOf(file: string, code: string): ReadonlySet<string> {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.add(title.text);
      else if (title && ts.isTemplateExpression(title)) titles.add(title.getText().slice(1, -1));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** Whether what is called is `test`, `it`, or one of their forms such as `test.each([…])`. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === "test" || callee.text === "it";
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) return isTest(callee.expression);
  return ts.isTaggedTemplateExpression(callee) && isTest(callee.tag);
}

/** What is named and is not there. */
function missingIn(text: string): readonly Named[] {
  return namedIn(text).filter(({ file, title }) => !titlesIn(file).has(title));
}

describe("docs/security.md", () => {
  const cases = rowsBelow(document, "Attack cases");

  test("has as many cases as it says, each once and in order", () => {
    const said = Number(/These are the (\d+) cases/.exec(document)?.[1]);
    expect(cases.map(([number]) => Number(number))).toEqual(Array.from({ length: said }, (_, at) => at + 1));
    expect(said).toBe(60);
  });

  test("has for each case a test, or says why there is none", () => {
    const bare = cases.filter(
      ([, what, by = ""]) =>
        !what || (namedIn(by).length === 0 && !/\*\*(No test yet|Does not apply yet)\*\*.{10}/.test(by)),
    );
    expect(bare).toEqual([]);
  });

  test("has for each section of the standard evidence, a gap, or that it does not apply", () => {
    const rows = rowsBelow(document, "OWASP ASVS 5.0, level 2");
    const chapters = rows.flatMap(([section = ""]) => /^\*\*(V\d+) /.exec(section)?.[1] ?? []);
    expect(chapters).toEqual(["V3", "V4", "V5", "V6", "V7", "V8", "V16"]);
    const sections = rows.filter(([section = ""]) => !section.startsWith("**"));
    expect(sections.length).toBeGreaterThan(30);
    expect(sections.filter(([, evidence, gap]) => !evidence && !gap)).toEqual([]);
  });

  test("names no test that is not there", () => {
    expect(namedIn(document).length).toBeGreaterThan(120);
    expect(missingIn(document)).toEqual([]);
  });

  test("names no other file that is not there", () => {
    const files = [...document.matchAll(/`((?:app|db|docs|tests)\/[\w./-]+\.\w+|[A-Z]+\.md)`/g)].map(
      ([, file]) => file,
    );
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !existsSync(String(file)))).toEqual([]);
  });
});

test.each([
  '`tests/architecture/security-table.test.ts` "a title that nothing has"',
  '`tests/architecture/security-table.test.ts` "docs/security.md"',
  '`tests/architecture/no-such-file.test.ts` "names no test that is not there"',
])("a test that is not there is found: %s", (text) => {
  expect(missingIn(text)).toHaveLength(1);
});
