import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, clientOf, everythingIn, redirectPathOf } from "#tests/support/http-client";
import { aDataFolder, launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { cleanFirm } from "./firms";
import { answerAll, basedOnIn, signature, startByLink } from "./posting";
import { signedIn } from "./two-organisations";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

type AtWork = { client: Client; base: string; org: string; id: string; path: string };

async function atWork(running: Product): Promise<AtWork> {
  const world = await launchWithLinks(running.dataDir, { contact: { language: "en" } });
  const client = clientOf(running.origin);
  const path = world.paths[0] ?? "";
  const base = await startByLink(client, path);
  return { client, base, org: world.organisation.id, id: world.recipient.attestation.id, path };
}

function answersOf(dataDir: string, { org, id }: AtWork) {
  return withStore(dataDir, (store) => store.attestations.get(org, id)).then((file) => file?.answers);
}

describe("a form that no page of ours sends", () => {
  it("of two megabytes is refused with 413 in plain words, and what was saved before is kept", async () => {
    const one = await atWork(product);
    const e1 = [
      ["basedOn", "0"],
      ["E1.answer", "no"],
    ] as const;
    await redirectPathOf(await one.client.post(`${one.base}/E1`, e1));
    const before = everythingIn(product.dataDir);
    const large = [...e1, ["E1.comment", "x".repeat(2_000_000)]] as const;
    const answer = await one.client.post(`${one.base}/E1`, large);
    expect(answer.status).toBe(413);
    const page = await answer.text();
    expect(page).toContain("too large");
    expect(page).toContain("everything saved on earlier pages is kept");
    expect(everythingIn(product.dataDir)).toEqual(before);
    expect((await answersOf(product.dataDir, one))?.E1).toEqual({ value: { answer: "no" } });
  });

  it("of lines for a table is never lost: read as they stand, or shown again whole", async () => {
    const one = await atWork(product);
    const page = `${one.base}/B1/sites/paste`;
    const open = '"Sun Factory\t1 Mill Road\tKarachi\tPakistan\tsewing\t120';
    const look = await one.client.post(page, [["text", open]]);
    expect([look.status, await look.text()]).toEqual([200, expect.stringContaining("1 line can be added")]);
    const large = `begin ${"لاهور\t".repeat(60_000)}end`;
    for (const then of ["", "add"]) {
      const answer = await one.client.post(page, [
        ["text", large],
        ["then", then],
      ]);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain("لاهور\tend");
    }
    const added = await one.client.post(page, [
      ["text", `${open}\n"Moon\tx`],
      ["then", "add"],
    ]);
    expect(await added.text()).toContain("1 line was added to the list");
    expect((await answersOf(product.dataDir, one))?.B1?.value?.sites).toHaveLength(1);
  });

  it("of a text a little too long is shown again with all of it", async () => {
    const one = await atWork(product);
    const text = `begin ${"word ".repeat(4_000)}end`;
    const answer = await one.client.post(`${one.base}/E1`, [
      ["basedOn", "0"],
      ["E1.answer", "no"],
      ["E1.comment", text],
    ]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(text);
  });

  it("of five thousand fields is refused with 413 and saves nothing", async () => {
    const one = await atWork(product);
    const before = everythingIn(product.dataDir);
    const many = Array.from({ length: 5_000 }, (_, place) => [`E1.f${place}`, "x"] as const);
    const answer = await one.client.post(`${one.base}/E1`, [["E1.answer", "no"], ...many]);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("2000 fields");
    expect(everythingIn(product.dataDir)).toEqual(before);
  });

  it("with the names of an object's insides changes no object", async () => {
    const one = await atWork(product);
    await redirectPathOf(
      await one.client.post(`${one.base}/E1`, [
        ["basedOn", "0"],
        ["__proto__", "polluted"],
        ["__proto__.polluted", "yes"],
        ["constructor.prototype.polluted", "yes"],
        ["E1.__proto__", "polluted"],
        ["E1.constructor", "polluted"],
        ["E1.answer", "no"],
      ]),
    );
    expect(await answersOf(product.dataDir, one)).toEqual({ E1: { value: { answer: "no" } } });
    for (const path of ["__proto__", "constructor", "E1/__proto__/new", "B1/constructor/new", "B1/sites/__proto__"]) {
      expect([path, (await one.client.get(`${one.base}/${path}`)).status]).toEqual([path, 404]);
    }
  });

  it("in another encoding, without a length or with nothing in it is refused and changes nothing", async () => {
    const one = await atWork(product);
    const before = everythingIn(product.dataDir);
    const bodies = [
      { body: '{"E1.answer":"no"}', headers: { "content-type": "application/json" } },
      { body: "E1.answer=no", headers: { "content-type": "text/plain" } },
      { body: "\u0000\uffff%%%=&&&", headers: { "content-type": "application/x-www-form-urlencoded" } },
    ];
    for (const init of bodies) {
      const answer = await one.client.send(`${one.base}/E1`, { method: "POST", ...init });
      expect([400, 422]).toContain(answer.status);
    }
    expect(everythingIn(product.dataDir)).toEqual(before);
  });
});

it("of the team in another encoding, broken off or without anything is refused with 400, and is no fault in the log", async () => {
  const { admin } = await launchWithLinks(product.dataDir);
  const team = await signedIn(product, admin);
  const before = everythingIn(product.dataDir);
  const broken = '--x\r\ncontent-disposition: form-data; name="email"\r\n\r\nnever ends';
  const bodies: readonly RequestInit[] = [
    { body: '{"email":"x"}', headers: { "content-type": "application/json" } },
    { body: "email=x", headers: { "content-type": "text/plain" } },
    { body: broken, headers: { "content-type": "multipart/form-data; boundary=x" } },
    { body: broken, headers: { "content-type": "multipart/form-data" } },
    {},
  ];
  for (const path of ["/login", "/suppliers/import", "/campaigns/new", "/settings/people"]) {
    for (const init of bodies) {
      const answer = await team.send(path, { method: "POST", ...init });
      expect([path, init, answer.status]).toEqual([path, init, 400]);
      expect(await answer.text()).toContain("Nothing was changed");
    }
  }
  expect(everythingIn(product.dataDir)).toEqual(before);
  expect(product.output()).not.toContain('"level":50');
});

it("makes one submission of twenty sent at once, and shows all of them the same receipt", async () => {
  const one = await atWork(product);
  await answerAll(one.client, one.base, cleanFirm);
  const form = await signature(one.client, one.base);
  const answers = await Promise.all(Array.from({ length: 20 }, () => one.client.post(`${one.base}/sign`, form)));
  expect(await Promise.all(answers.map(redirectPathOf))).toEqual(Array(20).fill(`${one.base}/receipt`));
  const files = await Promise.all(answers.map(async () => (await one.client.get(`${one.base}/receipt.json`)).text()));
  expect(new Set(files).size).toBe(1);
  await withStore(product.dataDir, async (store) => {
    const events = await store.audit.trail(one.org, { subjects: [one.id], most: 1_000 });
    expect(events.filter(({ action }) => action === "attestation.submitted")).toHaveLength(1);
    const mails = await store.mails.list(one.org, { page: 1, pageSize: 100 });
    expect(mails.rows.filter(({ kind }) => kind === "receipt")).toHaveLength(1);
  });
  // Nothing can be changed behind a signature.
  const later = await one.client.post(`${one.base}/E1`, [
    ["basedOn", "1"],
    ["E1.answer", "yes"],
  ]);
  expect([409, 302]).toContain(later.status);
  expect((await answersOf(product.dataDir, one))?.E1).toEqual({ value: { answer: "no" } });
});

it("keeps both people's words when two save the same answer, and overwrites nothing", async () => {
  const one = await atWork(product);
  const colleague = clientOf(product.origin);
  await startByLink(colleague, one.path);
  const basedOn = basedOnIn(await (await one.client.get(`${one.base}/E1`)).text());
  const form = (answer: string, comment: string) =>
    [
      ["basedOn", basedOn],
      ["E1.answer", answer],
      ["E1.comment", comment],
    ] as const;
  await redirectPathOf(await one.client.post(`${one.base}/E1`, form("no", "the first to save")));
  const second = await colleague.post(`${one.base}/E1`, form("~dk", "the second to save"));
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain("the first to save");
  expect(page).toContain("the second to save");
  expect((await answersOf(product.dataDir, one))?.E1).toMatchObject({ value: { answer: "no" } });
});

it("says 507 and not saved on a full disk, keeps what is typed and what was saved, and saves again with more room", async () => {
  const dataDir = aDataFolder();
  let running = await startProduct(dataDir);
  const one = await atWork(running);
  const { admin } = await launchWithLinks(dataDir);
  const session = (await signedIn(running, admin)).cookies.get("avow_team") ?? "";
  await running.stop();
  running = await startProduct(dataDir, { DATABASE_MAX_MB: "1" });
  try {
    const client = clientOf(running.origin);
    const base = await startByLink(client, one.path);
    const save = (revision: number, to: Client) =>
      to.post(`${base}/E1`, [
        ["basedOn", String(revision)],
        ["E1.answer", "no"],
        ["E1.comment", `save ${revision} ${"x".repeat(1_900)}`],
      ]);
    let saved = 0;
    let answer = await save(saved, client);
    for (; answer.status === 302 && saved < 2_000; answer = await save(saved, client)) saved += 1;
    expect([saved > 0, answer.status]).toEqual([true, 507]);
    const page = await answer.text();
    expect(page).toMatch(/not saved/i);
    expect(page).toContain(`save ${saved} xxx`);
    expect((await client.get(base)).status).toBe(200);
    expect((await fetch(`${running.origin}/readyz`)).status).toBe(503);
    const team = clientOf(running.origin);
    team.cookies.set("avow_team", session);
    const suppliers = everythingIn(dataDir).suppliers;
    const list = new FormData();
    list.set("pasted", `name,country\n${Array.from({ length: 500 }, (_, at) => `Supplier ${at},Peru`).join("\n")}`);
    const upload = await redirectPathOf(await team.send("/suppliers/import", { method: "POST", body: list }));
    const imported = await team.post(upload, []);
    expect([imported.status, (await imported.text()).includes("Not saved")]).toEqual([507, true]);
    expect(everythingIn(dataDir).suppliers).toEqual(suppliers);
    expect((await answersOf(dataDir, one))?.E1?.comment).toContain(`save ${saved - 1} `);

    await running.stop();
    running = await startProduct(dataDir, { DATABASE_MAX_MB: "50" });
    const again = clientOf(running.origin);
    await startByLink(again, one.path);
    await redirectPathOf(await save(saved, again));
    const kept = await withStore(dataDir, (store) => store.attestations.history(one.org, one.id));
    expect(kept.map(({ answer: { comment = "" } }) => comment.split(" ")[1])).toEqual(
      Array.from({ length: saved + 1 }, (_, place) => String(place)),
    );
  } finally {
    await running.stop();
  }
}, 60_000);
