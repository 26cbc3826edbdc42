import { describe, expect, test } from "vitest";
import { StorageError, type StorageReason, storageErrorOf } from "#db/errors";
import { openStore } from "#db/index";
import { Sqlite } from "#db/sqlite/driver";
import { aFile } from "./filled-database";

const coded = (code: string) => Object.assign(new Error("told by a driver"), { code });

describe("an error of what the record is kept in", () => {
  test.each<[string, StorageReason]>([
    ["SQLITE_FULL", "full"],
    ["SQLITE_IOERR_WRITE", "full"],
    ["53100", "full"],
    ["SQLITE_BUSY", "busy"],
    ["SQLITE_BUSY_SNAPSHOT", "busy"],
    ["SQLITE_LOCKED", "busy"],
    ["55P03", "busy"],
    ["SQLITE_READONLY", "read-only"],
    ["SQLITE_READONLY_DBMOVED", "read-only"],
    ["25006", "read-only"],
    ["SQLITE_IOERR_READ", "broken"],
    ["SQLITE_CORRUPT", "broken"],
    ["SQLITE_NOTADB", "broken"],
    ["SQLITE_CANTOPEN", "broken"],
    ["XX001", "broken"],
    ["58030", "broken"],
    ["08006", "unreachable"],
    ["57P01", "unreachable"],
    ["53300", "unreachable"],
    ["ECONNREFUSED", "unreachable"],
    ["ECONNRESET", "unreachable"],
  ])("%s is told as %s, whatever a library put round it", (code, reason) => {
    expect(storageErrorOf(coded(code))?.reason).toBe(reason);
    expect(storageErrorOf(new Error("a query failed", { cause: coded(code) }))?.reason).toBe(reason);
  });

  test.each(["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_ERROR", "23505", "42601", "ENOENT", ""])("%s is none", (code) => {
    expect(storageErrorOf(coded(code))).toBeUndefined();
  });

  test("is what a real file answers that is locked, takes nothing more, or is no database", () => {
    const file = aFile();
    const [one, other] = [new Sqlite(file, { timeout: 0 }), new Sqlite(file, { timeout: 0 })];
    one.exec("CREATE TABLE t (a)");
    one.exec("BEGIN EXCLUSIVE");
    const reasonOf = (work: () => unknown) => {
      try {
        return work();
      } catch (error) {
        return storageErrorOf(error)?.reason;
      }
    };
    expect(reasonOf(() => other.exec("INSERT INTO t VALUES (1)"))).toBe("busy");
    one.exec("ROLLBACK");
    other.pragma("query_only = ON");
    expect(reasonOf(() => other.exec("INSERT INTO t VALUES (1)"))).toBe("read-only");
    one.close();
    other.close();
  });
});

describe("a record that another program holds", () => {
  test("refuses a write within three seconds, holds nobody up, and takes it once it is free", async () => {
    const file = aFile();
    const store = await openStore(`file:${file}`);
    const other = new Sqlite(file);
    other.exec("BEGIN EXCLUSIVE");
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const write = (key: string) => {
      const at = new Date();
      return store.jobs.enqueue({ org: "", kind: "test", key, payload: {}, dueAt: at, createdAt: at });
    };
    const begun = performance.now();
    await expect(write("one")).rejects.toMatchObject({ name: "StorageError", reason: "busy" });
    expect(performance.now() - begun).toBeLessThan(3_000);
    // The same person's page tries again, and need not wait so long once more.
    const again = performance.now();
    await expect(write("two")).rejects.toBeInstanceOf(StorageError);
    expect(performance.now() - again).toBeLessThan(800);
    const waiting = write("three");
    other.exec("ROLLBACK");
    other.close();
    expect(await waiting).toBe(true);
    clearInterval(watch);
    expect(longest).toBeLessThan(500);
    await store.close();
  });
});
