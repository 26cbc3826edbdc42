import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A template literal's pieces between its values: `band-${band}` is `["band-", ""]`. */
export type SourceTemplate = readonly string[];

/** What source files say between quotes; `classNames` of it stand in what is named after classes: `className`, `barClass`. */
export type SourceStrings = {
  readonly texts: ReadonlySet<string>;
  readonly templates: readonly SourceTemplate[];
  readonly classNames: readonly (string | SourceTemplate)[];
};

/** Every file below a folder whose name ends in one of these, as paths from the root of the project. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads the strings and templates of files with the compiler's own parser. */
export function readSourceStrings(files: readonly string[]): SourceStrings {
  const texts = new Set<string>();
  const templates: SourceTemplate[] = [];
  const classNames: (string | SourceTemplate)[] = [];
  const visit = (node: ts.Node, inClassName: boolean): void => {
    if (ts.isStringLiteralLike(node)) {
      texts.add(node.text);
      if (inClassName) classNames.push(node.text);
    }
    if (ts.isTemplateExpression(node)) {
      const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      templates.push(pieces);
      if (inClassName) classNames.push(pieces);
    }
    const within = (inClassName && !isNoClass(node)) || isNamedClass(node);
    ts.forEachChild(node, (child) => visit(child, within && child !== nameOf(node) && !isArgument(child)));
  };
  for (const file of files) {
    const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, kind), false);
  }
  return { texts, templates, classNames };
}

/** The name of what has one: an attribute, a constant, a property, a function. */
function nameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isJsxAttribute(node) || ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) return node.name;
  return ts.isPropertyAssignment(node) ? node.name : undefined;
}

function isNamedClass(node: ts.Node): boolean {
  return /class/i.test(nameOf(node)?.getText() ?? "");
}

/** What is compared inside `className`, looked up by, handed to a function, a type or the end of a class that begins in a template is no class. */
function isNoClass(node: ts.Node): boolean {
  if (ts.isElementAccessExpression(node) || ts.isTypeNode(node) || endsClass(node)) return true;
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
}

function isArgument(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && ts.isCallExpression(node.parent) && node.parent.expression !== node;
}

function endsClass(node: ts.Node): boolean {
  if (!ts.isTemplateSpan(node)) return false;
  const { head, templateSpans } = node.parent;
  const before = templateSpans[templateSpans.indexOf(node) - 1]?.literal ?? head;
  return before.text.endsWith("-");
}
