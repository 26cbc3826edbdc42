import type { Request, RequestHandler, Response } from "express";
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

  /** Takes a place until `whenOver` calls back; false where there is none. */
  take(address: string, whenOver: (done: () => void) => void): boolean {
    const own = this.#byAddress.get(address) ?? 0;
    if (own >= this.share.address || this.#all >= this.share.all) return false;
    this.#byAddress.set(address, own + 1);
    this.#all += 1;
    whenOver(() => this.#giveBack(address));
    return true;
  }

  #giveBack(address: string): void {
    const left = (this.#byAddress.get(address) ?? 1) - 1;
    if (left > 0) this.#byAddress.set(address, left);
    else this.#byAddress.delete(address);
    this.#all -= 1;
  }
}

/** Calls back when the answer is over and the body too: an upload that was answered before its end still arrives. */
function onceArrived(request: Request, response: Response, done: () => void): void {
  let open = 2;
  const close = () => {
    open -= 1;
    if (open === 0) done();
  };
  response.once("close", close);
  // A request that was answered does not hear that its line was cut.
  const { socket } = request;
  const arrived = () => {
    request.off("close", arrived);
    socket.off("close", arrived);
    close();
  };
  request.once("close", arrived);
  socket.once("close", arrived);
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
      requests.take(address, (done) => response.once("close", done)) &&
      (upload === undefined || uploads[upload].take(address, (done) => onceArrived(request, response, done)));
    if (!hasPlace) {
      response.locals.noPlace = true;
      response.set("retry-after", "5");
      // An upload is not read to its end: that would cost what is refused.
      if (upload !== undefined) response.set("connection", "close");
    }
    next();
  };
}
