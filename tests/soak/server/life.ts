import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "#tests/soak/chance";
import type { Kind } from "#tests/soak/record/ledger";
import { type Spawned, spawnProduct } from "#tests/support/product";
import type { personOf } from "./clients";

export type Person = ReturnType<typeof personOf>;
/** What a kill is aimed at, as often as it stands here. */
const aims: readonly (Kind | "start")[] = [
  "start",
  ...(["save", "save", "upload", "upload", "submit", "submit", "list"] as const),
  ...(["import", "import", "import", "launch", "launch", "launch"] as const),
];

/** Milliseconds that a form of a kind, with the work that comes of it, usually takes; learned as it goes. */
const usualMs: Record<Kind | "start", number> = {
  start: 1_000,
  save: 15,
  upload: 40,
  submit: 40,
  list: 20,
  draft: 30,
  import: 150,
  launch: 250,
};
/** Work that goes on after the answer: mails. */
const afterMs: Partial<Record<Kind, number>> = { launch: 150, submit: 20 };

/** How long a process works before it may be killed, at most. */
const peaceMs = 1_500;

/** A life that never came to what its kill was aimed at ends after this. */
const longestMs = 4_000;

/** What the product says of a job whose process died time and again: it would end the next one too. */
export const givenUp = "the program ended each time while it did this";

/** What was under way when the process was killed. */
export type Death = { readonly killedAt: Date; readonly underWay: readonly (Kind | "start" | "nothing")[] };

export type Surroundings = {
  readonly dataDir: string;
  readonly environment: Record<string, string>;
  readonly people: readonly Person[];
  readonly chance: Chance;
  /** What is done as soon as it runs. */
  readonly started: () => void;
};

/** Starts a running, has people work with it, and kills it at a random instant. */
export async function liveAndDie(number: number, around: Surroundings): Promise<Death> {
  const { dataDir, environment, people, chance, started } = around;
  const aim = chance.pick(aims);
  const begun = performance.now();
  const running = spawnProduct(dataDir, environment);
  if (aim === "start") {
    await pause(chance.next() * usualMs.start);
    await running.end("SIGKILL");
    return { killedAt: new Date(), underWay: ["start"] };
  }
  await running.origin();
  learn("start", performance.now() - begun);
  started();
  const death = await workUntilKilled(number, running, people, aim, chance);
  const wrong = running.output().split("\n").filter(isFault);
  if (wrong.length > 0) throw new Error(`it went wrong:\n${wrong.join("\n")}`);
  return death;
}

/** Whether a line of a log tells of an error that killing does not explain. */
function isFault(line: string): boolean {
  return /"level":[56]0|^\w*Error:/.test(line) && !line.includes(givenUp);
}

async function workUntilKilled(
  number: number,
  running: Spawned,
  people: readonly Person[],
  aim: Kind,
  chance: Chance,
): Promise<Death> {
  const atWork: Kind[] = [];
  let underWay: Death["underWay"] = [];
  let isOver = false;
  let ends: () => void = () => {};
  const dead = new Promise<void>((resolve) => {
    ends = resolve;
  });
  const kill = () => {
    if (isOver) return;
    isOver = true;
    underWay = atWork.length > 0 ? [...atWork] : ["nothing"];
    void running.end("SIGKILL").then(ends);
  };
  let left = chance.between(1, 2);
  // Until then it works in peace, so that what takes longest is told of too.
  const armedFrom = performance.now() + chance.next() * peaceMs;
  const life = {
    number,
    isOver: () => isOver,
    began: (kind: Kind) => {
      atWork.push(kind);
      const since = performance.now();
      if (kind === aim && since >= armedFrom) {
        left -= 1;
        if (left === 0) setTimeout(kill, chance.next() * (usualMs[kind] * 1.3 + (afterMs[kind] ?? 0)));
      }
      return () => {
        atWork.splice(atWork.indexOf(kind), 1);
        if (!isOver) learn(kind, performance.now() - since);
      };
    },
  };
  const latest = setTimeout(kill, longestMs);
  try {
    await Promise.all([dead, ...people.map((person) => person.work(life))]);
  } catch (error) {
    throw new Error(`${error}\n${running.output().slice(-4_000)}`);
  } finally {
    clearTimeout(latest);
    await running.end("SIGKILL");
  }
  return { killedAt: new Date(), underWay };
}

function learn(what: Kind | "start", ms: number): void {
  usualMs[what] = usualMs[what] * 0.8 + ms * 0.2;
}

/** How long nothing of the work that is left may end: a mail that failed three times is tried again after five minutes. */
const longestStillMs = 6 * 60_000;

async function untilNoneLeft(left: () => readonly string[]): Promise<void> {
  let [jobs, since] = [left(), performance.now()];
  while (jobs.length > 0) {
    await pause(200);
    const now = left();
    if (now.length < jobs.length) since = performance.now();
    else if (performance.now() - since > longestStillMs) throw new Error(`left at the end: ${now.join(", ")}`);
    jobs = now;
  }
}

/**
 * Lets everybody finish in one last life of the product itself, and ends it as an operator does; its exit code.
 * @param isOwed whether somebody has to confirm something again
 * @param left jobs that are still at work
 */
export async function liveInPeace(
  number: number,
  around: Surroundings,
  { isOwed, left }: { isOwed: () => boolean; left: () => readonly string[] },
): Promise<number | null> {
  const running = spawnProduct(around.dataDir, around.environment);
  await running.origin();
  around.started();
  try {
    const isOver = () => !isOwed() && !around.people.some((person) => person.isWaiting());
    do {
      await Promise.all(around.people.map((person) => person.work({ number, isOver, began: () => () => {} })));
      await untilNoneLeft(left);
    } while (isOwed());
    return await running.end("SIGTERM");
  } finally {
    await running.end("SIGKILL");
  }
}
