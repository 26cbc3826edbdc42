import { parseArgs } from "node:util";
import { killServers } from "./server/kill-servers";
import { killWriters } from "./writers/kill-writers";

/** Kills of one record; then another is begun. */
const killsOfRecord = 50;
/** Of four kills, one is of the whole server; the others are of programs that only write. */
const usualShare = 4;

/** `npm run soak -- --kills 1000 --seed 1 --servers 250` */
async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { kills: { type: "string" }, seed: { type: "string" }, servers: { type: "string" } },
  });
  const kills = numberOf("kills", values.kills, 1_000);
  const seed = numberOf("seed", values.seed, Math.floor(Date.now() / 1_000));
  const servers = Math.min(kills, numberOf("servers", values.servers, Math.ceil(kills / usualShare)));
  console.info(`${servers} kills of servers and ${kills - servers} of writers, seed ${seed}`);
  const begun = performance.now();
  const ofServers = await killServers({ kills: servers, seed, killsOfRecord, atOnce: 2, say: console.info });
  console.info(JSON.stringify(ofServers, null, 2));
  const ofWriters = { kills: 0, told: { save: 0, submit: 0 }, keptUntold: 0, faults: [] as string[] };
  while (ofWriters.kills < kills - servers && ofWriters.faults.length === 0) {
    const left = kills - servers - ofWriters.kills;
    const one = await killWriters({ kills: Math.min(killsOfRecord, left), seed: seed + ofWriters.kills });
    ofWriters.kills += one.kills;
    ofWriters.keptUntold += one.keptUntold;
    ofWriters.told.save += one.told.save;
    ofWriters.told.submit += one.told.submit;
    ofWriters.faults.push(...one.faults);
    console.info(`${ofWriters.kills} kills of writers, told of ${JSON.stringify(ofWriters.told)}`);
  }
  console.info(JSON.stringify(ofWriters, null, 2));
  console.info(`${Math.round((performance.now() - begun) / 1_000)} seconds`);
  if (ofServers.faults.length + ofWriters.faults.length > 0) process.exitCode = 1;
}

function numberOf(name: string, given: string | undefined, usual: number): number {
  const value = given === undefined ? usual : Number(given);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
  return value;
}

await run(process.argv.slice(2));
