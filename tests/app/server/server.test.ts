import { once } from "node:events";
import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countsPerMinute } from "#app/server/guards/request-limit";
import { now } from "#tests/support/factories";
import { type EchoServer, startEchoServer } from "#tests/support/server";

let server: EchoServer;

beforeAll(async () => {
  server = await startEchoServer({ PUBLIC_ORIGIN: "https://avow.example" });
});
afterAll(() => server.close(0));

const post = (path: string, headers: Record<string, string> = {}, body = "a=1") =>
  fetch(server.url + path, { method: "POST", headers, body, redirect: "manual" });

describe("every answer", () => {
  test("forbids framing, foreign scripts and foreign forms", async () => {
    const { headers } = await fetch(`${server.url}/echo`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toMatch(/script-src 'strict-dynamic' 'nonce-[A-Za-z0-9+/]{22}=='/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
  });

  test("carries a nonce nobody has seen before", async () => {
    const nonces = await Promise.all([1, 2, 3].map(async () => nonceOf(await fetch(`${server.url}/echo`))));
    expect(new Set(nonces).size).toBe(3);
  });

  test("keeps the referrer inside the site, and plain forms working", async () => {
    const { headers } = await fetch(`${server.url}/echo`);
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  test("asks for https only where the public address is https", async () => {
    expect((await fetch(`${server.url}/echo`)).headers.get("strict-transport-security")).toContain("max-age");
    const plain = await startEchoServer();
    expect((await fetch(`${plain.url}/echo`)).headers.get("strict-transport-security")).toBeNull();
    await plain.close(0);
  });
});

function nonceOf(response: Response): string | undefined {
  return /nonce-([^']+)/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
}

describe("health", () => {
  test("the process says it is alive", async () => {
    const response = await fetch(`${server.url}/healthz`);
    expect([response.status, await response.text()]).toEqual([200, "ok\n"]);
  });

  test("is told to load balancers too, which name no host", async () => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    socket.write("GET /healthz HTTP/1.0\r\n\r\n");
    const [answer] = await once(socket.setEncoding("utf8"), "data");
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    socket.destroy();
  });

  test("it is ready only while what it stands on answers", async () => {
    let ready: () => Promise<boolean> = async () => true;
    const other = await startEchoServer({}, () => ready());
    expect((await fetch(`${other.url}/readyz`)).status).toBe(200);
    ready = () => Promise.reject(new Error("the store is gone"));
    await expect.poll(async () => (await fetch(`${other.url}/readyz`)).status, { timeout: 5_000 }).toBe(503);
    await other.close(0);
  });
});

describe("a form", () => {
  test("from our own page is let through, whichever of its names the site was opened by", async () => {
    expect((await post("/echo", { origin: "https://avow.example", "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await post("/echo", { origin: server.url })).status).toBe(200);
    expect((await post("/echo")).status).toBe(200);
  });

  test.each<Record<string, string>>([
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "https://avow.example" },
  ])("from another site is refused and changes nothing: %o", async (headers) => {
    const response = await post("/echo", { ...headers, "accept-language": "en" });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("nothing was changed");
  });

  test("past 256 kB is refused with a page that says what was kept", async () => {
    expect((await post("/echo", {}, "x".repeat(256_000))).status).toBe(200);
    const response = await post("/echo", { "accept-language": "en" }, "x".repeat(256_001));
    expect(response.status).toBe(413);
    const page = await response.text();
    expect(page).toContain("256 kB");
    expect(page).toContain("everything saved on earlier pages is kept");
  });

  test("with a supplier list may be larger, on that page only", async () => {
    const list = "x".repeat(1_000_000);
    expect(await (await post("/suppliers/import", {}, list)).json()).toMatchObject({ bytes: 1_000_000 });
    expect((await post("/suppliers/importer", {}, list)).status).toBe(413);
  });

  test("that does not say its length is refused", async () => {
    expect(await statusOfChunkedPost(`${server.url}/echo`)).toBe(411);
  });
});

function statusOfChunkedPost(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(url, { method: "POST", headers: { "transfer-encoding": "chunked" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", reject);
    request.end("a=1");
  });
}

test("nobody says which host was asked for but PUBLIC_ORIGIN; where it is not set, a trusted proxy can", async () => {
  const headers = { "x-forwarded-host": "evil.example:80" };
  const seenBy = async (environment: Record<string, string>) => {
    const asked = await startEchoServer(environment);
    const { host } = await (await fetch(`${asked.url}/echo`, { headers })).json();
    await asked.close(0);
    return host === new URL(asked.url).host ? "as it was typed" : host;
  };
  const publicly = { PUBLIC_ORIGIN: "https://avow.example" };
  expect(await seenBy(publicly)).toBe("avow.example");
  expect(await seenBy({ ...publicly, TRUST_PROXY: "1" })).toBe("avow.example");
  expect(await seenBy({})).toBe("as it was typed");
  expect(await seenBy({ TRUST_PROXY: "1" })).toBe("evil.example");
});

describe("what cannot be read", () => {
  const token = "qUbx9Yk2-".repeat(5).slice(0, 43);

  test.each([
    ["an address that is no text", `/s/${token.slice(0, 20)}%ff`, {}],
    ["a host with a blank", "/echo", { host: "a b" }],
    ["a host that goes on as a path", "/echo", { host: "avow.example/suppliers?" }],
    ["a host that is none", "/echo", { host: "[::1" }],
  ])("%s is answered with 400 in plain words, and no word of it is written down", async (_what, path, headers) => {
    const written: string[] = [];
    const log = pino({}, { write: (line: string) => written.push(line) });
    const strict = await startEchoServer({}, () => true, { log });
    const answer = await ask(strict.url, { path, headers });
    await strict.close(0);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("could not be understood");
    expect(answer.text).not.toMatch(/ at |node_modules|Express/);
    expect(written).toEqual([]);
  });

  test.each(["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])("%s is no way to ask", async (method) => {
    expect((await ask(server.url, { path: "/echo", method })).status).toBe(405);
  });
});

/** Asks without the help of a browser, which would put the address and the host in order first. */
function ask(
  url: string,
  options: { path: string; method?: string; headers?: Record<string, string> },
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(url, { ...options, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    request.on("error", reject).end();
  });
}

test("who asks too often is told to wait", async () => {
  // A minute that begins meanwhile would let one more through.
  const requestCounts = countsPerMinute(2, () => now);
  const busy = await startEchoServer({ RATE_LIMIT_PER_MINUTE: "2" }, () => true, { requestCounts });
  const statuses = [];
  for (let asked = 0; asked < 3; asked++) statuses.push((await fetch(`${busy.url}/echo`)).status);
  expect(statuses).toEqual([200, 200, 429]);
  await busy.close(0);
});

test("closing waits for a request in flight", async () => {
  const closing = await startEchoServer();
  const answer = new Promise<number | undefined>((resolve, reject) => {
    const headers = { "content-length": "3" };
    const request = rawRequest(`${closing.url}/echo`, { method: "POST", headers }, (response) =>
      resolve(response.statusCode),
    );
    request.on("error", reject);
    request.write("a=");
    setTimeout(() => request.end("1"), 200);
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await closing.close(5000);
  expect(await answer).toBe(200);
});
