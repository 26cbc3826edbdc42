import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { sha256 } from "#app/secrets.server";
import { fingerprint } from "#questionnaires/fingerprints/canonical-json";
import { fingerprintList } from "#scoring/editions/schemas";
import { assembleReference } from "#scoring/reference/assemble";
import { writeReferenceJson } from "./reference-json";

const editionsFolder = fileURLToPath(new URL("../../scoring/editions/published/", import.meta.url));
const rows = z.array(z.record(z.string(), z.string()));

/**
 * Makes the reference files from a folder of collected tables.
 * @returns file name to text, `fingerprints.json` included; the same bytes for the same tables.
 */
export function buildReference(sourceFolder: string): Map<string, string> {
  const table = (name: string) =>
    rows.parse(parse(readFileSync(join(sourceFolder, name)), { bom: true, columns: true }));
  const bodies = assembleReference({
    countries: table("countries.csv"),
    tiers: table("tip_tiers.csv"),
    goods: table("dol_goods.csv"),
    downstream: table("dol_downstream_goods.csv"),
    hosts: table("dprk_labor.csv"),
    hsChapters: table("hs_chapters.csv"),
    sectors: table("sector_risk.csv"),
  });
  const files = new Map<string, string>();
  const prints: [string, string][] = [];
  for (const [name, body] of Object.entries(bodies)) {
    files.set(`${name}.json`, writeReferenceJson(body));
    prints.push([body.id, fingerprint(body, sha256)]);
  }
  const sorted = prints.sort(([a], [b]) => (a < b ? -1 : 1));
  files.set("fingerprints.json", writeReferenceJson(Object.fromEntries(sorted)));
  return files;
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

function main(sourceFolder: string | undefined): void {
  if (!sourceFolder) {
    process.stderr.write("Usage: build-reference SOURCE_FOLDER\n");
    process.exitCode = 2;
    return;
  }
  const files = buildReference(sourceFolder);
  const published = readFileSync(join(editionsFolder, "fingerprints.json"), "utf8");
  const changed = changedPublications(published, files.get("fingerprints.json") ?? "{}");
  if (changed.length > 0) {
    process.stderr.write(`Already published and never edited: ${changed.join(", ")}. Give the new content a new id.\n`);
    process.exitCode = 1;
    return;
  }
  for (const [name, text] of files) writeFileSync(join(editionsFolder, name), text);
  process.stdout.write(`Wrote ${files.size} files to ${editionsFolder}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
