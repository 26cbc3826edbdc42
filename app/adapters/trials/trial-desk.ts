import type {
  RuleTrials,
  TrialMessage,
  TrialOrder,
  TrialPart,
  TrialState,
  TrialTask,
} from "#app/services/context/resources/threads/rule-trials";
import { allCounts, noCounts, type TrialCounts, type Tried } from "#scoring/trial/tally";

/** Who does a part of a trial: one thread, or the program itself in tests. */
export type TrialWorker = {
  prepare(): void;
  /** Does a part and says how far it is; `end` gives it up. */
  begin(task: TrialTask, say: (message: TrialMessage) => void): { end(): void };
};

export type TrialLimits = {
  /** A trial that was not looked at for so long is given up; what came of one is kept as long after its end. */
  readonly leftMs: number;
  readonly keptMs: number;
  /** Organisations whose last trial is kept. */
  readonly kept: number;
};

export const trialLimits: TrialLimits = { leftMs: 10_000, keptMs: 120_000, kept: 4 };

type Rated = (
  org: string,
  part: TrialOrder["part"],
) => Promise<{ readonly all: number; readonly middle: string | undefined }>;

/** The trials of one process: one at work at a time, with all its workers, and the last one of a few organisations. */
export class TrialDesk implements RuleTrials {
  readonly #trials = new Map<string, Trial>();

  constructor(
    private readonly workers: readonly TrialWorker[],
    private readonly rated: Rated,
    private readonly limits: TrialLimits = trialLimits,
  ) {}

  prepare(): void {
    for (const worker of this.workers) worker.prepare();
  }

  async look(order: TrialOrder, person: string, patienceMs: number): Promise<TrialState> {
    this.#forget();
    const key = JSON.stringify(order);
    const known = this.#trials.get(order.org);
    if (known?.key === key && !known.isLeft) return known.wait(patienceMs);
    // Their own, or one that is over: another person's is not ended while they look at it.
    if (known && (known.person === person || known.isOver)) this.#drop(order.org);
    if ([...this.#trials.values()].some((trial) => !trial.isOver)) return waiting;
    const trial = new Trial(key, person, this.limits.leftMs);
    this.#trials.set(order.org, trial);
    const { all, middle } = await this.rated(order.org, order.part);
    trial.begin(all, this.#tasks(order, middle));
    return trial.wait(patienceMs);
  }

  /** The suppliers in two halves for two workers; a third would have nothing to do on two cores. */
  #tasks(order: TrialOrder, middle: string | undefined): readonly (readonly [TrialWorker, TrialTask])[] {
    const [first, second] = this.workers;
    if (first === undefined) throw new Error("nobody does trials");
    const halves: TrialPart[] = second && middle !== undefined ? [{ until: middle }, { after: middle }] : [{}];
    return halves.map((part, at) => [at === 0 || !second ? first : second, { order, part }] as const);
  }

  #drop(org: string): void {
    this.#trials.get(org)?.end();
    this.#trials.delete(org);
  }

  #forget(): void {
    for (const [org, trial] of this.#trials) if (trial.isOlderThan(this.limits.keptMs)) this.#drop(org);
    for (const org of [...this.#trials.keys()].slice(0, Math.max(0, this.#trials.size - this.limits.kept))) {
      if (this.#trials.get(org)?.isOver) this.#drop(org);
    }
  }
}

const waiting: TrialState = { all: 0, counts: noCounts(), movers: [], stage: "waiting", ms: 0 };

/** One trial from its beginning until nobody wants it any more. */
class Trial {
  readonly #begunAt = performance.now();
  #endedAt: number | undefined;
  #all = 0;
  #parts: TrialCounts[] = [];
  #movers: Tried[] = [];
  #left = 1;
  #running: readonly { end(): void }[] = [];
  #told: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #failure: string | undefined;

  constructor(
    readonly key: string,
    readonly person: string,
    private readonly leftMs: number,
  ) {}

  /** Given up before it was through: what came of it is a part, and stands for nothing. */
  get isLeft(): boolean {
    return this.isOver && this.#left > 0;
  }

  get isOver(): boolean {
    return this.#endedAt !== undefined;
  }

  isOlderThan(ms: number): boolean {
    return this.#endedAt !== undefined && performance.now() - this.#endedAt > ms;
  }

  begin(all: number, tasks: readonly (readonly [TrialWorker, TrialTask])[]): void {
    this.#all = all;
    this.#left = tasks.length;
    this.#parts = tasks.map(noCounts);
    this.#running = tasks.map(([worker, task], at) => worker.begin(task, (message) => this.#hear(at, message)));
  }

  end(): void {
    for (const running of this.#running) running.end();
    clearTimeout(this.#timer);
    this.#over();
  }

  /** How far it is when it is over, or after so long. */
  async wait(patienceMs: number): Promise<TrialState> {
    clearTimeout(this.#timer);
    const end = performance.now() + patienceMs;
    while (!this.isOver && performance.now() < end) await this.#heard(end - performance.now());
    if (this.#failure !== undefined) throw new Error(`a trial failed: ${this.#failure}`);
    if (!this.isOver) this.#timer = setTimeout(() => this.end(), this.leftMs).unref();
    return {
      all: this.#all,
      counts: allCounts(this.#parts),
      movers: [...this.#movers],
      stage: this.isOver ? "done" : "at-work",
      ms: (this.#endedAt ?? performance.now()) - this.#begunAt,
    };
  }

  #heard(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#told.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #hear(at: number, message: TrialMessage): void {
    if (this.isOver) return;
    if ("failed" in message) {
      this.#failure = message.failed;
      this.end();
      return;
    }
    this.#parts[at] = message.counts;
    this.#movers.push(...message.movers);
    if (!message.isDone) return;
    this.#left -= 1;
    if (this.#left === 0) this.#over();
  }

  #over(): void {
    this.#endedAt ??= performance.now();
    for (const tell of this.#told.splice(0)) tell();
  }
}
