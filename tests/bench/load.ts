import { Agent, type IncomingMessage, request as send } from "node:http";

/** One request of one connection; `turn` counts the requests of that connection from 0. */
export type Shot = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Load = {
  /** `http://127.0.0.1:3000` */
  readonly origin: string;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
  shot(connection: number, turn: number): Shot;
  /** Whether an answer is the wanted one; anything else ends the measurement with an error. */
  accepts(status: number, headers: IncomingMessage["headers"]): boolean;
};

export type Measured = { readonly perSecond: number; readonly p95Ms: number; readonly requests: number };

function fire(agent: Agent, load: Load, shot: Shot): Promise<void> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(load.origin);
    const length = shot.body === undefined ? {} : { "content-length": String(Buffer.byteLength(shot.body)) };
    const headers = { ...shot.headers, ...length };
    const outgoing = send({ agent, hostname, port, method: shot.method, path: shot.path, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.resume();
      answer.on("end", () => {
        if (load.accepts(status, answer.headers)) resolve();
        else
          reject(new Error(`${shot.method} ${shot.path} was answered with ${status} ${answer.headers.location ?? ""}`));
      });
      answer.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(shot.body);
  });
}

/** The value below which `share` (0 to 1) of the sorted values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Keeps every connection busy, each with one request at a time, and counts what was answered after the warm-up. */
export async function measure(load: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const begin = performance.now() + load.warmUpMs;
  const end = begin + load.measuredMs;
  const times: number[] = [];
  const connection = async (index: number) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const start = performance.now();
      await fire(agent, load, load.shot(index, turn));
      const now = performance.now();
      if (start >= begin && now <= end) times.push(now - start);
    }
  };
  try {
    await Promise.all(Array.from({ length: load.connections }, (_, index) => connection(index)));
  } finally {
    agent.destroy();
  }
  return { perSecond: (times.length * 1000) / load.measuredMs, p95Ms: percentile(times, 0.95), requests: times.length };
}
