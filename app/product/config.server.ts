import * as z from "zod";
import { type BackupTime, backupTime, usualBackupTime } from "./backup-time";
import { isOnThisMachine, mailFrom, smtpUrl } from "./mail-settings";

const proxies: Record<string, number> = { true: 1, false: 0 };

// An empty variable is what a shell or a compose file leaves behind for "not set".
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default("./data"),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((value) => new URL(value).origin === value.replace(/\/$/, ""), { error: "must be an origin, with no path" })
    .optional(),
  SMTP_URL: smtpUrl.optional(),
  SMTP_PLAIN: z.literal("allowed", { error: "must be allowed, or not be set" }).optional(),
  MAIL_FROM: mailFrom.default("Avow <avow@localhost>"),
  CLAMD_URL: z
    .string()
    .refine((value) => /^(?:tcp:\/\/[^/:]+(?::\d{1,5})?\/?|unix:\/\/\/.+)$/.test(value), {
      error: "must be tcp://host:port or unix:///path/of/socket",
    })
    .optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  // A record of 100,000 suppliers with all their answers has a tenth of it; a disk of the smallest servers has twice as much.
  DATABASE_MAX_MB: z.coerce.number().positive().default(10_240),
  // A thousand suppliers with 20 MB each, which is a tenth of what one may send, and a disk that a small company has.
  DOCUMENTS_MAX_MB_PER_ORGANISATION: z.coerce.number().positive().default(20_480),
  // More than a browser sends as one form is of no use.
  DOCUMENT_MAX_MB: z.coerce.number().positive().max(400).default(20),
  TRUST_PROXY: z
    .string()
    .transform((value) => proxies[value] ?? Number(value))
    .pipe(z.number().int().min(0))
    .default(0),
  BACKUP_TO: z.string().optional(),
  BACKUP_AT: backupTime.optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(7),
  METRICS_TOKEN: z.string().min(16, { error: "must have at least 16 characters" }).optional(),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(300),
});

/** What only fits together. */
const allSettings = settings.refine(({ BACKUP_AT, BACKUP_TO }) => BACKUP_AT === undefined || BACKUP_TO !== undefined, {
  path: ["BACKUP_AT"],
  error: "needs BACKUP_TO, the folder that backups are written to",
});

/** The settings of one running product, read once. `databaseMaxMb`, `documentsMaxMb` and `documentMaxMb` are in MiB. */
export type Config = {
  port: number;
  /** 127.0.0.1 unless told otherwise: nobody else can reach a first trial by accident. */
  host: string;
  dataDir: string;
  /** Scheme, host and port people type; links in mail begin with it. No slash at the end. */
  publicOrigin: string;
  /** Whether somebody said so: then nothing is done for another name. */
  isOriginSet: boolean;
  smtpUrl?: string;
  /** Whether neither a password nor a mail may leave without TLS. */
  smtpNeedsTls: boolean;
  mailFrom: string;
  /** Where ClamAV listens; documents are not scanned without it. */
  clamdUrl?: string;
  logLevel: string;
  mode: "production" | "development" | "test";
  databaseMaxMb: number;
  /** What the documents of one organisation may have in all. */
  documentsMaxMb: number;
  /** What one document may have; what is looked into has never more than 20. */
  documentMaxMb: number;
  /** How many proxies of our own stand in front; with none, nobody's X-Forwarded-* is believed. */
  trustProxy: number;
  /** Requests a minute from one address before it is asked to wait. */
  rateLimitPerMinute: number;
  /** Where daily backups go, when they are made, and how many stay; absent where none are made. */
  backups?: { readonly to: string; readonly at: BackupTime; readonly keep: number };
  /** Whether all of it is made up: nobody owes it a backup. */
  isDemo?: boolean;
  /** Whoever brings it may read `/metrics` from other machines. */
  metricsToken?: string;
};

/** A setting that cannot be used; the message names each one and what is wrong with it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads the settings from environment variables. Nothing else in the product reads them.
 * @param usual what a command uses where nothing is set, instead of the product's own
 * @throws {ConfigError} naming every variable that is wrong, never printing its value (it may hold a password).
 */
export function readConfig(
  environment: Record<string, string | undefined> = process.env,
  usual: Readonly<Record<string, string>> = {},
): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const given = { ...usual, ...set };
  const read = allSettings.safeParse(given);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`These settings cannot be used:\n${lines.join("\n")}`);
  }
  const value = read.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir: value.DATA_DIR,
    publicOrigin: new URL(value.PUBLIC_ORIGIN ?? `http://localhost:${value.PORT}`).origin,
    isOriginSet: value.PUBLIC_ORIGIN !== undefined,
    smtpUrl: value.SMTP_URL,
    smtpNeedsTls: value.SMTP_PLAIN === undefined && !isOnThisMachine(value.SMTP_URL),
    mailFrom: value.MAIL_FROM,
    clamdUrl: value.CLAMD_URL,
    logLevel: value.LOG_LEVEL,
    mode: value.NODE_ENV,
    databaseMaxMb: value.DATABASE_MAX_MB,
    documentsMaxMb: value.DOCUMENTS_MAX_MB_PER_ORGANISATION,
    documentMaxMb: value.DOCUMENT_MAX_MB,
    trustProxy: value.TRUST_PROXY,
    rateLimitPerMinute: value.RATE_LIMIT_PER_MINUTE,
    backups: value.BACKUP_TO
      ? { to: value.BACKUP_TO, at: value.BACKUP_AT ?? usualBackupTime, keep: value.BACKUP_KEEP }
      : undefined,
    metricsToken: value.METRICS_TOKEN,
  };
}
