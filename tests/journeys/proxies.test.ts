import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { aDataFolder, launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { manualSnippet, programOf, proxyNames, type RunningProxy, startProxy } from "#tests/support/proxies";

const publicOrigin = "https://avow.example.org";
const dataDir = aDataFolder();
let product: Product;
let paths: readonly string[] = [];
let org = "";
const proxies: RunningProxy[] = [];

beforeAll(async () => {
  const world = await launchWithLinks(dataDir, { suppliers: 12 });
  paths = world.paths;
  org = world.organisation.id;
  product = await startProduct(dataDir, { PUBLIC_ORIGIN: publicOrigin, TRUST_PROXY: "1" });
}, 60_000);
afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.stop();
});
afterAll(() => product.kill());

type Headers = Readonly<Record<string, string>>;
type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

function ask(port: number, path: string, headers: Headers, form?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: "127.0.0.1",
      port,
      path,
      method: form === undefined ? "GET" : "POST",
      headers,
    });
    request.on("error", reject);
    request.on("response", async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) });
    });
    if (form === undefined) request.end();
    else request.setHeader("content-type", "application/x-www-form-urlencoded").end(form);
  });
}

const browser = { host: "avow.example.org", origin: publicOrigin, "sec-fetch-site": "same-origin" };

/** As browsers and proxies in front of proxies send it. */
const ways: Readonly<Record<string, Headers>> = {
  "as browsers send it": browser,
  "with the port written out": { ...browser, host: "avow.example.org:443" },
  "in capitals": { ...browser, host: "AVOW.Example.ORG" },
  "with a forwarded host of a stranger": { ...browser, "x-forwarded-host": "evil.example" },
  "with Origin: null and the browser's word": { ...browser, origin: "null" },
  "by a browser that says no origin": { host: browser.host, "sec-fetch-site": "same-origin" },
};

let used = 0;

/** Signs in wrongly, starts a link, saves, and sends a form with a fault: each is answered with what belongs there. */
async function tryForms(port: number, headers: Headers): Promise<void> {
  const login = await ask(port, "/login", headers, `email=nobody${used}%40example.org&password=not-a-password`);
  // So many wrong sign-ins from one address have to wait in the end, which the sign-in says by itself: the form was taken.
  expect([[401, 429].includes(login.status), login.body.includes("</html>")]).toEqual([true, true]);
  const link = paths[used % paths.length] ?? "";
  used += 1;
  const started = await ask(port, link, headers, "");
  expect([started.status, started.body.slice(0, 300)]).toEqual([302, expect.anything()]);
  const location = started.headers.location ?? "";
  const { pathname } = new URL(location, publicOrigin);
  expect(new URL(location, publicOrigin).origin).toBe(publicOrigin);
  const cookie = String(started.headers["set-cookie"]).split(";")[0] ?? "";
  const with_ = { ...headers, cookie };
  const page = await ask(port, `${pathname}/G2`, with_);
  const basedOn = /name="basedOn" value="(\d+)"/.exec(page.body)?.[1] ?? "";
  const comment = `saved by way ${used}`;
  const saved = await ask(port, `${pathname}/G2`, with_, `basedOn=${basedOn}&G2.answer=no&G2.comment=${comment}`);
  expect(saved.status).toBe(302);
  const attestation = pathname.split("/")[2] ?? "";
  const history = await withStore(dataDir, (store) => store.attestations.history(org, attestation));
  expect(history.at(-1)?.answer.comment).toBe(comment);
  const faulty = await ask(port, `${pathname}/G2`, with_, `basedOn=${Number(basedOn) + 1}&G2.answer=perhaps`);
  expect([faulty.status >= 400 && faulty.status < 500, faulty.body.includes("</html>")]).toEqual([true, true]);
}

describe.each(proxyNames)("forms through %s", (name) => {
  test.skipIf(!programOf(name)).each(["least", "recommended"])(
    "in the %s setting of the manual are taken, whatever host it sends on",
    async (setting) => {
      const snippet = manualSnippet(`${name === "caddy" ? "caddyfile" : name} ${setting}`);
      const proxy = await startProxy(name, snippet, new URL(product.origin).port);
      proxies.push(proxy);
      for (const headers of Object.values(ways)) await tryForms(proxy.port, headers);
      const foreign = { ...browser, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
      const refused = await ask(proxy.port, "/login", foreign, "email=a&password=b");
      expect([refused.status, refused.body.includes("came from another site")]).toEqual([403, true]);
      expect((await ask(proxy.port, "/metrics", browser)).status).not.toBe(200);
    },
    30_000,
  );
});

describe("without a proxy", () => {
  const port = () => Number(new URL(product.origin).port);

  test("forms are taken by whatever way", async () => {
    for (const headers of Object.values(ways)) await tryForms(port(), headers);
    for (const host of [
      "127.0.0.1",
      `127.0.0.1:${port()}`,
      `localhost:${port()}`,
      "avow:3000",
      "avow.internal",
      "[::1]:3000",
    ]) {
      await tryForms(port(), { ...browser, host });
    }
  }, 60_000);

  test.each([
    "evil.example",
    "avow.example.org.evil.example",
    "avow.example.org:8443",
    "evil.example:443",
    "203.0.113.7",
    "10.1.2.3:3000",
    "3405803783",
    "xn--vow-8cd.example.org",
    "avow.example.com",
  ])("another host, %s, is refused with words, on every way there is", async (host) => {
    const before = await ask(port(), paths[0] ?? "", { ...browser, host });
    expect([before.status, before.body.includes(publicOrigin)]).toEqual([421, true]);
    for (const path of ["/login", "/attest/x/G2", "/"]) {
      const answer = await ask(port(), path, { ...browser, host }, "basedOn=0");
      expect([path, answer.status, answer.body.includes("</html>")]).toEqual([path, 421, true]);
    }
    for (const path of ["/healthz", "/readyz"]) expect((await ask(port(), path, { host })).status).toBe(200);
  });

  test("HTTP/1.0 without a host is answered", async () => {
    const socket = connect(port(), "127.0.0.1");
    socket.write("GET /login HTTP/1.0\r\n\r\n");
    const answer = await text(socket);
    expect(answer.split("\r\n")[0]).toBe("HTTP/1.1 200 OK");
  });
});
