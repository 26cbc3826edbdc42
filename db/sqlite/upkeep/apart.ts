import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { driverName, Sqlite } from "#db/sqlite/driver";

/** As text, so that it needs no file of its own beside a bundled server. */
const work = `
const { parentPort, workerData } = require("node:worker_threads");
const Driver = require(workerData.driver);
try {
  const database = new Driver(workerData.file, { readonly: true, fileMustExist: true, timeout: 30_000 });
  database.pragma("cache_size = -16384");
  const statement = database.prepare(workerData.sql);
  const rows = statement.reader ? statement.raw().all(...workerData.values) : (statement.run(...workerData.values), []);
  database.close();
  parentPort.postMessage({ rows: rows.map(([first]) => first) });
} catch ({ message, code }) {
  parentPort.postMessage({ message, code });
}
`;

/**
 * Runs one statement that takes long over a database file, on a thread and a connection of its own: nobody waits for it. It
 * sees one moment, as any reader does. @returns the first column
 */
export function runApart(file: string, sql: string, values: readonly string[] = []): Promise<readonly unknown[]> {
  const driver = createRequire(import.meta.url).resolve(driverName);
  return new Promise((resolve, reject) => {
    const worker = new Worker(work, { eval: true, workerData: { driver, file, sql, values } });
    worker.once("message", (told: Told) => {
      if ("rows" in told) resolve(told.rows);
      // An error of the driver's own kind cannot cross from one thread to another.
      else reject(new Sqlite.SqliteError(told.message, told.code ?? ""));
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread ended with ${code} and said nothing`)));
  });
}

type Told = { readonly rows: readonly unknown[] } | { readonly message: string; readonly code?: string };
