import type { Jobs } from "#app/services/context/resources/jobs";
import type { JobName } from "#db/records";
import type { Store } from "#db/store";
import { Pause } from "./pause";

/** How often one looks whether another process has ended a job. */
const lookEveryMs = 200;

/** What is said between those who add jobs and the runner of the same process. */
export class JobSignals implements Jobs {
  #wakeRunner: () => void = () => {};
  readonly #waiting = new Set<Pause>();

  constructor(private readonly store: Pick<Store, "jobs">) {}

  /** `wake` is called whenever there may be something to do; for one runner. */
  onWake(wake: () => void): void {
    this.#wakeRunner = wake;
  }

  /** Says that a job of this process has ended. */
  jobEnded(): void {
    for (const pause of this.#waiting) pause.wake();
  }

  wake(): void {
    this.#wakeRunner();
  }

  async waitUntilEnded({ org, kind, key }: JobName, patienceMs: number): Promise<boolean> {
    const end = performance.now() + patienceMs;
    const pause = new Pause();
    this.#waiting.add(pause);
    try {
      for (;;) {
        const job = await this.store.jobs.get(org, kind, key);
        if (job === undefined || job.endedAt !== undefined) return job !== undefined;
        const left = end - performance.now();
        if (left <= 0) return false;
        await pause.wait(Math.min(left, lookEveryMs));
      }
    } finally {
      this.#waiting.delete(pause);
    }
  }
}
