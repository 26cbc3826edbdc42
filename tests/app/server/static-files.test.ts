import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EchoServer, startEchoServer } from "#tests/support/server";

let server: EchoServer;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "avow-static-"));
  const clientDirectory = join(folder, "client");
  mkdirSync(join(clientDirectory, "assets", "deep"), { recursive: true });
  mkdirSync(join(clientDirectory, ".git"));
  writeFileSync(join(folder, "secret"), "THE SECRET");
  writeFileSync(join(clientDirectory, ".git", "config"), "THE SECRET");
  writeFileSync(join(clientDirectory, "robots.txt"), "a file of ours");
  writeFileSync(join(clientDirectory, "assets", "page-1.css"), "body { color: red }".repeat(200));
  writeFileSync(join(clientDirectory, "assets", "deep", "index.html"), "THE SECRET");
  server = await startEchoServer({}, () => true, { clientDirectory });
});
afterAll(() => server.close(0));

/** Asks for a path exactly as it stands, which no browser and no fetch would. */
function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status?: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const asked = request({ hostname, port, path, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      answer.on("end", () => resolve({ status: answer.statusCode, text, headers: answer.headers }));
    });
    asked.on("error", reject).end();
  });
}

const upwards = ["../", "..%2f", "%2e%2e/", "%2e%2e%2f", ".%2e/", "..%5c", "..\\", "%252e%252e/", "..%c0%af", "..;/"];

describe("a path that leads out of the folder of built files", () => {
  const hostile = [
    ...upwards.flatMap((up) => [`/${up}secret`, `/assets/${up}${up}secret`, `//x/${up}${up}secret`, `//${up}secret`]),
    "/assets/..%00/../secret",
    "/robots.txt%00.html",
    "/%00",
    "/assets//etc/passwd",
    "//etc/passwd",
    "/file:///etc/passwd",
    "/.git/config",
    "/%2egit/config",
    "/assets/deep",
    "/assets/deep/",
    "/assets",
    "//evil.example/%2e%2e",
    "//evil.example/assets/deep/..",
    "/\\evil.example/%2e%2e",
    "/assets//evil.example/..",
  ];

  test.each(hostile)("%s gives no file, and sends nobody anywhere", async (path) => {
    const answer = await ask(path);
    // Left to the pages, or refused.
    expect(answer.text).toMatch(/^a page$|could not be understood/);
    expect(answer.headers.location).toBeUndefined();
  });

  test("is told from one that does not", async () => {
    expect(await ask("/robots.txt")).toMatchObject({ status: 200, text: "a file of ours" });
  });
});

describe("what a cache may keep", () => {
  test("is a built file, told apart by how it is packed, and sent once", async () => {
    const first = await ask("/assets/page-1.css", { "accept-encoding": "gzip" });
    expect(first.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    const etag = String(first.headers.etag);
    expect((await ask("/assets/page-1.css", { "if-none-match": etag })).status).toBe(304);
  });

  test.each(["/echo", "/nothing-here", "/healthz", "/%ff"])("is never an answer of ours: %s", async (path) => {
    const answer = await ask(path);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect([answer.headers.etag, answer.headers["last-modified"]]).toEqual([undefined, undefined]);
  });
});

test("the icon within pages is the one that is given out as a file", () => {
  const [inPages, asFile] = ["app/styles/icon.svg", "public/favicon.svg"].map((file) => readFileSync(file, "utf8"));
  expect(inPages).toBe(asFile);
});
