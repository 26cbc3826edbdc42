import type { RequestHandler, Response } from "express";
import { addressKey } from "#app/http/limits/address-key";
import { uploadOf } from "./body-limit";

/** How much may be at work at once: for one address, and for all together. */
export type Share = { readonly address: number; readonly all: number };

/**
 * Requests and uploads at work at once. Browsers ask for six things at a time, so an office behind one address can have
 * eleven people in the same moment. A list is held in memory while it arrives; documents go to disk piece by piece.
 */
export const requestShares = {
  requests: { address: 64, all: 800 },
  lists: { address: 2, all: 6 },
  documents: { address: 12, all: 100 },
} as const satisfies Readonly<Record<string, Share>>;

/** What is at work, by address and in all. */
class AtWork {
  readonly #byAddress = new Map<string, number>();
  #all = 0;

  constructor(private readonly share: Share) {}

  /** Takes a place until the answer is over; false where there is none. */
  take(address: string, response: Response): boolean {
    const own = this.#byAddress.get(address) ?? 0;
    if (own >= this.share.address || this.#all >= this.share.all) return false;
    this.#byAddress.set(address, own + 1);
    this.#all += 1;
    response.once("close", () => this.#giveBack(address));
    return true;
  }

  #giveBack(address: string): void {
    const left = (this.#byAddress.get(address) ?? 1) - 1;
    if (left > 0) this.#byAddress.set(address, left);
    else this.#byAddress.delete(address);
    this.#all -= 1;
  }
}

/**
 * Gives each request its place, saves on the fast path included. Whoever has more requests or uploads at work at once than one
 * address may, and everybody while all together have, is marked: see `isTooMuch` of the request limit.
 */
export function requestShare(
  shares: Readonly<Record<keyof typeof requestShares, Share>> = requestShares,
): RequestHandler {
  const requests = new AtWork(shares.requests);
  const uploads = { lists: new AtWork(shares.lists), documents: new AtWork(shares.documents) };
  return (request, response, next) => {
    const address = addressKey(request.ip);
    const upload = uploadOf(request);
    const hasPlace =
      requests.take(address, response) && (upload === undefined || uploads[upload].take(address, response));
    if (!hasPlace) {
      response.locals.noPlace = true;
      response.set("retry-after", "5");
      // An upload is not read to its end: that would cost what is refused.
      if (upload !== undefined) response.set("connection", "close");
    }
    next();
  };
}
