import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { dayMs } from "#app/i18n/dates/days";
import { zonedClock, zonedInstant } from "#app/i18n/dates/zones";
import type { BackupTime } from "#app/product/backup-time";
import type { Backups } from "#app/services/context/resources/backups";
import { partMark, writeBackup } from "./write-backup";

/** `avow-2026-11-29T02-00-00Z`: a colon is no letter of a file name everywhere. Sorts by time. */
const name = /^avow-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;
const nameAt = (at: Date) => `avow-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;

/** Backups of a data folder in folders below `to`, of which the newest `keep` stay. What others put there stays too. */
export function dailyBackups(
  dataDir: string,
  { to, at, keep }: { readonly to: string; readonly at: BackupTime; readonly keep: number },
): Backups {
  return {
    dueAround: (now) => dueAround(at, now),
    async make(now) {
      await mkdir(to, { recursive: true, mode: 0o700 });
      const { folder, manifest } = await writeBackup({ dataDir, to: join(to, nameAt(now)), at: now });
      await removePast(to, keep);
      return { folder, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
  };
}

/** Only after a new one is whole: a disk that is full must not cost the old ones. */
async function removePast(to: string, keep: number): Promise<void> {
  const names = await readdir(to);
  const whole = names.filter((one) => name.test(one)).sort();
  const broken = names.filter((one) => one.startsWith("avow-") && one.endsWith(partMark));
  for (const one of [...whole.slice(0, -keep), ...broken]) await rm(join(to, one), { recursive: true, force: true });
}

/** The turns of a time of day in a zone next to an instant. */
function dueAround({ time, zone }: BackupTime, now: Date): { last: Date; next: Date } {
  const days = [-2, -1, 0, 1, 2].map((days) => new Date(now.getTime() + days * dayMs));
  const turns = days.flatMap((day) => zonedInstant(zonedClock(day, zone).date, time, zone) ?? []);
  const last = turns.findLast((turn) => turn <= now);
  const next = turns.find((turn) => turn > now);
  if (last === undefined || next === undefined) throw new Error("a time of day comes every day");
  return { last, next };
}
