import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { promisify } from "node:util";
import { type Chance, chanceOf } from "#tests/soak/chance";
import { countFaults, faultsOf, followImports, mailFaults, openJobs, repeatsOf } from "#tests/soak/record/check";
import { type Kind, Ledger } from "#tests/soak/record/ledger";
import { withRecord } from "#tests/soak/record/record-file";
import { clientOf } from "#tests/support/http-client";
import { startMailServer } from "#tests/support/mail-server";
import { aDataFolder, freePort } from "#tests/support/product";
import { codeIn } from "#tests/support/signing-codes";
import { answering, attaching, buying, personOf, signing } from "./clients";
import { type Death, liveAndDie, liveInPeace, type Surroundings } from "./life";
import { makeWorld } from "./world";

export type ServerKills = {
  readonly kills: number;
  readonly seed: number;
  /** Kills of one record; then another is begun. */
  readonly killsOfRecord: number;
  /** Records that are worked on at the same time. */
  readonly atOnce: number;
  readonly say?: (line: string) => void;
};

export type ServerFigures = {
  kills: number;
  /** What was under way when a process was killed: how often each. */
  readonly underWay: Record<string, number>;
  readonly told: Record<Kind, number>;
  mails: number;
  /** Imports that were given up, because processes died time and again, and were confirmed again. */
  givenUpImports: number;
  /** Mails that came again with the same Message-ID. */
  repeatedMails: number;
  readonly faults: string[];
};

/** Kills processes at random, and compares the record with what people were told. */
export async function killServers(options: ServerKills): Promise<ServerFigures> {
  const told = { save: 0, upload: 0, submit: 0, list: 0, import: 0, draft: 0, launch: 0 };
  const figures: ServerFigures = {
    kills: 0,
    underWay: {},
    told,
    mails: 0,
    givenUpImports: 0,
    repeatedMails: 0,
    faults: [],
  };
  const records = Math.ceil(options.kills / options.killsOfRecord);
  let next = 0;
  const lane = async () => {
    while (next < records && figures.faults.length === 0) {
      const record = next;
      next += 1;
      const kills = Math.min(options.killsOfRecord, options.kills - record * options.killsOfRecord);
      await killServersOf({ ...options, kills, seed: options.seed + record }, figures);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
  return figures;
}

async function killServersOf(options: ServerKills, figures: ServerFigures): Promise<void> {
  const { kills, seed, say = () => {} } = options;
  const dataDir = aDataFolder();
  const ledger = new Ledger();
  const at = { life: 0 };
  const mailServer = await startMailServer({
    arrived: ({ mail, to }) => {
      const { reference, code } = codeIn(mail);
      if (reference && code) ledger.codes.set(reference, code);
      ledger.arrivals.push({ messageId: mail.messageId ?? "", to: to.join(), life: at.life });
    },
  });
  const chance = chanceOf(seed);
  const port = await freePort();
  const people = await peopleOf(dataDir, ledger, chance, { port, kills });
  const around = { dataDir, environment: { PORT: port, SMTP_URL: mailServer.url }, people, chance };
  const found = (faults: readonly string[]) => {
    figures.faults.push(...faults.map((fault) => `seed ${seed}, up to process ${at.life}: ${fault}`));
  };
  try {
    const last = await killAll(options, { around, ledger, figures, found, at });
    found(await endOf(around, ledger, last, ++at.life));
  } finally {
    await mailServer.close();
  }
  for (const [kind, count] of Object.entries(ledger.told())) figures.told[kind as Kind] += count;
  figures.mails += ledger.arrivals.length;
  figures.givenUpImports += ledger.lists.reduce((sum, list) => sum + list.givenUp, 0);
  figures.repeatedMails += repeatsOf(ledger);
  if (figures.faults.length === 0) rmSync(dataDir, { recursive: true });
  else say(`the record with the faults stays in ${dataDir}`);
}

type Work = {
  readonly around: Omit<Surroundings, "started">;
  readonly ledger: Ledger;
  readonly figures: ServerFigures;
  readonly found: (faults: readonly string[]) => void;
  /** The number of the process that runs. */
  readonly at: { life: number };
};

/** Kills one process after the other; how to look at what the last one left. */
async function killAll(
  { kills, seed, say = () => {} }: ServerKills,
  { around, ledger, figures, found, at }: Work,
): Promise<() => void> {
  let died: { death: Death; life: number } | undefined;
  const look = () => {
    if (died) found(lookAfter(around.dataDir, ledger, died));
    died = undefined;
  };
  while (at.life < kills && figures.faults.length === 0) {
    // Either before the next process opens the record or once it runs: both have to find it whole.
    if (around.chance.next() < 0.5) look();
    at.life += 1;
    const death = await liveAndDie(at.life, { ...around, started: look });
    look();
    died = { death, life: at.life };
    figures.kills += 1;
    for (const kind of death.underWay) figures.underWay[kind] = (figures.underWay[kind] ?? 0) + 1;
    if (at.life % 25 === 0) say(`seed ${seed}: ${at.life} kills, told of ${JSON.stringify(ledger.told())}`);
  }
  return look;
}

/** Looks at what a killed process was sent, and has others take over what it had in hand. */
function lookAfter(dataDir: string, ledger: Ledger, { death, life }: { death: Death; life: number }) {
  return withRecord(dataDir, (record) => {
    record.endLeases(death.killedAt);
    const faults = faultsOf(record, dataDir, ledger, life);
    followImports(record, ledger);
    return faults;
  });
}

/** Lets everything come to its end, and looks at all of it, as the operator's own command does too. */
async function endOf(around: Work["around"], ledger: Ledger, started: () => void, life: number) {
  const { dataDir } = around;
  const isOwed = () => ledger.lists.some(({ upload, imported }) => upload !== undefined && !imported.told);
  const left = () =>
    withRecord(dataDir, (record) => {
      followImports(record, ledger);
      return openJobs(record).filter((job) => !job.endsWith("failed"));
    });
  const code = await liveInPeace(life, { ...around, started }, { isOwed, left });
  return [
    ...(code === 0 ? [] : [`the last process ended with ${code}`]),
    ...withRecord(dataDir, (record) => [
      ...faultsOf(record, dataDir, ledger),
      ...countFaults(record, ledger),
      ...openJobs(record),
      ...mailFaults(record, ledger),
    ]),
    ...(await verify(dataDir)),
  ];
}

/** Four suppliers who answer, one of whom attaches documents, one after the other who sign, and a buyer. */
async function peopleOf(dataDir: string, ledger: Ledger, chance: Chance, of: { port: string; kills: number }) {
  const world = await makeWorld(dataDir, { answering: 4, signing: 2 * of.kills, drafts: of.kills });
  const told = { told: true, life: 0 };
  for (const draft of world.drafts) {
    ledger.lists.push({ ...draft, imported: told, isThere: true, givenUp: 0, launched: { told: false, life: 0 } });
  }
  const client = (name: string, value: string) => {
    const made = clientOf(`http://localhost:${of.port}`);
    made.cookies.set(name, value);
    return made;
  };
  const supplier = (cookie: string) => client("avow_attest", cookie);
  const [first] = world.answering;
  if (!first) throw new Error("nobody answers");
  const ready = world.signing;
  return [
    ...world.answering.map((one) => personOf(supplier(one.cookie), answering(ledger, one.attestation))),
    personOf(supplier(first.cookie), attaching(ledger, chance, first.attestation)),
    personOf(
      { ...supplier(""), post: (path, form) => supplier(cookieOf(path)).post(path, form) },
      signing(ledger, ready),
    ),
    personOf(client("avow_team", world.team), buying(ledger, chance, 3 * of.kills)),
  ];

  function cookieOf(path: string): string {
    return ready.find(({ attestation }) => path.startsWith(`/attest/${attestation}/`))?.cookie ?? "";
  }
}

/** Walks the whole record as an operator does; what it says where it finds something. */
async function verify(dataDir: string): Promise<readonly string[]> {
  const env = { ...process.env, NODE_ENV: "production" as const, DATA_DIR: dataDir };
  try {
    await promisify(execFile)(process.execPath, ["build/server/verify.js"], { env });
    return [];
  } catch (error) {
    return [`verify: ${JSON.stringify(error)}`];
  }
}
