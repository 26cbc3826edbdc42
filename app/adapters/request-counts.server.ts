import { randomUUID } from "node:crypto";
import type { Store as LimiterStore } from "express-rate-limit";
import type { Log } from "#app/services/context/contexts";
import type { Store } from "#db/store";
import { sha256 } from "./secrets.server";

/** How often processes tell each other what they counted. A request is known to all after two of these at the latest. */
const exchangeEveryMs = 500;
/** Of an address that no process has seen for this part of the limit, nothing is told or written. */
const quietPart = 1 / 8;
/** Addresses that one process tells of at once, the busiest first: a flood must not become a flood of writes. */
const mostTold = 1_000;

type Counted = {
  /** What other processes know the address by. */
  readonly key: string;
  count: number;
  told: number;
  elsewhere: number;
};

export type RequestCountsOptions = {
  readonly windowMs: number;
  /** Requests in a window after which an address is refused; here it says only which addresses are busy. */
  readonly limit: number;
  readonly now: () => Date;
};

/**
 * How many requests each address made, over all processes, in windows that begin at the same instant for all of them. They
 * are counted in memory; counts of busy addresses are exchanged through the store. So over all processes an address comes
 * through `limit` times in a window, and as often as it can ask within a second more. With more than eight processes one that
 * spreads itself evenly comes through an eighth of `limit` at each without being noticed. Clocks must agree to a second.
 */
export class RequestCounts {
  readonly #process = randomUUID();
  #window = 0;
  #byAddress = new Map<string, Counted>();
  #byKey = new Map<string, Counted>();
  #elsewhere: ReadonlyMap<string, number> = new Map();

  constructor(private readonly options: RequestCountsOptions) {}

  /** Counts one more. */
  increment(address: string): { totalHits: number; resetTime: Date } {
    this.#turnWindow();
    const counted = this.#byAddress.get(address) ?? this.#begin(address);
    counted.count += 1;
    return { totalHits: counted.count + counted.elsewhere, resetTime: new Date(this.#window + this.options.windowMs) };
  }

  /** For one limiter; express-rate-limit takes no store twice. */
  forLimiter(): LimiterStore {
    return {
      localKeys: true,
      increment: (address) => this.increment(address),
      decrement: (address) => {
        const counted = this.#byAddress.get(address);
        if (counted) counted.count -= 1;
      },
      resetKey: (address) => {
        const counted = this.#byAddress.get(address);
        if (counted) counted.count = 0;
      },
    };
  }

  /** Learns what the others counted, and tells them of busy addresses. Asks nothing while no request comes. */
  async exchange({ requestCounts }: Pick<Store, "requestCounts">): Promise<void> {
    this.#turnWindow();
    if (this.#byAddress.size === 0) return;
    const window = this.#window;
    const others = await requestCounts.readOthers({ process: this.#process, window: new Date(window) });
    if (this.#window !== window) return;
    this.#elsewhere = new Map(others.map(({ key, count }) => [key, count]));
    for (const { key, count } of others) {
      const counted = this.#byKey.get(key);
      if (counted) counted.elsewhere = count;
    }
    // After the reading: an address that is busy elsewhere is told of, however little it asks here.
    await this.#tell(requestCounts);
  }

  /** Exchanges from time to time, until it is stopped. */
  share(store: Pick<Store, "requestCounts">, log: Log): { stop(): Promise<void> } {
    let exchanging = Promise.resolve();
    let failing = false;
    const exchange = async () => {
      try {
        await this.exchange(store);
        failing = false;
      } catch (error) {
        // Said once: it would come twice a second. Each process then holds to the limit by itself.
        if (!failing) log.error({ err: error }, "counts of requests could not be exchanged");
        failing = true;
      }
      timer = setTimeout(begin, exchangeEveryMs);
    };
    const begin = () => {
      exchanging = exchange();
    };
    let timer = setTimeout(begin, exchangeEveryMs);
    return {
      async stop() {
        clearTimeout(timer);
        await exchanging;
        clearTimeout(timer);
      },
    };
  }

  #turnWindow(): void {
    const { windowMs, now } = this.options;
    const window = Math.floor(now().getTime() / windowMs) * windowMs;
    if (window === this.#window) return;
    this.#window = window;
    this.#byAddress = new Map();
    this.#byKey = new Map();
    this.#elsewhere = new Map();
  }

  #begin(address: string): Counted {
    const key = sha256(address);
    const counted = { key, count: 0, told: 0, elsewhere: this.#elsewhere.get(key) ?? 0 };
    this.#byAddress.set(address, counted);
    this.#byKey.set(key, counted);
    return counted;
  }

  async #tell(requestCounts: Store["requestCounts"]): Promise<void> {
    const { windowMs, limit } = this.options;
    const busy = [...this.#byAddress.values()]
      .filter(({ count, told, elsewhere }) => count !== told && (elsewhere > 0 || count >= limit * quietPart))
      .sort((one, other) => other.count - one.count)
      .slice(0, mostTold);
    if (busy.length === 0) return;
    const counts = busy.map(({ key, count }) => ({ key, count }));
    await requestCounts.report({
      process: this.#process,
      window: new Date(this.#window),
      counts,
      forgetBefore: new Date(this.#window - windowMs),
      forgetAfter: new Date(this.#window + windowMs),
    });
    for (const [index, counted] of busy.entries()) counted.told = counts[index]?.count ?? 0;
  }
}
