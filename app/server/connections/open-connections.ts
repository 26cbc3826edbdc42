import type { Socket } from "node:net";
import { addressKey } from "#app/http/limits/address-key";

/** The most that are open at once: from everywhere, and from one address. */
type MostConnections = { readonly most: number; readonly mostOfAddress: number };

/**
 * All open connections, by whom. One too many of an address is cut. When there are too many in all, the one goes that has
 * waited longest without a request at work on it: half-sent requests and idle connections give way to people who ask.
 */
export class OpenConnections {
  readonly #open = new Map<Socket, string>();
  readonly #byAddress = new Map<string, number>();
  /** Those with no request at work, in the order in which they fell idle. */
  readonly #idle = new Set<Socket>();

  constructor(
    private readonly limits: MostConnections,
    private readonly isProxied: boolean,
  ) {}

  add(socket: Socket): void {
    const key = addressKey(socket.remoteAddress);
    const own = this.#byAddress.get(key) ?? 0;
    if (!this.isProxied && own >= this.limits.mostOfAddress) return void socket.destroy();
    if (this.#open.size >= this.limits.most) {
      const [waiting] = this.#idle;
      if (waiting === undefined) return void socket.destroy();
      this.#forget(waiting);
      waiting.destroy();
    }
    this.#open.set(socket, key);
    this.#byAddress.set(key, (this.#byAddress.get(key) ?? 0) + 1);
    this.#idle.add(socket);
    socket.once("close", () => this.#forget(socket));
  }

  /** A request on it is at work. */
  begin(socket: Socket): void {
    this.#idle.delete(socket);
  }

  /** The answer to it is over. */
  end(socket: Socket): void {
    if (this.#open.has(socket) && !socket.destroyed) this.#idle.add(socket);
  }

  #forget(socket: Socket): void {
    const key = this.#open.get(socket);
    this.#idle.delete(socket);
    if (key === undefined) return;
    this.#open.delete(socket);
    const left = (this.#byAddress.get(key) ?? 1) - 1;
    if (left > 0) this.#byAddress.set(key, left);
    else this.#byAddress.delete(key);
  }
}
