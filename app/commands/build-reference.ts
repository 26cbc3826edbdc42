import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { sha256 } from "#app/adapters/secrets.server";
import { fingerprint } from "#questionnaires/fingerprints/canonical-json";
import { builtFromList, fingerprintList } from "#scoring/editions/schemas";
import { assembleReference } from "#scoring/reference/assemble";
import { tableFiles, tablesOf } from "#scoring/reference/tables";
import { writeReferenceJson } from "./reference-json";

const publishedFolder = fileURLToPath(new URL("../../scoring/editions/published/", import.meta.url));
const sourcesFolder = fileURLToPath(new URL("../../scoring/reference/sources/", import.meta.url));
const rows = z.array(z.record(z.string(), z.string()));

/**
 * Makes the reference files from a folder of collected tables.
 * @returns file name to text, `fingerprints.json` and `built-from.json` included; the same bytes for the same tables.
 */
export function buildReference(folder = sourcesFolder): Map<string, string> {
  const read = (file: string) => rows.parse(parse(readFileSync(join(folder, file)), { bom: true, columns: true }));
  const bodies = assembleReference((table) => read(tableFiles[table]));
  const files = new Map<string, string>();
  const fingerprints: [string, string][] = [];
  const builtFrom: [string, Record<string, string>][] = [];
  for (const [name, body] of Object.entries(bodies)) {
    files.set(`${name}.json`, writeReferenceJson(body));
    fingerprints.push([body.id, fingerprint(body, sha256)]);
    const sources = tablesOf(name).map((one) => tableFiles[one]);
    builtFrom.push([body.id, Object.fromEntries(sources.map((file) => [file, hashOfFile(join(folder, file))]))]);
  }
  files.set("fingerprints.json", writeReferenceJson(byId(fingerprints)));
  files.set("built-from.json", writeReferenceJson(byId(builtFrom)));
  return files;
}

function hashOfFile(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function byId<T>(entries: [id: string, value: T][]): Record<string, T> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Names the published bodies whose content would change. Ratings point at them for ever, so a change needs a new id;
 * taking a line out of fingerprints.json by hand is the deliberate way to replace one that nobody has used yet.
 */
export function changedPublications(before: string, after: string): string[] {
  const old = fingerprintList.parse(JSON.parse(before));
  const next = fingerprintList.parse(JSON.parse(after));
  return Object.keys(old).filter((id) => next[id] !== old[id]);
}

/** Names the tables that were edited after something was built from them; new rows belong in a table of their own. */
export function changedTables(before: string, after: string): string[] {
  const old = builtFromList.parse(JSON.parse(before));
  const next = builtFromList.parse(JSON.parse(after));
  const changed = Object.entries(old).flatMap(([id, tables]) =>
    Object.keys(tables).filter((file) => next[id]?.[file] !== tables[file]),
  );
  return [...new Set(changed)];
}

/** Writes the published files from the tables of the project, or from another folder of tables with the same names. */
function main(folder: string | undefined): void {
  const files = buildReference(folder);
  const published = (name: string) => readFileSync(join(publishedFolder, name), "utf8");
  const changed = changedPublications(published("fingerprints.json"), files.get("fingerprints.json") ?? "{}");
  if (changed.length > 0) {
    process.stderr.write(`Already published and never edited: ${changed.join(", ")}. Give the new content a new id.\n`);
    process.exitCode = 1;
    return;
  }
  const edited = changedTables(published("built-from.json"), files.get("built-from.json") ?? "{}");
  if (edited.length > 0) {
    process.stderr.write(`Already built from and never edited: ${edited.join(", ")}. Put new rows in a new table.\n`);
    process.exitCode = 1;
    return;
  }
  for (const [name, text] of files) writeFileSync(join(publishedFolder, name), text);
  process.stdout.write(`Wrote ${files.size} files to ${publishedFolder}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
