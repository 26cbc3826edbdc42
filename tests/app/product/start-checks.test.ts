import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { createLog } from "#app/adapters/log.server";
import { readConfig } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { Sqlite } from "#db/sqlite/driver";
import { aDataFolder, launchWithLinks } from "#tests/support/product";

let dataDir = "";
const file = (name: string) => join(dataDir, name);
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** Starts all but the HTTP side over the folder, and stops it again. */
async function start(environment: Record<string, string> = {}): Promise<void> {
  const config = readConfig({ NODE_ENV: "production", DATA_DIR: dataDir, ...environment });
  const context = await openContext(config, createLog("silent"));
  await context.store.close();
}

/** What the start says, in one piece. */
const refusal = (environment?: Record<string, string>) =>
  start(environment).then(
    () => "it started",
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );

function change(sql: string): void {
  const database = new Sqlite(file("avow.sqlite"));
  database.exec(sql);
  database.close();
}

beforeEach(() => {
  dataDir = aDataFolder();
});

describe("a start", () => {
  test("makes folder, database and secret readable by nobody else, whatever they were before", async () => {
    rmSync(dataDir, { recursive: true });
    const before = process.umask(0o022);
    try {
      const config = readConfig({ NODE_ENV: "production", DATA_DIR: dataDir });
      const context = await openContext(config, createLog("silent"));
      await context.store.upkeep.keepFact("last-backup", "a write, so that all three files are there");
      for (const name of ["avow.sqlite", "avow.sqlite-wal", "avow.sqlite-shm", "secret"]) {
        expect([name, modeOf(file(name))]).toEqual([name, "600"]);
      }
      expect(modeOf(dataDir)).toBe("700");
      await context.store.close();
    } finally {
      process.umask(before);
    }
    const sub = file("evidence/ab");
    mkdirSync(sub, { recursive: true });
    writeFileSync(join(sub, "ab".repeat(32)), "a document");
    mkdirSync(file("imports/org"), { recursive: true });
    writeFileSync(file("imports/org/list"), "a list");
    for (const name of [".", "evidence", "evidence/ab", "imports", "imports/org"]) chmodSync(file(name), 0o755);
    for (const name of ["avow.sqlite", `evidence/ab/${"ab".repeat(32)}`, "imports/org/list", "secret"]) {
      chmodSync(file(name), 0o644);
    }
    await start();
    for (const name of [".", "evidence", "evidence/ab", "imports", "imports/org"]) {
      expect([name, modeOf(file(name))]).toEqual([name, "700"]);
    }
    for (const name of ["avow.sqlite", `evidence/ab/${"ab".repeat(32)}`, "imports/org/list", "secret"]) {
      expect([name, modeOf(file(name))]).toEqual([name, "600"]);
    }
  });

  test("needs the secret that links were made with, whether the database knows it yet or not", async () => {
    await launchWithLinks(dataDir);
    for (const round of ["a database of an older version", "one that knows its secret"]) {
      const right = readFileSync(file("secret"), "utf8");
      renameSync(file("secret"), file("kept"));
      expect([round, await refusal()]).toEqual([round, expect.stringMatching(/StartError: .*secret is missing/)]);
      expect(existsSync(file("secret"))).toBe(false);
      for (const other of [Buffer.alloc(32, 3).toString("base64url"), right.split("").reverse().join("")]) {
        writeFileSync(file("secret"), other, { mode: 0o600 });
        expect([round, await refusal()]).toEqual([round, expect.stringContaining("holds another secret")]);
      }
      for (const none of ["", "x", "not a secret at all"]) {
        writeFileSync(file("secret"), none, { mode: 0o600 });
        expect([round, await refusal()]).toEqual([round, expect.stringContaining("does not hold a secret")]);
      }
      renameSync(file("kept"), file("secret"));
      for (const mode of [0o644, 0o640, 0o604, 0o660]) {
        chmodSync(file("secret"), mode);
        expect([mode, await refusal()]).toEqual([mode, expect.stringContaining("can be read by other accounts")]);
      }
      chmodSync(file("secret"), 0o600);
      expect(await refusal()).toBe("it started");
    }
  });

  test("makes a new secret where no link needs the old one", async () => {
    await start();
    const first = readFileSync(file("secret"), "utf8");
    rmSync(file("secret"));
    await start();
    expect(readFileSync(file("secret"), "utf8")).not.toBe(first);
    chmodSync(file("secret"), 0o644);
    await start();
    expect(modeOf(file("secret"))).toBe("600");
  });

  test.each([
    ["a missing trigger", "DROP TRIGGER answers_are_never_changed", "trigger answers_are_never_changed is missing"],
    [
      "two of them",
      "DROP TRIGGER ratings_are_never_deleted; DROP TRIGGER suppliers_are_counted",
      "suppliers_are_counted",
    ],
    [
      "one that lets pass",
      "DROP TRIGGER declarations_are_never_changed; CREATE TRIGGER declarations_are_never_changed BEFORE UPDATE ON declarations BEGIN SELECT 1; END",
      "trigger declarations_are_never_changed is not as this program made it",
    ],
    [
      "one that is not ours",
      "CREATE TRIGGER quiet AFTER INSERT ON users BEGIN SELECT 1; END",
      "trigger quiet is none of",
    ],
    ["a missing index", "DROP INDEX links_by_token", "index links_by_token is missing"],
    ["a missing table", "PRAGMA foreign_keys = OFF; DROP TABLE drafts", "table drafts is missing"],
    [
      "a newer database",
      "INSERT INTO migrations VALUES ('9999_later', 'x', 1)",
      'newer version of this program (it has the migration "9999_later")',
    ],
  ])("is refused in words with %s", async (_, sql, words) => {
    await start();
    change(sql);
    expect(await refusal()).toContain(words);
  });

  test("brings an older database up to date", async () => {
    await start();
    change(
      "DROP TABLE installation; ALTER TABLE evidence DROP COLUMN scanned_at; DELETE FROM migrations WHERE name = '0011_installation'",
    );
    expect(await refusal()).toBe("it started");
  });

  test("is refused over a damaged database, however it is damaged, and changes nothing in it", async () => {
    await launchWithLinks(dataDir);
    const sound = readFileSync(file("avow.sqlite"));
    const damages: Readonly<Record<string, (path: string) => void>> = {
      "no database at all": (path) => writeFileSync(path, "not a database, although the name says so".repeat(100)),
      "cut off": (path) => writeFileSync(path, sound.subarray(0, sound.length / 2)),
      "zeroes in the middle": (path) => {
        const handle = openSync(path, "r+");
        writeSync(handle, Buffer.alloc(40_000), 0, 40_000, 20_000);
      },
      "noise on one page": (path) => {
        const handle = openSync(path, "r+");
        writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, 4_096 * 5);
      },
    };
    for (const [name, damage] of Object.entries(damages)) {
      writeFileSync(file("avow.sqlite"), sound);
      damage(file("avow.sqlite"));
      const damaged = readFileSync(file("avow.sqlite"));
      const said = await refusal();
      expect([name, said]).toEqual([name, expect.stringMatching(/UnusableDatabaseError: .*(damaged|not a sound)/s)]);
      expect(said).toContain("Restore the last backup");
      expect(readFileSync(file("avow.sqlite")).equals(damaged)).toBe(true);
    }
  });

  test("is refused with a size limit below the size, and names both", async () => {
    await start();
    expect(await refusal({ DATABASE_MAX_MB: "0.1" })).toMatch(
      /DATABASE_MAX_MB is 0\.1, and the database takes \d\.\d MiB/,
    );
    expect(await refusal({ DATABASE_MAX_MB: "100" })).toBe("it started");
  });

  test("says what is wrong with a folder that cannot be one", async () => {
    appendFileSync(join(dataDir, "a-file"), "x");
    expect(await refusal({ DATA_DIR: join(dataDir, "a-file", "below") })).toMatch(
      /StartError: The folder .* cannot be used/,
    );
    mkdirSync(join(dataDir, "avow.sqlite"));
    expect(await refusal()).toMatch(/cannot be used: it is a folder/);
  });
});

test("a store is not ready any more once its file was overwritten, replaced or taken away", async () => {
  const damages: Readonly<Record<string, () => void>> = {
    overwritten: () => {
      const handle = openSync(file("avow.sqlite"), "r+");
      writeSync(handle, "garbage garbage garbage", 0);
    },
    replaced: () => {
      renameSync(file("avow.sqlite"), file("old"));
      writeFileSync(file("avow.sqlite"), readFileSync(file("old")));
    },
    "taken away": () => rmSync(file("avow.sqlite")),
  };
  for (const [name, damage] of Object.entries(damages)) {
    dataDir = aDataFolder();
    const config = readConfig({ NODE_ENV: "production", DATA_DIR: dataDir });
    const { store } = await openContext(config, createLog("silent"));
    await expect(store.ping()).resolves.toBeUndefined();
    damage();
    await expect(store.ping(), name).rejects.toThrow(/The database .*avow\.sqlite/);
    await store.close();
  }
});
