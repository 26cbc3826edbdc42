import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { OpenConnections } from "./open-connections";

/** What a connection may cost before it is cut. */
export type ConnectionLimits = {
  /** Open at once, from everywhere and from one address (IPv6: from one /64). */
  readonly most: number;
  readonly mostOfAddress: number;
  /** Milliseconds that the lines before a body may take to arrive. */
  readonly headersMs: number;
  /** Milliseconds without a byte in either direction. */
  readonly idleMs: number;
  /** A form must bring at least `leastBytes` in every `slowMs` until it is whole. */
  readonly slowMs: number;
  readonly leastBytes: number;
};

export const connectionLimits: ConnectionLimits = {
  // Forms are read into memory: a thousand of the largest (256 kB) are 256 MB, which the smallest server has. It is also what
  // Linux lets a process open where nobody says otherwise (1,024, with room for the database and arriving documents).
  // Browsers hold six each, for seconds, so this is 160 people in the same moment, or any number behind a proxy.
  most: 1_000,
  // An office of thirty people behind one address, all in the same moment.
  mostOfAddress: 200,
  // A browser sends them in one piece; a slow line of 1 kB a second brings the 8 kB that a browser may send.
  headersMs: 10_000,
  idleMs: 120_000,
  // 5 kB a second, a tenth of a slow line (50 kB a second) and of no use to somebody who wants to hold many for nothing.
  // A form of a question, 256 kB at most, has a minute or two for all of it.
  slowMs: 60_000,
  leastBytes: 300_000,
};

/**
 * Milliseconds that one request may take to arrive. On 50 kB a second the largest document, 20 MiB, takes 7 minutes, and four of
 * them in one form 28. Node's own five minutes would cut off the first.
 */
export const requestMs = 30 * 60_000;

type Seen = { readonly request: IncomingMessage; readonly bytes: number };

/**
 * Cuts connections that only cost. A body that drips in is never idle, so what it brings is measured: by one look at all of
 * them now and then, because a timer for each request would cost more than the save that it watches.
 * @param isProxied whether a proxy of ours opens all connections, so that its address stands for everybody
 */
export function limitConnections(server: Server, limits: ConnectionLimits, isProxied: boolean): void {
  const { idleMs, slowMs, leastBytes } = limits;
  server.setTimeout(idleMs);
  const open = new OpenConnections(limits, isProxied);
  const arriving = new Map<Socket, IncomingMessage>();
  let seen = new Map<Socket, Seen>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => arriving.delete(socket));
  });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    open.begin(request.socket);
    response.once("close", () => open.end(request.socket));
    arriving.set(request.socket, request);
  });
  const look = setInterval(() => {
    const now = new Map<Socket, Seen>();
    for (const [socket, request] of arriving) {
      if (request.complete) arriving.delete(socket);
      else {
        const before = seen.get(socket);
        const slow = before?.request === request && socket.bytesRead - before.bytes < leastBytes;
        if (slow) socket.destroy();
        else now.set(socket, { request, bytes: socket.bytesRead });
      }
    }
    seen = now;
  }, slowMs);
  look.unref();
  server.once("close", () => clearInterval(look));
}
