import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { BackupError } from "#app/product/backups/manifest";
import { restoreBackup } from "#app/product/backups/restore-backup";
import { readConfig } from "#app/product/config.server";
import { report } from "./report";

const usage = "Usage: npm run restore -- FOLDER [--secret FILE]   (DATA_DIR names the empty folder to restore into)";

type Asked = { readonly from: string; readonly secretFile?: string };

function readArguments(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { secret: { type: "string" } },
      allowPositionals: true,
    });
    const [from, ...more] = positionals;
    return from === undefined || more.length > 0 ? undefined : { from, secretFile: values.secret };
  } catch {
    return undefined;
  }
}

/** The secret lies elsewhere than the backup, or whoever takes the backup can open every link. */
async function askForSecret(): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const asked = "File with the secret, which is not in the backup (leave empty to put it there later): ";
  const file = (await terminal.question(asked)).trim();
  terminal.close();
  return file || undefined;
}

/** Puts a backup into the empty DATA_DIR. */
async function restore(args: string[]): Promise<void> {
  const asked = readArguments(args);
  if (asked === undefined) return report.refuse(usage);
  const { dataDir } = readConfig();
  const file = asked.secretFile ?? (await askForSecret());
  const secret = file === undefined ? undefined : await readSecretFile(file);
  const { manifest, needsSecret } = await restoreBackup({ from: asked.from, dataDir, secret });
  report.say(
    `${dataDir} is as it was on ${manifest.madeAt} (UTC): ${manifest.files.length} files, each as it was listed.`,
  );
  for (const sha256 of manifest.missing) report.warn(`Was not in the backup: the document ${sha256}.`);
  if (needsSecret) {
    report.warn(
      `Now put the secret back, as ${dataDir}/secret, readable by its owner only (chmod 600). Without it the product does not start, because links to suppliers were made with it.`,
    );
  }
}

async function readSecretFile(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`The secret cannot be read from ${file}: ${error.message}.`);
  });
}

await report.run(() => restore(process.argv.slice(2)));
