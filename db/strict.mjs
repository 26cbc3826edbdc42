/**
 * Finishes what drizzle-kit generated in the folder given: makes every new table STRICT, which drizzle cannot say, and
 * writes all migrations into `all.json`, so that a bundled server carries them and needs no folder beside it.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (folder === undefined) throw new Error("say which folder: node db/strict.mjs db/sqlite/migrations");

const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8"));
const migrations = journal.entries.map(({ tag }) => {
  const path = join(folder, `${tag}.sql`);
  const generated = readFileSync(path, "utf8");
  const sql = generated.replace(/^(CREATE TABLE [\s\S]*?\n\));/gm, "$1 STRICT;");
  if (sql !== generated) writeFileSync(path, sql);
  return { name: tag, hash: createHash("sha256").update(sql).digest("hex"), sql };
});
writeFileSync(join(folder, "all.json"), `${JSON.stringify(migrations, null, 2)}\n`);
