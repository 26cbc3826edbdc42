import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type Line = {
  /** Where the site is opened through the line. */
  readonly origin: string;
  /** Breaks what goes over it and refuses anything new, as a tunnel does. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** From now until it is mended, what is sent arrives and the answer is lost: the line breaks when one comes. */
  swallow(): void;
};

/** A line to a server on this machine that can be cut: a browser's own switch does not reach requests that outlive their page. */
export async function layLine(origin: string): Promise<Line> {
  /** The far end of each connection, by its near end. */
  const open = new Map<Socket, Socket>();
  const { port: far } = new URL(origin);
  let swallows = false;
  const loseAnswer = (there: Socket, near: Socket) => there.on("data", () => near.destroy()).resume();
  const server = createServer((near) => {
    const there = connect(Number(far), "localhost");
    open.set(near, there);
    for (const socket of [near, there]) socket.on("error", () => socket.destroy());
    near.on("close", () => {
      open.delete(near);
      there.destroy();
    });
    there.on("close", () => near.destroy());
    near.pipe(there);
    if (swallows) loseAnswer(there, near);
    else there.pipe(near);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a line needs a port");
  const { port } = address;
  return {
    origin: `http://localhost:${port}`,
    async cut() {
      if (!server.listening) return;
      server.close();
      for (const near of open.keys()) near.destroy();
      await once(server, "close");
    },
    swallow() {
      swallows = true;
      for (const [near, there] of open) loseAnswer(there.unpipe(near), near);
    },
    async mend() {
      if (swallows) for (const near of open.keys()) near.destroy();
      swallows = false;
      if (server.listening) return;
      server.listen(port, "localhost");
      await once(server, "listening");
    },
  };
}
