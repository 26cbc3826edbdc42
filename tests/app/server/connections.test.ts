import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { connectionLimits, requestMs } from "#app/server/connections/connections";
import { lookedIntoBytes } from "#app/services/supplier/evidence/limits";
import { type EchoServer, startEchoServer } from "#tests/support/server";

let server: EchoServer;
afterEach(() => server.close(0));

async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
  // A server that cuts it while we write is what is tested.
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket.setEncoding("utf8");
}

/** Not `once`, which an error ends: a connection that is cut with something still on its way is reset. */
function closed(socket: Socket): Promise<undefined> {
  return new Promise((resolve) => {
    socket.once("close", () => resolve(undefined));
  });
}

const post = (length: number) => `POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\n`;
const limited = (limits: Partial<typeof connectionLimits>) => startEchoServer({}, () => true, { limits });

/** Sends bytes again and again; what came back, "" when the connection was cut first. */
async function sendBit(socket: Socket, { bytes, times, everyMs }: { bytes: number; times: number; everyMs: number }) {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    if (sent > times) clearInterval(timer);
    else socket.write("x".repeat(bytes));
  }, everyMs);
  const answer = await Promise.race([new Promise((resolve) => socket.once("data", resolve)), closed(socket)]);
  clearInterval(timer);
  socket.destroy();
  return { answer: String(answer ?? ""), sent };
}

describe("a connection", () => {
  test("on which nothing comes any more is cut", async () => {
    server = await limited({ idleMs: 150 });
    const socket = await open();
    socket.write(`${post(100)}a=`);
    await closed(socket.resume());
    expect(socket.bytesRead).toBe(0);
  });

  test("whose form drips in is cut long before it is whole, though it is never idle", async () => {
    server = await limited({ slowMs: 200, leastBytes: 1_000 });
    const socket = await open();
    socket.write(post(10_000));
    const { answer, sent } = await sendBit(socket, { bytes: 1, times: 10_000, everyMs: 5 });
    expect(answer).toBe("");
    expect(sent).toBeLessThan(5_000);
  });

  test("whose form comes slowly but surely is let to its end", async () => {
    server = await limited({ slowMs: 200, leastBytes: 1_000 });
    const socket = await open();
    socket.write(post(250_000));
    const { answer } = await sendBit(socket, { bytes: 5_000, times: 50, everyMs: 20 });
    expect(answer).toContain("200 OK");
  });

  test("past the most that are held at once is refused where all are at work, and taken when one has gone", async () => {
    server = await limited({ most: 2 });
    const [first, second] = [await open(), await open()];
    for (const socket of [first, second]) socket.write(`${post(100)}a=`);
    // Until both requests are at work, the newest takes the place of one that waits.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const refused = await open();
    await closed(refused.resume());
    expect(refused.bytesRead).toBe(0);
    first.destroy();
    const answers = async () => (await fetch(`${server.url}/echo`).catch(() => undefined))?.status;
    await expect.poll(answers, { timeout: 10_000 }).toBe(200);
  });
});

describe("connections of one address", () => {
  test("are no more than its share", async () => {
    server = await limited({ mostOfAddress: 3 });
    const held = [await open(), await open(), await open()];
    const refused = await open();
    await closed(refused.resume());
    expect(held.map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
    held[0]?.destroy();
    const answers = async () => (await fetch(`${server.url}/echo`).catch(() => undefined))?.status;
    await expect.poll(answers, { timeout: 10_000 }).toBe(200);
  });

  test("are not told apart behind a proxy, which opens all of them", async () => {
    server = await startEchoServer({ TRUST_PROXY: "1" }, () => true, { limits: { mostOfAddress: 1 } });
    const held = [await open(), await open(), await open()];
    expect((await fetch(`${server.url}/echo`)).status).toBe(200);
    expect(held.some(({ destroyed }) => destroyed)).toBe(false);
  });

  test("that are half-sent requests give way, and are cut soon", async () => {
    server = await limited({ most: 20, mostOfAddress: 1_000, headersMs: 1_500 });
    const half = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const socket = await open();
        socket.write("GET /echo HTTP/1.1\r\nhost: localhost\r\nx-slow: ");
        return socket.resume();
      }),
    );
    expect((await fetch(`${server.url}/echo`)).status).toBe(200);
    await expect
      .poll(() => half.every(({ destroyed, readableEnded }) => destroyed || readableEnded), { timeout: 10_000 })
      .toBe(true);
  });
});

test("on 50 kB a second the largest document arrives, and is far from being taken for a slow one", async () => {
  server = await startEchoServer();
  expect((lookedIntoBytes / 50_000) * 1_000).toBeLessThan(requestMs / 2);
  expect(connectionLimits.leastBytes / (connectionLimits.slowMs / 1_000)).toBeLessThanOrEqual(50_000 / 5);
});
