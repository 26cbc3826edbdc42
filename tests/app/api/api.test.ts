import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { supplierRecord } from "#app/services/api/records/supplier-record";
import type { User } from "#db/records";
import { anEvent, hoursLater } from "#tests/support/factories";
import { launch } from "#tests/support/world";
import { type ApiScene, anApiScene } from "./scene";

let scene: ApiScene;
let admin: User;
let key: string;

beforeAll(async () => {
  scene = await anApiScene(5);
  admin = await scene.person({ role: "admin", readsNorthKorea: true });
  key = await scene.key(admin);
});
afterAll(() => scene.close());

const problemOf = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return (await answer.json()) as { type: string; status: number; errors?: { code: string; parameter?: string }[] };
};

describe("a key", () => {
  test("opens what its scopes say, and nothing without it, by a cookie or in the address", async () => {
    expect((await scene.get("/suppliers", key)).status).toBe(200);
    for (const answer of [
      await scene.get("/suppliers"),
      await scene.get("/suppliers", "avow_wrong"),
      await scene.get("/suppliers", undefined, { cookie: `avow_team=${key}` }),
      await scene.get(`/suppliers?access_token=${key}`),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer realm="Avow"/);
      expect((await problemOf(answer)).type).toBe("/api/v1/problems/key-needed");
    }
  });

  test("has the rights of its maker as they are now", async () => {
    const maker = await scene.person({ role: "admin", readsNorthKorea: true });
    const theirs = await scene.key(maker);
    const { store } = scene.ctx;
    const one = { org: maker.org, id: maker.id, audit: anEvent() };
    await store.users.changeRole({ ...one, role: "viewer" });
    expect((await scene.get("/suppliers", theirs)).status).toBe(200);
    expect(
      (await scene.post("/suppliers/x/contacts/new", theirs, { name: "A", email: "a@b.example", language: "en" }))
        .status,
    ).toBe(403);
    await store.users.endAccess({ ...one, at: scene.ctx.clock.now() });
    expect((await scene.get("/suppliers", theirs)).status).toBe(401);
  });

  test("is refused what is in none of its scopes, which is written down", async () => {
    const narrow = await scene.key(admin, ["ratings:read"]);
    const answer = await scene.get("/suppliers", narrow);
    expect(answer.status).toBe(403);
    const [event] = await scene.ctx.store.audit.trail(admin.org, { actions: ["permission.refused"], most: 1 });
    expect(event).toMatchObject({
      actor: { kind: "api-key", name: "Warehouse" },
      details: { permission: "suppliers:read" },
    });
  });
});

describe("a list", () => {
  test("comes in parts that are all of it, also while others are added", async () => {
    const ids: string[] = [];
    let path = "/suppliers?limit=2";
    while (path !== "") {
      const answer = await scene.get(path, key);
      const part = (await answer.json()) as { items: { id: string }[]; nextAt?: string };
      ids.push(...part.items.map(({ id }) => id));
      for (const item of part.items) supplierRecord.parse(item);
      path = part.nextAt?.replace("/api/v1", "") ?? "";
    }
    expect(ids).toEqual(scene.world.recipients.map(({ supplier }) => supplier.id));
  });

  test.each([
    ["/suppliers?limit=0", "limit"],
    ["/suppliers?limit=201", "limit"],
    ["/suppliers?limit=2&limit=3", "limit"],
    ["/suppliers?cursor=x", "cursor"],
    ["/suppliers?colour=red", "colour"],
    ["/suppliers?country=germany", "country"],
  ])("%s is refused for its parameter %s", async (path, parameter) => {
    const answer = await scene.get(path, key);
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors?.map((error) => error.parameter)).toEqual([parameter]);
  });

  test("gives cursors that are good for the same filters alone", async () => {
    const part = (await (await scene.get("/suppliers?limit=1", key)).json()) as { next: string };
    expect((await scene.get(`/suppliers?cursor=${part.next}&country=DE`, key)).status).toBe(422);
    expect((await scene.get(`/suppliers?cursor=${part.next}`, key)).status).toBe(200);
  });
});

describe("another organisation", () => {
  test("is not there", async () => {
    const other = await launch(scene.ctx.store);
    const stranger = await scene.person({ role: "admin", readsNorthKorea: true }, other);
    const theirs = await scene.key(stranger, undefined, other);
    const { supplier } = scene.world.recipient;
    for (const path of [`/suppliers/${supplier.id}`, `/suppliers/${supplier.id}/ratings`]) {
      expect((await scene.get(path, key)).status).toBe(200);
      const answer = await scene.get(path, theirs);
      expect(answer.status).toBe(404);
      expect((await problemOf(answer)).type).toBe("/api/v1/problems/not-found");
    }
  });
});

describe("what is not asked for as it should be", () => {
  const contact = { name: "Ada", email: "ada@supplier.example", language: "en" };
  const contacts = () => `/suppliers/${scene.world.recipient.supplier.id}/contacts/new`;

  test("is told so by a status and the same kind of answer", async () => {
    const statusOf = async (answer: Response) => [(await problemOf(answer)).status, answer.status];
    expect(await statusOf(await scene.get("/nothing", key))).toEqual([404, 404]);
    expect(await statusOf(await scene.get("/suppliers", key, { accept: "text/html" }))).toEqual([406, 406]);
    const del = await fetch(`${scene.url}/api/v1/suppliers`, { method: "DELETE" });
    expect([del.headers.get("allow"), ...(await statusOf(del))]).toEqual(["GET", 405, 405]);
    const options = await fetch(`${scene.url}/api/v1/suppliers`, {
      method: "OPTIONS",
      headers: { origin: "https://evil.example" },
    });
    expect([options.status, options.headers.get("access-control-allow-origin")]).toEqual([405, null]);
    expect(await statusOf(await scene.post(contacts(), key, contact, { "content-type": "text/plain" }))).toEqual([
      415, 415,
    ]);
    expect(await statusOf(await scene.post(contacts(), key, "{"))).toEqual([400, 400]);
    expect(await statusOf(await scene.post(contacts(), key, " ".repeat(100_001)))).toEqual([413, 413]);
    expect(await statusOf(await scene.post(contacts(), key, { ...contact, isAdmin: true }))).toEqual([422, 422]);
    expect(await statusOf(await scene.post(contacts(), key, { ...contact, email: "nobody" }))).toEqual([422, 422]);
    expect(await statusOf(await scene.get("/%E0%A4%A", key))).toEqual([400, 400]);
  });

  test("asked twice under one name, it is done once and answered alike", async () => {
    const once = { "idempotency-key": "order-1" };
    const [first, again] = [
      await scene.post(contacts(), key, contact, once),
      await scene.post(contacts(), key, contact, once),
    ];
    expect([first.status, again.status, again.headers.get("idempotency-replayed")]).toEqual([200, 200, "true"]);
    expect(await again.text()).toBe(await first.text());
    expect((await scene.post(contacts(), key, { ...contact, name: "Eve" }, once)).status).toBe(422);
    const other = await scene.key(admin, ["suppliers:write"]);
    expect((await scene.post(contacts(), other, contact, once)).headers.get("idempotency-replayed")).toBeNull();
    const [event] = await scene.ctx.store.audit.trail(admin.org, { actions: ["supplier.changed"], most: 1 });
    expect(event?.actor).toMatchObject({ kind: "api-key", name: "Warehouse" });
  });

  test("asked too often, it has to wait", async () => {
    const busy = await scene.key(admin, ["suppliers:read"]);
    const [known] = await scene.ctx.store.apiKeys.list(admin.org);
    for (let asked = 0; asked < 599; asked += 1) scene.requestCounts.increment(`key ${known?.id}`);
    expect((await scene.get("/suppliers", busy)).status).toBe(200);
    const refused = await scene.get("/suppliers", busy);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await problemOf(refused)).type).toBe("/api/v1/problems/too-often");
    expect((await scene.get("/suppliers", key)).status).toBe(200);
  });

  test("a key that is over or revoked opens nothing", async () => {
    const { store } = scene.ctx;
    const short = await scene.key(admin, ["suppliers:read"]);
    const [known] = await store.apiKeys.list(admin.org);
    await store.apiKeys.revoke({ org: admin.org, id: known?.id ?? "", at: hoursLater(1), audit: anEvent() });
    expect((await scene.get("/suppliers", short)).status).toBe(401);
    scene.ctx.later(31 * 24);
    expect((await scene.get("/suppliers", key)).status).toBe(401);
    scene.ctx.later(-31 * 24);
  });
});
