import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { namespaces } from "#app/i18n/texts/namespaces";
import { type PseudoLocale, pseudoFile, pseudoLocales, pseudoQuestionnaire } from "./pseudo-texts";

const root = process.cwd();
/** Below the checkout, so that packages are found, and ignored by everything else. */
const folder = join(root, ".tmp/pseudo");
/** Made by commands, or found from where the copy lies. */
const apart = ["node_modules", "build", "data", ".tmp", ".git"];
const texts = "questionnaires/forced-labour/v2";

/**
 * A copy of the product that has the pseudo-locales, each added as ARCHITECTURE.md has it for any language, and built. The
 * product itself knows nothing of them.
 * @returns the folder to start it in, and what takes it away
 */
export function buildPseudoProduct(): { readonly folder: string; remove(): void } {
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root)) {
    if (!apart.includes(name)) cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const locale of pseudoLocales) addLocale(locale);
  const args = ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "-c", "remix.config.js", "--logLevel", "warn"];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error(`the product with pseudo-locales was not built:\n${stderr}`);
  return { folder, remove };
}

function addLocale(locale: PseudoLocale): void {
  const { tag, endonym, dir } = locale;
  const line = `  { tag: "${tag}", endonym: "${endonym}", dir: "${dir}", complete: false },\n`;
  change("app/i18n/languages.ts", "] as const satisfies readonly Language[];", (end) => line + end);
  for (const namespace of namespaces) {
    write(
      `app/i18n/locales/${tag}/${namespace}.json`,
      pseudoFile(locale, read(`app/i18n/locales/en/${namespace}.json`)),
    );
  }
  const english = { ...stringsOf(`${texts}/texts/en.json`), ...stringsOf(`${texts}/texts-2/en.json`) };
  write(`${texts}/texts-2/${tag}.json`, pseudoQuestionnaire(locale, english));
  register(tag);
  const name = tag.replace("-", "");
  const imported = `import ${name} from "./texts-2/${tag}.json" with { type: "json" };\n`;
  change(`${texts}/languages.ts`, 'import en from "./texts/en.json"', (first) => imported + first);
  change(`${texts}/languages.ts`, "\n];", (end) => `\n  ${name},${end}`);
}

type Published = Readonly<Record<string, { readonly revisions?: Record<string, Record<string, string>> }>>;

/** A signature names the revision of the texts that were read: without one on record nothing can be signed. */
function register(tag: string): void {
  const file = "questionnaires/fingerprints/published.json";
  const published: Published = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const revision = published["forced-labour@2"]?.revisions?.["2"];
  if (revision === undefined) throw new Error(`${file} has no revision 2 of version 2`);
  revision[tag] = createHash("sha256").update(tag).digest("hex");
  write(file, published);
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

function stringsOf(file: string): Readonly<Record<string, string>> {
  const { strings }: { strings: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(folder, file), "utf8"),
  );
  return strings;
}

function write(file: string, value: unknown): void {
  const at = join(folder, file);
  mkdirSync(join(at, ".."), { recursive: true });
  writeFileSync(at, JSON.stringify(value, null, 2));
}

function change(file: string, there: string, to: (there: string) => string): void {
  const at = join(folder, file);
  const before = readFileSync(at, "utf8");
  if (!before.includes(there)) throw new Error(`${file} has no ${there}`);
  writeFileSync(at, before.replace(there, to));
}
