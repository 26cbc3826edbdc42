import { BackupError } from "#app/product/backups/manifest";
import { ConfigError } from "#app/product/config.server";
import { StartError } from "#app/product/start/start-error";
import { UnusableDatabaseError } from "#db/errors";

const plain = [BackupError, ConfigError, StartError, UnusableDatabaseError];

/** What a command says, and how it ends: 0 done, 1 something is wrong, 2 it was called in a way that means nothing. */
export const report = {
  say: (text: string) => void process.stdout.write(`${text}\n`),
  warn: (text: string) => void process.stderr.write(`${text}\n`),
  refuse: (text: string) => {
    process.stderr.write(`${text}\n`);
    process.exitCode = 2;
  },
  /** What somebody can put right is a sentence; anything else is a defect and keeps its stack. */
  run: (work: () => Promise<void>) =>
    work().catch((error: unknown) => {
      const isPlain = error instanceof Error && plain.some((kind) => error instanceof kind);
      console.error(isPlain ? error.message : error);
      process.exitCode = 1;
    }),
};

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
