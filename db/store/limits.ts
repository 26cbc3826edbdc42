import type { RequestCount, SignInTries } from "#db/records";

/** Tries to sign in, counted over all processes. Keys are hashes; nothing here names a person. */
export interface SignInTryStore {
  get(key: string): Promise<SignInTries | undefined>;
  /**
   * Counts one more try, no other in between. `next` says how the tries stand with it, from how they stood before, or
   * nothing when it must not be made; it is pure and may be asked again. Those last made before `forgetBefore` are gone by
   * then, and of all others the newest `mostKept` stay.
   * @returns whether it was counted
   */
  count(change: {
    key: string;
    at: Date;
    forgetBefore: Date;
    mostKept: number;
    next: (before: SignInTries | undefined) => SignInTries | undefined;
  }): Promise<boolean>;
  forget(key: string): Promise<void>;
}

/** What processes tell each other about busy addresses. `window` is the start of the time that is counted in. */
export interface RequestCountStore {
  /**
   * Says what a process counted in a window, instead of what it said before. Windows that began before `forgetBefore` or
   * after `forgetAfter` are forgotten.
   */
  report(change: {
    process: string;
    window: Date;
    counts: readonly RequestCount[];
    forgetBefore: Date;
    forgetAfter: Date;
  }): Promise<void>;
  /** What all other processes together said about a window. */
  readOthers(ask: { process: string; window: Date }): Promise<readonly RequestCount[]>;
}
