import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "#tests/soak/chance";
import type { Kind, Ledger, List, Sent } from "#tests/soak/record/ledger";
import { aPdf } from "#tests/support/documents";
import type { Client, FormValues } from "#tests/support/http-client";
import { mailOf } from "./world";

/** One form on its way, which is sent again after a kill until somebody is told what became of it. */
type Form = {
  readonly kind: Kind;
  readonly path: string;
  readonly body: FormValues | (() => FormData);
  /** What the page that comes back asks for; undefined until it is there. */
  readonly asked?: () => FormValues | undefined;
  /** Called before it goes to the process with this number. */
  sent(life: number): void;
  told(location: string): void;
};

/** What one client does next; undefined when it has nothing to do in this life. */
export type Script = { next(): Form | undefined; readonly restMs: number };

/** The process that forms go to, as clients see it. */
export type Life = {
  readonly number: number;
  /** Whether it was killed; what fails then is no fault. */
  isOver(): boolean;
  began(kind: Kind): () => void;
};

/** A person at a browser: sends one form after the other, and the one that broke off again to the next process. */
export function personOf(client: Client, script: Script) {
  let open: Form | undefined;
  const send = async ({ path, body, asked }: Form, life: Life) => {
    if (typeof body === "function") return client.send(path, { method: "POST", body: body() });
    const answer = await client.post(path, body);
    if (answer.status !== 200 || asked === undefined) return answer;
    await answer.text();
    let more = asked();
    while (more === undefined && !life.isOver()) {
      await pause(20);
      more = asked();
    }
    return more && client.post(path, [...body, ...more]);
  };
  return {
    isWaiting: () => open !== undefined,
    async work(life: Life): Promise<void> {
      while (!life.isOver()) {
        const isAgain = open !== undefined;
        open ??= script.next();
        if (open === undefined) return;
        open.sent(life.number);
        const ended = life.began(open.kind);
        const answer = await send(open, life).catch((error: unknown) => {
          if (!life.isOver()) throw error;
        });
        ended();
        if (answer === undefined) return;
        const { status, headers } = answer;
        const text = await answer.text().catch(() => "");
        // A document that was kept already is shown, and not led on from.
        const isRight = (status >= 300 && status < 400) || (isAgain && open.kind === "upload" && status === 200);
        if (!isRight)
          throw new Error(
            `${status} for ${open.kind} at ${open.path}: ${headers.get("location")} ${text.slice(0, 300)}`,
          );
        open.told(decodeURI(headers.get("location") ?? ""));
        open = undefined;
        await pause(script.restMs);
      }
    },
  };
}

/** Writes down to which process something was sent, and that somebody was told that it is kept. */
function noted(sent: Sent): Pick<Form, "sent" | "told"> {
  return {
    sent: (life) => {
      sent.life = life;
    },
    told: () => {
      sent.told = true;
    },
  };
}

const questions = ["E1", "F5", "G1", "G2", "G4", "I2"] as const;
const options: Readonly<Record<string, readonly [string, string]>> = { E1: ["no", "~dk"], F5: ["no", "yes"] };
const usual = { G1: ["worker", "own-locker"], other: ["yes", "no"] } as const;

function optionOf(question: string, turn: number): string {
  const both = options[question] ?? (question === "G1" ? usual.G1 : usual.other);
  return both[turn % 2] ?? both[0];
}

/** A supplier who answers the same questions over and over, each time otherwise. */
export function answering(ledger: Ledger, attestation: string): Script {
  let turn = 0;
  return {
    restMs: 2,
    next() {
      const question = questions[turn % questions.length] ?? "E1";
      const round = Math.floor(turn / questions.length);
      const comment = `${attestation} ${turn}`;
      turn += 1;
      const save = { attestation, question, revision: round + 1, comment, told: false, life: 0 };
      ledger.saves.push(save);
      return {
        kind: "save",
        path: `/attest/${attestation}/${question}`,
        body: [
          ["basedOn", String(round)],
          [`${question}.answer`, optionOf(question, round)],
          [`${question}.comment`, comment],
        ],
        ...noted(save),
      };
    },
  };
}

/** Questions that everybody is asked and that take documents. */
const documented = ["A2", "E1", "G1", "G4", "H1", "H3"] as const;

/** A supplier who attaches one document after the other, to one question after the other. */
export function attaching(ledger: Ledger, chance: Chance, attestation: string): Script {
  return {
    restMs: 60,
    next() {
      const place = ledger.papers.length;
      const question = documented[place % documented.length] ?? "E1";
      // As many as each question takes.
      if (place >= documented.length * 20) return undefined;
      const bytes = aPdf({ mark: `${attestation} ${place}`, bytes: chance.between(500, 400_000) });
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const paper = { attestation, question, sha256, told: false, life: 0 };
      ledger.papers.push(paper);
      return {
        kind: "upload",
        path: `/attest/${attestation}/${question}/evidence`,
        body: () => {
          const form = new FormData();
          form.set("file", new Blob([new Uint8Array(bytes)], { type: "application/pdf" }), `paper ${place}.pdf`);
          return form;
        },
        ...noted(paper),
      };
    },
  };
}

/** Somebody who is about to sign: the revision of the attestation that they saw, and what mails call it. */
type Signer = { readonly attestation: string; readonly reference: string; readonly revision: number };

/** Suppliers who have answered everything and sign, one after the other, each with the code from the mail. */
export function signing(ledger: Ledger, ready: readonly Signer[]): Script {
  return {
    restMs: 90,
    next() {
      const one = ready[ledger.signatures.length];
      if (one === undefined) return undefined;
      const signature = { attestation: one.attestation, told: false, life: 0 };
      ledger.signatures.push(signature);
      return {
        kind: "submit",
        path: `/attest/${one.attestation}/sign`,
        body: [
          ["basedOn", String(one.revision)],
          ["O2.name", "Rita Alves"],
          ["O2.job", "Human resources"],
          ["O2.sharing", "buyer"],
          ["O2.authority", "yes"],
        ],
        asked: () => {
          const code = ledger.codes.get(one.reference);
          return code === undefined ? undefined : [["codeStep", "check"] as const, ["code", code] as const];
        },
        ...noted(signature),
      };
    },
  };
}

/** Somebody of the team: hands lists in and imports them, and launches campaigns to those of lists that are all there. */
export function buying(ledger: Ledger, chance: Chance, most: number): Script {
  const newList = (): List => {
    const no = ledger.lists.length;
    // One in eight needs several steps.
    const rows = chance.next() < 0.125 ? 450 : chance.between(3, 40);
    const names = Array.from({ length: rows }, (_, row) => `Mill ${no} ${row}`);
    const neverSent = () => ({ told: false, life: 0 });
    const list = { names, imported: neverSent(), isThere: false, givenUp: 0, launched: neverSent() };
    ledger.lists.push(list);
    return list;
  };
  const sent = () => {};
  return {
    restMs: 40,
    next() {
      const begun = ledger.lists.find(({ upload, imported }) => upload !== undefined && !imported.told);
      if (begun) return importing(begun);
      const drafted = ledger.lists.find(({ campaign, launched }) => campaign !== undefined && !launched.told);
      if (drafted && chance.next() < 0.5) return launching(drafted);
      const there = ledger.lists.find(({ isThere, campaign }) => isThere && campaign === undefined);
      if (there) {
        const no = ledger.lists.indexOf(there);
        return {
          kind: "draft",
          path: `/campaigns/new?list=${there.upload}`,
          body: [
            ["name", `Campaign ${no}`],
            ["version", "forced-labour@1"],
            ["begun", String(no)],
          ],
          sent,
          told: (location) => {
            there.campaign = location.split("/")[2];
          },
        };
      }
      if (ledger.lists.length >= most) return undefined;
      const list = newList();
      const rows = list.names.map((name) => `${name},Portugal,${mailOf(name)}`);
      return {
        kind: "list",
        path: "/suppliers/import",
        body: () => {
          const form = new FormData();
          form.set("pasted", ["Name,Country,E-mail", ...rows, ""].join("\n"));
          return form;
        },
        sent,
        told: (location) => {
          list.upload = location.split("/")[3];
        },
      };
    },
  };
}

function importing({ upload, imported }: List): Form {
  return {
    kind: "import",
    path: `/suppliers/import/${upload}`,
    body: [],
    ...noted(imported),
  };
}

function launching({ campaign, launched }: List): Form {
  return {
    kind: "launch",
    path: `/campaigns/${campaign}/launch`,
    body: [["links", "30"]],
    ...noted(launched),
  };
}
