import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type Line = {
  /** Where the site is opened through the line. */
  readonly origin: string;
  /** Breaks what goes over it and refuses anything new, as a tunnel does. */
  cut(): Promise<void>;
  mend(): Promise<void>;
};

/** A line to a server on this machine that can be cut: a browser's own switch does not reach requests that outlive their page. */
export async function layLine(origin: string): Promise<Line> {
  const open = new Set<Socket>();
  const { port: far } = new URL(origin);
  const server = createServer((near) => {
    const there = connect(Number(far), "localhost");
    for (const socket of [near, there]) {
      open.add(socket);
      socket.on("close", () => open.delete(socket));
      socket.on("error", () => socket.destroy());
    }
    near.on("close", () => there.destroy());
    there.on("close", () => near.destroy());
    near.pipe(there).pipe(near);
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
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
    async mend() {
      if (server.listening) return;
      server.listen(port, "localhost");
      await once(server, "listening");
    },
  };
}
