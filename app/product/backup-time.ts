import * as z from "zod";
import { zonedInstant } from "#app/i18n/dates/zones";

/** A time of day (`02:30`) in an IANA zone. */
export type BackupTime = { readonly time: string; readonly zone: string };

/** When most people of most zones sleep, where nothing is said. */
export const usualBackupTime: BackupTime = { time: "02:00", zone: "UTC" };

const form = "must be a time of day such as 02:30, which is in UTC, or 02:30 Europe/Berlin";

/** `02:30`, or `02:30 Europe/Berlin`. */
export const backupTime = z.string().transform((text, at): BackupTime => {
  const [, time = "", zone = "UTC"] = /^((?:[01]\d|2[0-3]):[0-5]\d)(?: +(\S+))?$/.exec(text.trim()) ?? [];
  if (zonedInstant("2026-01-01", time, zone) !== undefined) return { time, zone };
  at.addIssue({ code: "custom", message: form });
  return z.NEVER;
});
