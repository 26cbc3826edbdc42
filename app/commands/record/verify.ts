import { createLog } from "#app/adapters/log.server";
import { readConfig } from "#app/product/config.server";
import { openForVerifying } from "#app/product/context.server";
import { asSystem } from "#app/services/context/callers";
import { verifyRecord } from "#app/services/installation/verify/verify-record";
import { report } from "./report";

/** Walks the record of DATA_DIR, whether the product runs or not, and ends with 1 where something does not fit. */
async function verify(args: readonly string[]): Promise<void> {
  if (args.length > 0) return report.refuse("Usage: npm run verify   (DATA_DIR names the folder)");
  const config = readConfig();
  const context = await openForVerifying(config, createLog("silent"));
  let findings = 0;
  const found = ({ kind, about, text }: { kind: string; about: string; text: string }) => {
    findings += 1;
    report.say(`${kind} ${about}: ${text}`);
  };
  const checked = await verifyRecord(asSystem(context, "verify"), { found }).finally(() => context.store.close());
  const { attestations, declarations, ratings, removals, documents } = checked;
  const looked = `${attestations} attestations, ${declarations} declarations, ${ratings} ratings, ${removals} removals, ${documents} documents`;
  report.say(findings === 0 ? `All of it fits: ${looked}.` : `${findings} findings in ${looked}.`);
  if (findings > 0) process.exitCode = 1;
}

await report.run(() => verify(process.argv.slice(2)));
