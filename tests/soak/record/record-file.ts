import { join } from "node:path";
import { Sqlite } from "#db/sqlite/driver";

/** How long a process keeps a job that it took, in milliseconds. */
const leaseMs = 30_000;

/** The record as it lies on disk, read by SQL alone: by no code of the product, which could be wrong in the same way. */
export type RecordFile = {
  rows<T>(sql: string, ...values: readonly (string | number)[]): readonly T[];
  /** Half a minute passes for what a process had in hand that was killed at `killedAt`; one that runs keeps its own. */
  endLeases(killedAt: Date): void;
  close(): void;
};

export function openRecord(dataDir: string): RecordFile {
  const database = new Sqlite(join(dataDir, "avow.sqlite"));
  database.pragma("busy_timeout = 5000");
  return {
    rows: <T>(sql: string, ...values: readonly (string | number)[]) =>
      database.prepare<(string | number)[], T>(sql).all(...values),
    endLeases: (killedAt) => {
      const until = killedAt.getTime() + leaseMs;
      database.prepare("UPDATE jobs SET due_at = 0 WHERE state = 'running' AND due_at <= ?").run(until);
    },
    close: () => void database.close(),
  };
}

/** Looks at the record of a data folder. */
export function withRecord<T>(dataDir: string, work: (record: RecordFile) => T): T {
  const record = openRecord(dataDir);
  try {
    return work(record);
  } finally {
    record.close();
  }
}
