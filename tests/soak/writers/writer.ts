/**
 * A program that only writes to a record, as fast as it can, and so starts in a moment: it does what a file of steps says, the
 * chains of them side by side, and says the number of each once it was told that it is kept. Arguments: database file, file of
 * steps.
 */
import { readFileSync, writeSync } from "node:fs";
import { openStore } from "#db/index";
import type { Store } from "#db/store";

type Attestations = Store["attestations"];
export type Step =
  | { readonly no: number; readonly kind: "save"; readonly change: Parameters<Attestations["saveAnswer"]>[0] }
  | { readonly no: number; readonly kind: "submit"; readonly change: Parameters<Attestations["submit"]>[0] };

const [file, steps] = process.argv.slice(2);
if (!file || !steps) throw new Error("say database file and file of steps");
const asDate = (key: string, value: unknown) => (/At$|^at$/.test(key) ? new Date(String(value)) : value);
// Written by whoever started this program, from the types above.
const chains = JSON.parse(readFileSync(steps, "utf8"), asDate) as readonly (readonly Step[])[];
const store = await openStore(`file:${file}`);

async function work(chain: readonly Step[]): Promise<void> {
  for (const step of chain) {
    if (step.kind === "save") await store.attestations.saveAnswer(step.change);
    else await store.attestations.submit(step.change);
    // Straight to the pipe: what waits in a buffer dies with the process and would prove nothing.
    writeSync(1, `${step.no}\n`);
  }
}

await Promise.all(chains.map(work));
