import type { Worker } from "node:worker_threads";
import { startThread } from "#app/adapters/threads/program";
import type { TrialMessage, TrialTask } from "#app/services/context/resources/threads/rule-trials";
import type { TrialWorker } from "./trial-desk";

/** Milliseconds for which a thread without work stays ready. */
const idleMs = 60_000;
/** A thread holds the questionnaires, rules and lists, and some hundred suppliers at a time. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** What a thread is told: a task with its number, or that the one with a number is wanted no more. */
export type TrialCall = { readonly number: number; readonly task: TrialTask } | { readonly end: number };
export type TrialAnswer = { readonly number: number; readonly message: TrialMessage };

/** Does parts of trials in a thread of its own, which reads the record by itself and ends when nobody has wanted it for a while. */
export class TrialThread implements TrialWorker {
  #worker: Worker | undefined;
  #number = 0;
  #say: ((message: TrialMessage) => void) | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** @param database that it reads, `file:/path/to/avow.sqlite` */
  constructor(private readonly database: string) {}

  prepare(): void {
    this.#ready();
    this.#rest();
  }

  begin(task: TrialTask, say: (message: TrialMessage) => void): { end(): void } {
    clearTimeout(this.#idle);
    this.#number += 1;
    const number = this.#number;
    this.#say = (message) => {
      if ("failed" in message || message.isDone) this.#rest();
      say(message);
    };
    this.#tell({ number, task });
    return { end: () => this.#end(number) };
  }

  #end(number: number): void {
    if (number !== this.#number || this.#say === undefined) return;
    this.#say = undefined;
    this.#tell({ end: number });
    this.#rest();
  }

  #tell(call: TrialCall): void {
    this.#ready().postMessage(call);
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      void this.#worker?.terminate();
      this.#worker = undefined;
    }, idleMs).unref();
  }

  #ready(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startThread("try-rules", { workerData: this.database, resourceLimits });
    // It holds nobody up who wants to end the program.
    worker.unref();
    worker.on("message", ({ number, message }: TrialAnswer) => {
      if (number === this.#number) this.#say?.(message);
    });
    worker.on("error", (error) => this.#fail(worker, error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => this.#fail(worker, "its thread ended"));
    this.#worker = worker;
    return worker;
  }

  #fail(worker: Worker, failed: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const say = this.#say;
    this.#say = undefined;
    say?.({ failed });
  }
}
