import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { callers, may, type Permission } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import { calledBy } from "#app/services/context/callers";
import type { CallerContext, ServiceContext } from "#app/services/context/contexts";
import { knownUseCases } from "./known-use-cases";

type Verb = ((ctx: CallerContext, input: unknown) => Promise<unknown>) & {
  permission: Permission;
  input: { safeParse(value: unknown): { success: boolean } };
  events: readonly string[];
};

const root = fileURLToPath(new URL("../..", import.meta.url));
const modules = import.meta.glob<Record<string, unknown>>("../../app/services/**/*.ts", { eager: true });

function isVerb(value: unknown): value is Verb {
  return typeof value === "function" && "permission" in value && "input" in value && "events" in value;
}

/** Every use case by name. Two of one name would hide each other. */
const verbs = Object.values(modules).flatMap((module) =>
  Object.entries(module).flatMap(([name, value]) => (isVerb(value) ? [{ name, verb: value }] : [])),
);

/** A resource that nobody may touch. */
const untouchable = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`touched ${String(name)}`);
    },
  },
);

/** The world as nobody may touch it: a use case that is refused has not looked at anything. */
const world = new Proxy({} as ServiceContext, { get: () => untouchable });

/** What a caller is told; nothing that any schema takes is said, so whoever may call is told that, and touches nothing. */
async function answerTo(caller: (typeof callers)[number], verb: Verb): Promise<unknown> {
  const ctx = calledBy(world, { caller, actor: { kind: "system", name: "test" }, language: "en" });
  const thrown: unknown = await Promise.resolve()
    .then(() => verb(ctx, undefined))
    .catch((error: unknown) => error);
  return thrown instanceof Problem ? thrown.code : thrown;
}

describe("a use case", () => {
  test("is written down with its permission and its events", () => {
    const found = verbs.map(({ name, verb: { permission, events } }) => [name, [permission, ...events]]);
    expect(Object.fromEntries(found)).toEqual(knownUseCases);
    expect(new Set(verbs.map(({ name }) => name)).size).toBe(verbs.length);
  });

  test("declares everything that can happen, one or another", () => {
    const tables = ["db/audit.ts", "db/audit/mail-events.ts"].map((file) => readFileSync(file, "utf8")).join("");
    const actions = [...tables.matchAll(/^ {2}"([a-z-]+\.[a-z-]+)": About/gm)].map(([, action]) => action);
    const declared = new Set<string | undefined>(verbs.flatMap(({ verb: { events } }) => events));
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => !declared.has(action))).toEqual([]);
  });

  test.each(verbs)("$name takes nothing that its schema does not know", ({ verb }) => {
    expect(verb.input.safeParse(Symbol("nothing of ours")).success).toBe(false);
  });

  describe.each(callers)("called by %s without any route", (caller) => {
    test.each(verbs)("$name answers as the permission table says", async ({ verb }) => {
      expect(await answerTo(caller, verb)).toBe(may(caller, verb.permission) ? "bad-request" : "not-allowed");
    });
  });
});

type Exported = { readonly file: string; readonly takesContext: boolean };

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function parse(file: string, code = readFileSync(file, "utf8")): ts.SourceFile {
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
}

const contextType = /\b(Service|Caller|Visitor|Team|Supplier|Operator|App)Context\b/;

function takesContext(parameters: readonly ts.ParameterDeclaration[]): boolean {
  return contextType.test(parameters[0]?.type?.getText() ?? "");
}

/** The functions that a file of services exports, and whether they want a context. */
function functionsOf(source: ts.SourceFile): Map<string, Exported> {
  const found = new Map<string, Exported>();
  const add = (name: string, parameters: readonly ts.ParameterDeclaration[]) =>
    found.set(name, { file: source.fileName, takesContext: takesContext(parameters) });
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) add(statement.name.text, statement.parameters);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer && ts.isArrowFunction(initializer)) add(name.getText(), initializer.parameters);
    }
  }
  return found;
}

/** Functions of services that a shell runs although they want a context and are no use case. */
function passedBy(source: ts.SourceFile, functionsIn: (path: string) => Map<string, Exported> | undefined): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { text: path } = statement.moduleSpecifier;
    const bindings = statement.importClause?.namedBindings;
    if (!path.startsWith("#app/services/") || path.startsWith("#app/services/context/")) return [];
    if (statement.importClause?.isTypeOnly || !bindings || !ts.isNamedImports(bindings)) return [];
    return bindings.elements
      .filter(({ isTypeOnly, name, propertyName }) => {
        return !isTypeOnly && functionsIn(path)?.get((propertyName ?? name).text)?.takesContext;
      })
      .map(({ name }) => `${name.text} of ${path}`);
  });
}

function functionsAt(path: string): Map<string, Exported> | undefined {
  const file = join(root, `${path.slice(1)}.ts`);
  return existsSync(file) ? functionsOf(parse(file)) : undefined;
}

describe("a shell", () => {
  test("that goes round the use cases is found", () => {
    const service = parse(
      "services.ts",
      "export function findCampaignDraft(ctx: TeamContext, id: string) {} export function words(text: string) {}",
    );
    const shell = parse(
      "shell.ts",
      'import { findCampaignDraft, words } from "#app/services/team/drafts/campaign-draft";',
    );
    expect(passedBy(shell, () => functionsOf(service))).toEqual([
      "findCampaignDraft of #app/services/team/drafts/campaign-draft",
    ]);
  });

  test.each(["routes", "router", "jobs", "commands", "server", "product", "http"])(
    "in app/%s runs use cases and nothing else that wants a context",
    (folder) => {
      const found = sourcesIn(`app/${folder}`).flatMap((file) =>
        passedBy(parse(file), functionsAt).map((name) => `${file.slice(root.length)}: ${name}`),
      );
      expect(found).toEqual([]);
    },
  );

  test("asks for no permission itself", () => {
    const asking = sourcesIn("app/routes").filter((file) => /\.(require|may)\("/.test(readFileSync(file, "utf8")));
    expect(asking).toEqual([]);
  });
});

describe("what happened", () => {
  const services = sourcesIn("app/services").filter((file) => !file.includes("/services/context/"));

  test("is told by the events that a use case declares, and made nowhere else", () => {
    const makers = services.filter((file) => /\beventMaker\b/.test(readFileSync(file, "utf8")));
    const byHand = services.filter((file) => /\baction: "[a-z]+\.[a-z-]+"/.test(readFileSync(file, "utf8")));
    expect({ makers, byHand }).toEqual({ makers: [], byHand: [] });
  });
});

test("services return data, never an answer of HTTP", () => {
  const answering = sourcesIn("app/services").filter((file) =>
    /new (Response|Headers)\(/.test(readFileSync(file, "utf8")),
  );
  expect(answering).toEqual([]);
});
