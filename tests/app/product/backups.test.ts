import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "#app/adapters/log.server";
import { dailyBackups } from "#app/product/backups/daily-backups";
import { readManifest } from "#app/product/backups/manifest";
import { restoreBackup } from "#app/product/backups/restore-backup";
import { writeBackup } from "#app/product/backups/write-backup";
import { readConfig } from "#app/product/config.server";
import { openContext } from "#app/product/context.server";
import { asSystem } from "#app/services/context/callers";
import { backUp } from "#app/services/installation/back-up";
import { everythingIn } from "#tests/support/http-client";
import { aDataFolder } from "#tests/support/product";
import { type SignedRecord, signedRecord, tamper } from "#tests/support/signed-record";

const dataDir = aDataFolder();
const secret = Buffer.alloc(32, 7).toString("base64url");
const at = new Date("2026-11-29T16:00:00Z");
let record: SignedRecord;
let place = "";
const below = (name: string) => join(place, name);

beforeAll(async () => {
  // The secret that the links of the scene are made with.
  writeFileSync(join(dataDir, "secret"), secret, { mode: 0o600 });
  record = await signedRecord(dataDir);
  await record.ctx.store.close();
  const context = await openContext(readConfig({ NODE_ENV: "production", DATA_DIR: dataDir }), createLog("silent"));
  await context.uploads.keep("org", Buffer.from("Name,Country"), at);
  await context.store.close();
});
afterAll(() => rmSync(dataDir, { recursive: true }));
beforeEach(() => {
  place = aDataFolder();
});

const backup = (to = below("backup"), from = dataDir) => writeBackup({ dataDir: from, to, at });
const restore = (over: { from?: string; dataDir?: string; secret?: string } = {}) =>
  restoreBackup({ from: below("backup"), dataDir: below("restored"), ...over });

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

async function start(folder: string): Promise<string> {
  const config = readConfig({ NODE_ENV: "production", DATA_DIR: folder });
  return openContext(config, createLog("silent")).then(
    async ({ store }) => {
      await store.close();
      return "it started";
    },
    (error: unknown) => String(error),
  );
}

describe("a backup", () => {
  test("holds the database, every document and every list, each listed with its hash, and never the secret", async () => {
    const { manifest } = await backup();
    const files = filesIn(below("backup"));
    expect(files).toEqual([...manifest.files.map(({ path }) => path), "manifest.json"].sort());
    expect(files.some((name) => name.startsWith("evidence/"))).toBe(true);
    expect(files.some((name) => name.startsWith("imports/org/"))).toBe(true);
    for (const name of files) {
      expect([name, (statSync(below(`backup/${name}`)).mode & 0o777).toString(8)]).toEqual([name, "600"]);
      expect([name, readFileSync(below(`backup/${name}`)).includes(secret)]).toEqual([name, false]);
    }
    expect((statSync(below("backup")).mode & 0o777).toString(8)).toBe("700");
    expect(manifest).toMatchObject({ format: "avow-backup/1", madeAt: at.toISOString(), missing: [] });
    expect(readdirSync(place)).toEqual(["backup"]);
    expect(await readManifest(below("backup"))).toEqual(manifest);
  });

  test("says which documents were not on disk, and is made all the same", async () => {
    cpSync(dataDir, below("data"), { recursive: true });
    rmSync(below(`data/evidence/${record.document.slice(0, 2)}`), { recursive: true });
    const { manifest } = await backup(undefined, below("data"));
    expect(manifest.missing).toEqual([record.document]);
  });

  test.each([
    ["into a folder with anything in it", () => writeFileSync(join(place, "thing"), "x"), () => place, "is not empty"],
    ["into a file", () => writeFileSync(join(place, "file"), "x"), () => join(place, "file"), "cannot be written"],
    ["into the data folder", () => {}, () => join(dataDir, "backup"), "lies in the data folder"],
    ["over the data folder", () => {}, () => dataDir, "lies in the data folder"],
  ])("is not written %s", async (_, prepare, to, words) => {
    prepare();
    const before = filesIn(dataDir);
    await expect(backup(to())).rejects.toThrow(words);
    expect(filesIn(dataDir)).toEqual(before);
  });

  test("leaves nothing behind when it cannot be whole", async () => {
    mkdirSync(below("empty"));
    await expect(backup(undefined, below("empty"))).rejects.toThrow("not there or cannot be opened");
    cpSync(dataDir, below("data"), { recursive: true });
    writeFileSync(below("data/avow.sqlite"), "no database".repeat(1000));
    await expect(backup(undefined, below("data"))).rejects.toThrow("not a sound database");
    expect(readdirSync(place).sort()).toEqual(["data", "empty"]);
  });
});

describe("a restore", () => {
  test("brings back everything, and starts with the secret only", async () => {
    await backup();
    const first = await restore({ secret });
    expect(first.needsSecret).toBe(false);
    expect(everythingIn(below("restored"))).toEqual(everythingIn(dataDir));
    const [document] = filesIn(below("restored/evidence"));
    expect(readFileSync(below(`restored/evidence/${document}`), "utf8")).toBe("%PDF-1.7 a true certificate");
    expect(existsSync(below("restored/restoring"))).toBe(false);
    expect(await start(below("restored"))).toBe("it started");

    const second = await restore({ dataDir: below("again") });
    expect(second.needsSecret).toBe(true);
    expect(await start(below("again"))).toContain("secret is missing");
    writeFileSync(below("again/secret"), secret, { mode: 0o600 });
    expect(await start(below("again"))).toBe("it started");
  });

  test("is refused into a folder with anything in it, and leaves that as it is", async () => {
    await backup();
    mkdirSync(below("restored"));
    writeFileSync(below("restored/anything"), "x");
    await expect(restore()).rejects.toThrow("is not empty");
    await expect(restore({ dataDir })).rejects.toThrow("is not empty");
    expect(readdirSync(below("restored"))).toEqual(["anything"]);
  });

  test("goes on from one that broke off, over which nothing starts", async () => {
    await backup();
    mkdirSync(below("restored/restoring/evidence"), { recursive: true });
    writeFileSync(below("restored/restoring/avow.sqlite"), "half");
    mkdirSync(below("restored/evidence"));
    expect(await start(below("restored"))).toContain("A restore into");
    rmSync(below("restored/avow.sqlite"), { force: true });
    for (const name of readdirSync(below("restored")))
      if (!["restoring", "evidence"].includes(name)) rmSync(below(`restored/${name}`), { recursive: true });
    await restore({ secret });
    expect(await start(below("restored"))).toBe("it started");
  });

  test.each([
    ["another secret", Buffer.alloc(32, 8).toString("base64url"), "not the one that the links"],
    ["no secret at all", "password", "is none"],
    ["an empty file", "", "is none"],
  ])("is refused with %s", async (_, wrong, words) => {
    await backup();
    await expect(restore({ secret: wrong })).rejects.toThrow(words);
    expect(readdirSync(below("restored"))).toEqual([]);
  });

  const edit = (
    change: (manifest: { [name: string]: unknown; files: { path: string; bytes: number; sha256: string }[] }) => void,
  ) => {
    const path = below("backup/manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    change(manifest);
    writeFileSync(path, JSON.stringify(manifest));
  };
  const someDocument = () => filesIn(below("backup")).find((name) => name.startsWith("evidence/")) ?? "";

  test.each([
    ["without its list", () => rmSync(below("backup/manifest.json")), "is no backup"],
    ["with a list that is none", () => writeFileSync(below("backup/manifest.json"), "[1,"), "not the list of a backup"],
    [
      "of another format",
      () =>
        edit((manifest) => {
          manifest.format = "avow-backup/2";
        }),
      "not the list of a backup",
    ],
    [
      "whose list names no database",
      () =>
        edit((manifest) => {
          manifest.files.shift();
        }),
      "names no database",
    ],
    [
      "whose list leads elsewhere",
      () =>
        edit(({ files }) => {
          files.push({ path: "../outside", bytes: 1, sha256: "0".repeat(64) });
        }),
      "names no file of a backup",
    ],
    [
      "whose list brings a secret",
      () =>
        edit(({ files }) => {
          files.push({ path: "secret", bytes: 1, sha256: "0".repeat(64) });
        }),
      "names no file of a backup",
    ],
    ["with a changed document", () => writeFileSync(below(`backup/${someDocument()}`), "another"), "not what the list"],
    ["without a document", () => rmSync(below(`backup/${someDocument()}`)), "cannot be read"],
    ["with a changed database", () => tamper(below("backup"), "UPDATE suppliers SET name = 'x'"), "not what the list"],
    [
      "with a wrong size",
      () =>
        edit(({ files }) => {
          for (const file of files) file.bytes += 1;
        }),
      "not what the list",
    ],
  ])("is refused from a backup %s", async (_, damage, words) => {
    await backup();
    damage();
    await expect(restore({ secret })).rejects.toThrow(words);
    expect(existsSync(below("restored")) ? readdirSync(below("restored")) : []).toEqual([]);
  });

  test("is refused for a database of a newer version", async () => {
    cpSync(dataDir, below("data"), { recursive: true });
    tamper(below("data"), "INSERT INTO migrations VALUES ('9999_later', 'x', 1)");
    await expect(backup(undefined, below("data"))).rejects.toThrow("newer version");
  });

  test("takes one of an older version, which the start brings up to date", async () => {
    cpSync(dataDir, below("data"), { recursive: true });
    tamper(
      below("data"),
      "DROP TABLE installation; ALTER TABLE evidence DROP COLUMN scanned_at; DELETE FROM migrations WHERE name = '0011_installation'",
    );
    await backup(undefined, below("data"));
    await restore({ secret });
    expect(await start(below("restored"))).toBe("it started");
  });
});

describe("daily backups", () => {
  const daily = (time: string, zone: string, keep = 2) =>
    dailyBackups(dataDir, { to: below("daily"), at: { time, zone }, keep });

  test.each([
    ["02:00", "UTC", "2026-11-29T16:00:00Z", "2026-11-29T02:00:00.000Z", "2026-11-30T02:00:00.000Z"],
    ["23:30", "UTC", "2026-11-29T16:00:00Z", "2026-11-28T23:30:00.000Z", "2026-11-29T23:30:00.000Z"],
    ["02:00", "UTC", "2026-11-29T02:00:00Z", "2026-11-29T02:00:00.000Z", "2026-11-30T02:00:00.000Z"],
    ["00:15", "Asia/Shanghai", "2026-11-29T16:00:00Z", "2026-11-28T16:15:00.000Z", "2026-11-29T16:15:00.000Z"],
    ["02:30", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-24T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    ["12:00", "Pacific/Kiritimati", "2026-11-29T16:00:00Z", "2026-11-28T22:00:00.000Z", "2026-11-29T22:00:00.000Z"],
  ])("at %s %s are due around %s", (time, zone, now, last, next) => {
    const due = daily(time, zone).dueAround(new Date(now));
    expect([due.last.toISOString(), due.next.toISOString()]).toEqual([last, next]);
  });

  test("are made once a turn, by whoever looks, and the newest stay", async () => {
    const config = readConfig({ NODE_ENV: "production", DATA_DIR: dataDir, BACKUP_TO: below("daily") });
    const context = await openContext(config, createLog("silent"));
    mkdirSync(below("daily/avow-of-somebody-else"), { recursive: true });
    mkdirSync(below("daily/avow-2026-11-01T02-00-00Z-99.part"));
    const backups = daily("02:00", "UTC");
    const run = (now: string) =>
      backUp(asSystem({ ...context, backups, clock: { now: () => new Date(now) } }, "backup"), {});
    expect(await run("2026-11-20T12:00:00Z")).toMatchObject({ made: true, againAt: new Date("2026-11-20T13:00:00Z") });
    expect((await run("2026-11-20T12:30:00Z")).made).toBe(false);
    expect((await run("2026-11-21T01:59:00Z")).againAt).toEqual(new Date("2026-11-21T02:00:00Z"));
    for (const day of ["21", "22", "23"]) expect((await run(`2026-11-${day}T02:00:00Z`)).made).toBe(true);
    expect(readdirSync(below("daily")).sort()).toEqual([
      "avow-2026-11-22T02-00-00Z",
      "avow-2026-11-23T02-00-00Z",
      "avow-of-somebody-else",
    ]);
    expect(await context.store.upkeep.fact("last-backup")).toBe("2026-11-23T02:00:00.000Z");
    await context.store.close();
  });

  test("that cannot be written keep the old ones, and are tried again", async () => {
    const backups = daily("02:00", "UTC");
    await backups.make(at);
    chmodSync(below("daily"), 0o500);
    writeFileSync(below("file"), "x");
    const elsewhere = dailyBackups(dataDir, { to: below("file"), at: { time: "02:00", zone: "UTC" }, keep: 1 });
    await expect(elsewhere.make(at)).rejects.toThrow();
    chmodSync(below("daily"), 0o700);
    expect(readdirSync(below("daily"))).toHaveLength(1);
  });
});

test("settings of backups that cannot be used are named", () => {
  const wrong = (environment: Record<string, string>) => () => readConfig({ BACKUP_TO: "/b", ...environment });
  for (const time of ["25:00", "2:30", "02:60", "02:30 Nowhere/Here", "tonight", "02:30 +01", "02:30Z"]) {
    expect(wrong({ BACKUP_AT: time }), time).toThrow(/BACKUP_AT: must be a time of day/);
  }
  for (const keep of ["0", "-1", "1.5", "all"]) expect(wrong({ BACKUP_KEEP: keep }), keep).toThrow("BACKUP_KEEP");
  expect(() => readConfig({ BACKUP_AT: "02:00" })).toThrow(/BACKUP_AT: needs BACKUP_TO/);
  expect(readConfig({ BACKUP_TO: "/b", BACKUP_AT: "02:30 Europe/Berlin" }).backups).toEqual({
    to: "/b",
    at: { time: "02:30", zone: "Europe/Berlin" },
    keep: 7,
  });
});
