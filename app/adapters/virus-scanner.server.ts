import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { ScanOutcome, VirusScanner } from "#app/services/context/resources/virus-scanner";

/** A scan of 20 MB takes some seconds on a slow machine. */
const patienceMs = 60_000;
/** clamd takes pieces up to its StreamMaxLength; an answer is one line. */
const longestAnswer = 1_000;

/**
 * A scanner over clamd, the server of ClamAV. `url` is `tcp://host:3310` or `unix:///path/to/socket`. Files go there in
 * pieces (its command INSTREAM), so that the two need no folder in common.
 */
export function clamdScanner(url: string): VirusScanner {
  const { protocol, hostname, port, pathname } = new URL(url);
  const place =
    protocol === "unix:" ? { path: decodeURIComponent(pathname) } : { host: hostname, port: Number(port || 3310) };
  return {
    async scan(bytes) {
      const socket = connect(place);
      socket.setTimeout(patienceMs, () => socket.destroy(new Error("clamd did not answer in time")));
      try {
        const answered = answerOf(socket);
        // What goes wrong while it is sent is what went wrong, also where nobody waits for the answer any more.
        answered.catch(() => undefined);
        await once(socket, "connect");
        await send(socket, bytes);
        return outcomeOf(await answered);
      } finally {
        socket.destroy();
      }
    },
  };
}

async function send(socket: Socket, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from("zINSTREAM\0"));
  for await (const piece of bytes) {
    if (piece.length === 0) continue;
    await write(socket, lengthOf(piece.length));
    await write(socket, piece);
  }
  await write(socket, lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = "";
  for await (const piece of socket) {
    answer += String(piece);
    if (answer.includes("\0") || answer.length > longestAnswer) break;
  }
  return (answer.split("\0")[0] ?? "").trim();
}

function outcomeOf(answer: string): ScanOutcome {
  if (answer === "stream: OK") return "clean";
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new Error(`clamd answered: ${answer.slice(0, 200)}`);
  return { found };
}
