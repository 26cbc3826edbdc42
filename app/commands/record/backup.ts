import { writeBackup } from "#app/product/backups/write-backup";
import { readConfig } from "#app/product/config.server";
import { openStore } from "#db/index";
import { inMegabytes, report } from "./report";

const usage = "Usage: npm run backup -- FOLDER   (a folder that is not there yet)";

/** Makes a backup of DATA_DIR, whether the product runs or not. */
async function backup(args: readonly string[]): Promise<void> {
  const [to] = args;
  if (to === undefined || to.startsWith("-") || args.length > 1) return report.refuse(usage);
  const { dataDir } = readConfig();
  const begun = performance.now();
  const at = new Date();
  const { manifest } = await writeBackup({ dataDir, to, at });
  await note(dataDir, at);
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  report.say(`${to}: ${manifest.files.length} files, ${inMegabytes(bytes)}, in ${seconds} s.`);
  report.say(
    `The secret is not in it: keep a copy of ${dataDir}/secret at another place, or no link works after a restore.`,
  );
  for (const sha256 of manifest.missing) report.warn(`Not in it, because it is not on disk: the document ${sha256}.`);
}

/** So that people at work see how old the last one is. A database of an older version has no place for that yet. */
async function note(dataDir: string, at: Date): Promise<void> {
  const url = `file:${dataDir}/avow.sqlite`;
  const isNewest = await openStore(url, { isReadOnly: true }).then(
    (store) => store.close().then(() => true),
    () => false,
  );
  if (!isNewest) return;
  const store = await openStore(url);
  await store.upkeep.keepFact("last-backup", at.toISOString()).finally(() => store.close());
}

await report.run(() => backup(process.argv.slice(2)));
