/** Wrong tries that cost nothing. After them each further one doubles the wait. */
const freeTries = 5;
const firstWaitMs = 15_000;
/** Longest wait. The right person is never shut out for longer, whatever others try. */
const longestWaitMs = 15 * 60_000;
/** Quiet time after which tries are forgotten. */
const forgetMs = 60 * 60_000;
const mostKept = 20_000;

type Tries = { count: number; last: number; until: number };

/**
 * Slows down guessing, by account and address together: somebody elsewhere who guesses at an account locks out
 * their own address, not the person. Kept in memory, so a restart forgets; the cost of argon2 stays.
 */
export class SignInThrottle {
  readonly #tries = new Map<string, Tries>();

  /** The instant until which this account and address must wait, or undefined. */
  waitUntil(key: string, now: Date): Date | undefined {
    const until = this.#tries.get(key)?.until ?? 0;
    const left = until - now.getTime();
    // More than was ever set: the clock has been put back since, and nobody waits for it to come round.
    return left > 0 && left <= longestWaitMs ? new Date(until) : undefined;
  }

  /** Counts a try before it is judged, so that many sent at once are counted too. */
  begin(key: string, now: Date): void {
    const before = this.#tries.get(key);
    const fresh = !before || now.getTime() - before.last > forgetMs;
    const count = fresh ? 1 : before.count + 1;
    const wait = count < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(count - freeTries, 10));
    this.#tries.delete(key);
    this.#tries.set(key, { count, last: now.getTime(), until: wait === 0 ? 0 : now.getTime() + wait });
    this.#forget();
  }

  succeed(key: string): void {
    this.#tries.delete(key);
  }

  // A map keeps the order of insertion, so the first is the one unused for longest.
  #forget(): void {
    while (this.#tries.size > mostKept) {
      const oldest = this.#tries.keys().next().value;
      if (oldest === undefined) return;
      this.#tries.delete(oldest);
    }
  }
}
