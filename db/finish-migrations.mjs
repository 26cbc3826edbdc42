/**
 * Finishes what drizzle-kit generated for the database named: makes every new table of SQLite STRICT, and takes the schema
 * out of PostgreSQL's, because the tables may stand in any; neither can be said to drizzle. Then writes all migrations into
 * `all.json`, so that a bundled server carries them and needs no folder beside it.
 */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const finishing = {
  sqlite: (sql) => sql.replace(/^(CREATE TABLE [\s\S]*?\n\));/gm, "$1 STRICT;"),
  postgres: (sql) => sql.replaceAll('"public".', ""),
};

const database = process.argv[2];
const finish = finishing[database];
if (finish === undefined) throw new Error(`say which database: ${Object.keys(finishing).join(" or ")}`);

const folder = join("db", database, "migrations");
const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8"));
const migrations = journal.entries.map(({ tag }) => {
  const path = join(folder, `${tag}.sql`);
  const generated = readFileSync(path, "utf8");
  const sql = finish(generated);
  if (sql !== generated) writeFileSync(path, sql);
  return { name: tag, hash: createHash("sha256").update(sql).digest("hex"), sql };
});
writeFileSync(join(folder, "all.json"), `${JSON.stringify(migrations, null, 2)}\n`);
