import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { addressKey } from "#app/http/limits/address-key";
import { requestShares } from "#app/server/guards/shares";
import { descriptorCheck } from "#app/server/health/descriptors";
import { quietLog } from "#tests/support/quiet-log";
import { type EchoServer, startEchoServer } from "#tests/support/server";

let server: EchoServer | undefined;
afterEach(async () => {
  await server?.close(0);
  server = undefined;
});

/** A request whose body never ends, from an address that a trusted proxy names. */
async function begin(path: string, length: number, from: string): Promise<Socket> {
  const socket = connect(Number(new URL(server?.url ?? "").port), "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: ${from}\r\ncontent-length: ${length}\r\n\r\na=`,
  );
  return socket.setEncoding("utf8");
}

const statusOf = async (from: string) =>
  (await fetch(`${server?.url}/echo`, { headers: { "x-forwarded-for": from } })).status;

const proxied = (shares: Partial<Record<keyof typeof requestShares, { address: number; all: number }>>) =>
  startEchoServer({ TRUST_PROXY: "1" }, () => true, { shares: { ...requestShares, ...shares } });

describe("requests at work at once", () => {
  test("are no more than the share of an address, which others do not feel", async () => {
    server = await proxied({ requests: { address: 2, all: 100 } });
    const held = [await begin("/echo", 100, "198.51.100.7"), await begin("/echo", 100, "198.51.100.7")];
    await expect.poll(() => statusOf("198.51.100.7")).toBe(429);
    expect(await statusOf("198.51.100.8")).toBe(200);
    for (const socket of held) socket.destroy();
    await expect.poll(() => statusOf("198.51.100.7")).toBe(200);
  });

  test("count for a whole /64, and for all together", async () => {
    server = await proxied({ requests: { address: 2, all: 3 } });
    await Promise.all([begin("/echo", 100, "2001:db8::1"), begin("/echo", 100, "2001:db8::ffff:2")]);
    await expect.poll(() => statusOf("2001:db8:0:0:1::3")).toBe(429);
    expect(await statusOf("2001:db8:0:1::1")).toBe(200);
    // A try of ours that is at work in the same moment may have its place: then it is begun again.
    await expect
      .poll(async () => {
        await begin("/echo", 100, "2001:db8:0:2::1");
        await pause(50);
        return statusOf("203.0.113.9");
      })
      .toBe(429);
  });

  test("that upload have a share of their own, and are not read where there is none", async () => {
    server = await proxied({ lists: { address: 1, all: 10 } });
    await begin("/suppliers/import", 1_000_000, "198.51.100.7");
    await expect
      .poll(async () => {
        const socket = await begin("/suppliers/import", 30_000_000, "198.51.100.7");
        const [answer] = await once(socket, "data");
        socket.destroy();
        return String(answer).slice(0, 12);
      })
      .toBe("HTTP/1.1 429");
    expect(await statusOf("198.51.100.7")).toBe(200);
    const other = await begin("/suppliers/import", 300_000, "198.51.100.8");
    other.write("x".repeat(299_998));
    expect(String((await once(other, "data"))[0])).toContain("200 OK");
  });

  test("keep an upload that was answered before its end until it has ended, and give back what was read", async () => {
    server = await proxied({ lists: { address: 1, all: 10 } });
    const list = { method: "POST", body: "x".repeat(300_000), headers: { "x-forwarded-for": "198.51.100.7" } };
    const send = async () => (await fetch(`${server?.url}/suppliers/import`, list)).status;
    expect([await send(), await send()]).toEqual([200, 200]);
    const refused = await begin("/suppliers/import", 41_000_000, "198.51.100.7");
    expect(String((await once(refused, "data"))[0])).toContain("413");
    expect(await send()).toBe(429);
    refused.destroy();
    await expect.poll(send).toBe(200);
  });

  test("are answered in words, with all headers that others have", async () => {
    server = await proxied({ requests: { address: 0, all: 10 } });
    const answer = await fetch(`${server?.url}/echo`, { headers: { "accept-language": "en" } });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(await answer.text()).toContain("Too many requests");
  });

  test("never keep out who asks after health", async () => {
    server = await proxied({ requests: { address: 0, all: 0 } });
    expect((await fetch(`${server?.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server?.url}/readyz`)).status).toBe(200);
  });
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  [undefined, "gone"],
])("the address %s is counted under %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});

describe("readiness", () => {
  test("asks the record once a second, however often it is asked", async () => {
    let asked = 0;
    server = await startEchoServer({}, () => {
      asked += 1;
      return true;
    });
    await Promise.all(Array.from({ length: 50 }, () => fetch(`${server?.url}/readyz`)));
    expect(asked).toBeLessThanOrEqual(2);
  });

  test.each([
    [{ open: 100, most: 1_000 }, true],
    [{ open: 750, most: 1_000 }, true],
    [{ open: 900, most: 1_000 }, false],
    [undefined, true],
  ])("with %o descriptors is %s", (count, isReady) => {
    expect(descriptorCheck(quietLog, () => count)()).toBe(isReady);
  });
});
