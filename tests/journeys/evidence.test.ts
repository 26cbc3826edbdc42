import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aDocx, anXlsx, aPdf } from "#tests/support/documents";
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { createOrganisation, type World } from "#tests/support/world";
import { colleague, signedIn } from "./two-organisations";

let product: Product;
let world: World & { paths: readonly string[] };
let supplier: Client;
let base: string;
let other: Client;
let otherBase: string;

type Sent = { readonly name: string; readonly bytes: Buffer; readonly type?: string };

const begin = async (path: string): Promise<[Client, string]> => {
  const client = clientOf(product.origin);
  return [client, await redirectPathOf(await client.post(path, []))];
};

/** As the form of the page sends it; the type a browser claims is never the one that counts. */
function send(client: Client, path: string, files: readonly Sent[]): Promise<Response> {
  const body = new FormData();
  for (const { name, bytes, type } of files) {
    body.append("file", new Blob([new Uint8Array(bytes)], { type: type ?? "application/octet-stream" }), name);
  }
  return client.send(path, { method: "POST", body, headers: { origin: product.origin } });
}

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="(\/attest\/[^/"]+\/evidence\/[^/"]+)"/g)].map(([, href]) => href ?? "");
const kept = (): string[] => {
  const folder = join(product.dataDir, "evidence");
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => !/^(incoming|..)$/.test(name))
    : [];
};

beforeAll(async () => {
  product = await startProduct();
  world = await launchWithLinks(product.dataDir, { suppliers: 2, contact: { language: "en" } });
  [supplier, base] = await begin(world.paths[0] ?? "");
  [other, otherBase] = await begin(world.paths[1] ?? "");
});

afterAll(() => product?.stop());

describe("without any script, a supplier", () => {
  test("goes from a half-typed page to its documents and finds both again", async () => {
    const page = await (await supplier.get(`${base}/A2`)).text();
    expect(page).toContain('name="then" value="evidence"');
    const basedOn = /name="basedOn" value="(\d+)"/.exec(page)?.[1] ?? "";
    const comment = "half a thought";
    const to = await redirectPathOf(
      await supplier.post(`${base}/A2`, [
        ["basedOn", basedOn],
        ["A2.comment", comment],
        ["then", "evidence"],
      ]),
    );
    expect(to).toBe(`${base}/A2/evidence`);
    const form = await (await supplier.get(to)).text();
    expect(form).toMatch(/enctype="multipart\/form-data"/i);
    expect(form).toMatch(/PDF, JPG, PNG, XLSX or DOCX\. Up to 20 MB a file/);
    expect(form).toMatch(/Cover names, passport numbers and faces/);
    const answer = await send(supplier, to, [
      { name: "register.pdf", bytes: aPdf({ mark: "register" }) },
      { name: "工资表.xlsx", bytes: anXlsx },
    ]);
    expect(await redirectPathOf(answer)).toBe(to);
    const back = await (await supplier.get(`${base}/A2`)).text();
    expect(back).toContain(comment);
    expect(back).toContain("register.pdf");
    expect(back).toContain("工资表.xlsx");
  });

  test("gets back exactly what was sent, as a file to save that nothing runs", async () => {
    const [href = ""] = hrefs(await (await supplier.get(`${base}/A2/evidence`)).text());
    const answer = await supplier.get(href);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(aPdf({ mark: "register" }));
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toBe(
      "attachment; filename=\"register.pdf\"; filename*=UTF-8''register.pdf",
    );
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("cache-control")).toContain("no-store");
  });

  test("removes a document after being asked, and then nobody can open it", async () => {
    await redirectPathOf(
      await send(supplier, `${base}/A2/evidence`, [{ name: "wrong.pdf", bytes: aPdf({ mark: "wrong" }) }]),
    );
    const href = hrefs(await (await supplier.get(`${base}/A2/evidence`)).text()).at(-1) ?? "";
    const question = await (await supplier.get(`${href}/remove`)).text();
    expect(question).toContain("Remove this document?");
    expect(question).toContain("wrong.pdf");
    expect((await supplier.get(href)).status).toBe(200);
    expect(await redirectPathOf(await supplier.post(`${href}/remove`, []))).toBe(`${base}/A2/evidence`);
    expect((await supplier.get(href)).status).toBe(404);
    expect((await supplier.get(`${href}/remove`)).status).toBe(404);
    // Two clicks remove it once.
    expect(await redirectPathOf(await supplier.post(`${href}/remove`, []))).toBe(`${base}/A2/evidence`);
    expect(await (await supplier.get(`${base}/A2/evidence`)).text()).not.toContain("wrong.pdf");
  });

  test("is told of each file that is not taken, and the others of the same sending are kept", async () => {
    const answer = await send(supplier, `${base}/A2/evidence`, [
      { name: "page.pdf", bytes: Buffer.from("<html><script>alert(1)</script>"), type: "application/pdf" },
      { name: "film.mp4", bytes: aPdf({ mark: "film", bytes: 21 * 1024 * 1024 }) },
      { name: "contract.docx", bytes: aDocx },
    ]);
    expect(answer.status).toBe(413);
    const page = await answer.text();
    expect(page).toContain("page.pdf: The name ends in PDF, but the file holds something else");
    expect(page).toContain("film.mp4: This file is larger than 20 MB");
    expect(page).toContain("contract.docx</bdi>");
    expect((await send(supplier, `${base}/A2/evidence`, [])).status).toBe(422);
    const nothing = await send(supplier, `${base}/A2/evidence`, [{ name: "", bytes: Buffer.alloc(0) }]);
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain("Choose a file first");
  });
});

describe("a name that attacks", () => {
  test.each([
    ["../../../../tmp/owned.pdf", "owned.pdf"],
    ["%2e%2e%2f%2e%2e%2fowned.pdf", "%2e%2e%2f%2e%2e%2fowned.pdf"],
    ["<script>alert(1)</script>.pdf", "script_.pdf"],
    ['" onmouseover="alert(1).pdf', null],
    ["\u202egpj.exe", "gpj.exe.pdf"],
    [`${"n".repeat(5000)}.pdf`, `${"n".repeat(180)}.pdf`],
    ["CON", "_CON.pdf"],
  ])("such as %.40j is shown as plain text and names nothing on disk", async (name, shown) => {
    const answer = await send(other, `${otherBase}/A2/evidence`, [{ name, bytes: aPdf({ mark: name }) }]);
    await redirectPathOf(answer);
    const page = await (await other.get(`${otherBase}/A2/evidence`)).text();
    expect(page).not.toMatch(/<script>alert|onmouseover="alert|\u202e/);
    if (shown) expect(page).toContain(`<bdi>${shown}</bdi>`);
    const href = hrefs(page).at(-1) ?? "";
    const disposition = (await other.get(href)).headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[\w.~!&+^`|$#%-]+$/);
    for (const file of kept()) expect(file).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}$/);
  });
});

describe("somebody else", () => {
  test("of another supplier opens, removes and adds nothing", async () => {
    const [href = ""] = hrefs(await (await supplier.get(`${base}/A2/evidence`)).text());
    const id = href.split("/").at(-1) ?? "";
    expect((await other.get(href)).status).toBe(401);
    expect((await other.get(`${otherBase}/evidence/${id}`)).status).toBe(404);
    expect((await other.get(`${otherBase}/evidence/${id}/remove`)).status).toBe(404);
    expect((await other.post(`${otherBase}/evidence/${id}/remove`, [])).status).toBe(404);
    expect((await supplier.get(href)).status).toBe(200);
    const before = kept().length;
    const added = await send(other, `${base}/A2/evidence`, [{ name: "x.pdf", bytes: aPdf({ mark: "stranger" }) }]);
    expect(added.status).toBe(401);
    expect(kept()).toHaveLength(before);
  });

  test("without a session writes nothing to the disk, and is told that nobody is there", async () => {
    const nobody = clientOf(product.origin);
    const before = kept().length;
    for (let count = 0; count < 3; count += 1) {
      const answer = await send(nobody, `${base}/A2/evidence`, [{ name: "x.pdf", bytes: aPdf({ bytes: 15_000_000 }) }]);
      expect(answer.status).toBe(401);
    }
    expect(kept()).toHaveLength(before);
    expect(readdirSync(join(product.dataDir, "evidence", "incoming"))).toEqual([]);
  });

  test("finds no address at which the folder of documents is served", async () => {
    const [file = ""] = kept();
    for (const path of [
      `/evidence/${file}`,
      `/data/evidence/${file}`,
      `/assets/..%2f..%2fdata/evidence/${file}`,
      "/avow.sqlite",
    ]) {
      expect((await supplier.get(path)).status).toBe(404);
    }
  });

  test("on the team opens it when of this organisation, signed in, and by the right supplier's address", async () => {
    const [href = ""] = hrefs(await (await supplier.get(`${base}/A2/evidence`)).text());
    const id = href.split("/").at(-1) ?? "";
    const path = `/suppliers/${world.recipient.supplier.id}/evidence/${id}`;
    const viewer = await colleague(product, world.organisation.id, "viewer");
    const answer = await viewer.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("attachment");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(aPdf({ mark: "register" }));
    const wrong = world.recipients[1]?.supplier.id ?? "";
    expect((await viewer.get(`/suppliers/${wrong}/evidence/${id}`)).status).toBe(404);
    const strangers = await withStore(product.dataDir, (store) => createOrganisation(store));
    expect((await (await colleague(product, strangers.organisation.id, "viewer")).get(path)).status).toBe(404);
    expect(await redirectPathOf(await clientOf(product.origin).get(path))).toMatch(/^\/login/);
  });
});

describe("a form that is not whole", () => {
  const raw = (type: string, body: string) =>
    supplier.send(`${base}/A2/evidence`, {
      method: "POST",
      body,
      headers: { "content-type": type, origin: product.origin },
    });

  test("is answered as a bad request, and the product goes on", async () => {
    expect((await raw("multipart/form-data", "x")).status).toBe(400);
    expect((await raw("multipart/form-data; boundary=", "x")).status).toBe(400);
    expect((await raw("application/json", "{}")).status).toBe(400);
    const cut = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and then';
    expect((await raw("multipart/form-data; boundary=b", cut)).status).toBe(400);
    expect((await raw("multipart/form-data; boundary=b", "--b\r\nno header at all")).status).toBe(400);
    expect((await supplier.get(`${base}/A2/evidence`)).status).toBe(200);
    expect(readdirSync(join(product.dataDir, "evidence", "incoming"))).toEqual([]);
  });

  test("because the line went dead leaves no piece behind, and the answers as they were", async () => {
    const before = await (await supplier.get(`${base}/A2/evidence`)).text();
    const { hostname, port } = new URL(product.origin);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    const cookies = [...supplier.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    socket.write(
      `POST ${base}/A2/evidence HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${product.origin}\r\ncookie: ${cookies}\r\n` +
        "content-type: multipart/form-data; boundary=b\r\ncontent-length: 9000000\r\n\r\n" +
        '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n',
    );
    socket.write(aPdf({ bytes: 3_000_000 }));
    const incoming = join(product.dataDir, "evidence", "incoming");
    await expect.poll(() => readdirSync(incoming).length).toBe(1);
    socket.destroy();
    await expect.poll(() => readdirSync(incoming).length).toBe(0);
    expect(hrefs(await (await supplier.get(`${base}/A2/evidence`)).text())).toEqual(hrefs(before));
  });
});

const onLinux = existsSync("/proc/self/status");

describe("twenty megabytes", () => {
  const memory = (name: "VmRSS" | "VmHWM") =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${product.pid}/status`, "utf8"))?.[1]) / 1024;

  test.runIf(onLinux)("five times at once make the product grow by less than they are", async () => {
    const file = (mark: string) => aPdf({ mark, bytes: 20 * 1024 * 1024 });
    await redirectPathOf(await send(supplier, `${base}/E1/evidence`, [{ name: "first.pdf", bytes: file("first") }]));
    await wait(200);
    const before = memory("VmRSS");
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((count) =>
        send(supplier, `${base}/E1/evidence`, [{ name: `${count}.pdf`, bytes: file(String(count)) }]),
      ),
    );
    for (const answer of answers) await redirectPathOf(answer);
    const grown = memory("VmHWM") - before;
    console.info(`100 MB in five uploads at once: ${grown.toFixed(1)} MB more at the peak`);
    // Each version of Node.js holds chunks back in its own way: 10 to 15 MB were seen on 20, up to 41 on 24,
    // and 60 on a busy machine, where chunks wait longer for the disk.
    expect(grown).toBeLessThan(80);
    expect(hrefs(await (await supplier.get(`${base}/E1/evidence`)).text()).length).toBeGreaterThanOrEqual(6);
  });
});

describe("a disk without room", () => {
  const limiter = "/usr/bin/prlimit";

  test.runIf(existsSync(limiter))("is said, nothing claims to be saved, and the answers still are", async () => {
    // No file of the product may grow past 3.8 MB from here on, which is a full disk to whoever writes one. The database takes less.
    spawnSync(limiter, ["--pid", String(product.pid), "--fsize=3800000"]);
    const answer = await send(other, `${otherBase}/A2/evidence`, [
      { name: "big.pdf", bytes: aPdf({ mark: "big", bytes: 8_000_000 }) },
      { name: "small.pdf", bytes: aPdf({ mark: "small enough" }) },
    ]);
    expect(answer.status).toBe(507);
    const page = await answer.text();
    expect(page).toContain("big.pdf: Nothing can be written on our side at the moment");
    expect(page).not.toContain("<bdi>big.pdf</bdi>");
    expect(page).toContain("<bdi>small.pdf</bdi>");
    expect(readdirSync(join(product.dataDir, "evidence", "incoming"))).toEqual([]);

    const team = await signedIn(product, world.admin);
    const list = new FormData();
    list.set("file", new File(["name,country\n", "Acme,Peru\n".repeat(400_000)], "list.csv"));
    const imported = await team.send("/suppliers/import", { method: "POST", body: list });
    expect(imported.status).toBe(507);
    expect(await imported.text()).toContain("Not saved");
    expect(readdirSync(join(product.dataDir, "imports", world.organisation.id))).toEqual([]);
    expect(product.output()).not.toMatch(/unhandled|uncaught/i);
  });
});
