import { createRequire } from "node:module";
import type Driver from "better-sqlite3";

/** Opens a database file. */
export type SqliteDriver = typeof Driver;

const load = createRequire(import.meta.url);
const [major = 0] = process.versions.node.split(".").map(Number);

/**
 * The driver of this Node.js: no version of it runs on all three. 13 crashes Node 20 without a word; 12 ends Node 24.19 and
 * newer as soon as a statement nobody holds is cleared away (assertion in RemoveEnvironmentCleanupHook).
 */
export const driverName = major < 22 ? "better-sqlite3-node20" : "better-sqlite3";

export const Sqlite: SqliteDriver = load(driverName);
