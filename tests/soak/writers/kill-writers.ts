import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Attestation, Supplier } from "#db/records";
import { type Chance, chanceOf } from "#tests/soak/chance";
import { countFaults, faultsOf } from "#tests/soak/record/check";
import { Ledger, type Save, type Signature } from "#tests/soak/record/ledger";
import { withRecord } from "#tests/soak/record/record-file";
import { aMail, anAnswer, anEvent, now } from "#tests/support/factories";
import { aDataFolder, launchWithLinks } from "#tests/support/product";
import { aNewRating } from "#tests/support/ratings";
import type { Step } from "./writer";

/** So many suppliers answer at once, each to one question after the other; each life also signs so many others. */
const savers = 4;
const savesOfChain = 60;
const signersOfLife = 3;
/** A kill comes this long after the first write that was told of, at most, in milliseconds. */
const longestMs = 80;

export type WriterFigures = {
  kills: number;
  readonly told: { save: number; submit: number };
  /** What was kept without anybody having been told, because the kill came in between. */
  keptUntold: number;
  readonly faults: string[];
};

type Place = { readonly attestation: Attestation; readonly supplier: Supplier };
type Sent = { readonly step: Step; readonly of: Save | Signature };

/** Kills programs that write to one record, each at a random instant, and compares the record with what they were told. */
export async function killWriters({ kills, seed }: { kills: number; seed: number }): Promise<WriterFigures> {
  const chance = chanceOf(seed);
  const dataDir = aDataFolder();
  const figures: WriterFigures = { kills: 0, told: { save: 0, submit: 0 }, keptUntold: 0, faults: [] };
  const { recipients } = await launchWithLinks(dataDir, { suppliers: savers + kills * signersOfLife });
  const ledger = new Ledger();
  const maker = new StepMaker(ledger, recipients);
  for (let life = 1; life <= kills && figures.faults.length === 0; life += 1) {
    const chains = maker.chainsOf(life);
    const told = await writeUntilKilled(dataDir, chains, chance);
    const sent = chains.flat();
    for (const { step, of } of sent) of.told = told.has(step.no);
    figures.kills += 1;
    withRecord(dataDir, (record) => {
      const faults = faultsOf(record, dataDir, ledger, life);
      figures.faults.push(...faults.map((fault) => `seed ${seed}, process ${life}: ${fault}`));
      figures.keptUntold += maker.goOnAfter(sent, (one) => record.rows(...isKept(one)).length > 0);
    });
  }
  withRecord(dataDir, (record) => {
    figures.faults.push(...faultsOf(record, dataDir, ledger), ...countFaults(record, ledger));
  });
  figures.told.save = ledger.saves.length;
  figures.told.submit = ledger.signatures.length;
  rmSync(dataDir, { recursive: true });
  return figures;
}

function isKept({ step }: Sent): [sql: string, ...values: (string | number)[]] {
  const { attestation } = step.change;
  if (step.kind === "submit") return ["SELECT 1 FROM declarations WHERE attestation = ?", attestation];
  const { question, basedOn } = step.change;
  const sql = "SELECT 1 FROM answers WHERE attestation = ? AND question = ? AND revision = ?";
  return [sql, attestation, question, basedOn + 1];
}

/** Makes what each program is to write, from where the one before it was killed. */
class StepMaker {
  #no = 0;
  #signed = savers;
  readonly #revisions = new Map<string, number>();

  constructor(
    private readonly ledger: Ledger,
    private readonly places: readonly Place[],
  ) {}

  chainsOf(life: number): readonly (readonly Sent[])[] {
    const signers = this.places.slice(this.#signed, this.#signed + signersOfLife);
    this.#signed += signersOfLife;
    return [
      ...this.places.slice(0, savers).map((place) => this.#saves(place, life)),
      signers.map((place) => this.#signature(place, life)),
    ];
  }

  /**
   * Forgets what did not come to be, so that it is sent again, and counts as told what is kept all the same: how much of that
   * there is.
   */
  goOnAfter(sent: readonly Sent[], isKept: (one: Sent) => boolean): number {
    let untold = 0;
    const gone = new Set<Save | Signature>();
    for (const one of sent) {
      if (one.of.told) continue;
      if (isKept(one)) untold += 1;
      else gone.add(one.of);
      one.of.told = !gone.has(one.of);
    }
    for (const list of [this.ledger.saves, this.ledger.signatures]) {
      for (let at = list.length - 1; at >= 0; at -= 1) {
        const last = list[at];
        if (last && gone.has(last)) list.splice(at, 1);
      }
    }
    for (const { attestation, revision } of this.ledger.saves) this.#revisions.set(attestation, revision);
    return untold;
  }

  #saves({ attestation: { org, id } }: Place, life: number): readonly Sent[] {
    const first = this.#revisions.get(id) ?? 0;
    return Array.from({ length: savesOfChain }, (_, place) => {
      const basedOn = first + place;
      const save = { attestation: id, question: "F5", revision: basedOn + 1, comment: `${life} ${place}` };
      const sent = { ...save, told: false, life };
      this.ledger.saves.push(sent);
      const answer = anAnswer({ comment: save.comment });
      const subject = { type: "attestation", id } as const;
      const audit = anEvent(
        { action: "answer.saved", details: { question: "F5", revision: basedOn + 1 } },
        { subject },
      );
      const change = { org, attestation: id, question: "F5", basedOn, answer, at: now, audit };
      return { step: { no: this.#next(), kind: "save", change }, of: sent };
    });
  }

  #signature({ attestation: { org, id, invitation }, supplier }: Place, life: number): Sent {
    const sent = { attestation: id, told: false, life };
    this.ledger.signatures.push(sent);
    const subject = { type: "attestation", id } as const;
    const hash = `hash of ${id}`;
    const said = { name: "Rita Alves", job: "HR", sharing: "buyer", language: "en", statementHash: hash };
    const rating = aNewRating({ attestation: id, supplier: supplier.id });
    const { band, score } = rating.rating;
    const change = {
      org,
      attestation: id,
      revision: 0,
      declaration: { ...said, signedAt: now, hash, document: "{}" },
      rating,
      mail: aMail({ org, invitation, kind: "receipt" }),
      audit: [
        anEvent({ action: "attestation.submitted", details: { hash, revision: 0 } }, { subject }),
        anEvent({ action: "attestation.rated", details: { rating: rating.id, band, score } }, { subject }),
      ],
    };
    return { step: { no: this.#next(), kind: "submit", change }, of: sent };
  }

  #next(): number {
    this.#no += 1;
    return this.#no;
  }
}

/** Runs a program until it is killed some time after its first write; the numbers of the steps that it was told of. */
function writeUntilKilled(
  dataDir: string,
  chains: readonly (readonly Sent[])[],
  chance: Chance,
): Promise<ReadonlySet<number>> {
  const steps = join(dataDir, "steps.json");
  writeFileSync(steps, JSON.stringify(chains.map((chain) => chain.map(({ step }) => step))));
  const args = ["build/server/soak-writer.js", join(dataDir, "avow.sqlite"), steps];
  return new Promise((resolve, reject) => {
    const writing = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let problems = "";
    writing.stderr.on("data", (chunk: Buffer) => {
      problems += String(chunk);
    });
    writing.stdout.once("data", () => setTimeout(() => writing.kill("SIGKILL"), chance.next() * longestMs));
    writing.stdout.on("data", (chunk: Buffer) => {
      said += String(chunk);
    });
    writing.on("close", (code) => {
      if (code === null || code === 0) resolve(new Set(said.split("\n").slice(0, -1).map(Number)));
      else reject(new Error(`ended by itself: ${problems}`));
    });
  });
}
