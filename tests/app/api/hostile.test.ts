import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { namesIn } from "#app/api/endpoint";
import { endpoints } from "#app/api/endpoints";
import type { User } from "#db/records";
import { type ApiScope, apiScopes } from "#terms/api-scopes";
import { launch } from "#tests/support/world";
import { type ApiScene, anApiScene } from "./scene";

let scene: ApiScene;
let admin: User;
let key: string;

beforeAll(async () => {
  scene = await anApiScene(1);
  admin = await scene.person({ role: "admin", readsNorthKorea: true });
  key = await scene.key(admin);
});
afterAll(() => scene.close());

/** An address of an endpoint with something in the place of its ids. */
const pathWith = (path: string, id: string) => path.replace(/\{\w+\}/g, encodeURIComponent(id));

/** Asks for any endpoint; what is sent is empty, so that nothing is done by it. */
function ask({ method, path }: (typeof endpoints)[number], by: string, id: string): Promise<Response> {
  const address = pathWith(path, id);
  if (method === "GET") return scene.get(address, by);
  return method === "PUT" ? scene.put(address, by, {}) : scene.post(address, by, {});
}

describe("every address", () => {
  test.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    "%s needs its scope, whatever else a key has",
    async (_, endpoint) => {
      const others = apiScopes.filter((scope) => scope !== endpoint.scope);
      const refused = await ask(endpoint, await keyWith(others), "x");
      expect([refused.status, await refused.json()]).toMatchObject([403, { type: "/api/v1/problems/not-allowed" }]);
      const nobody = await fetch(`${scene.url}/api/v1${pathWith(endpoint.path, "x")}`, { method: endpoint.method });
      expect(nobody.status).toBe(401);
    },
  );

  test.each(
    endpoints.filter(({ path }) => namesIn(path).length > 0).map((endpoint) => [endpoint.id, endpoint] as const),
  )("%s finds nothing of another organisation, and nothing by an odd id", async (_, endpoint) => {
    const { supplier, attestation } = scene.world.recipient;
    for (const id of [supplier.id, attestation.id]) {
      const answer = await ask(endpoint, await strangersKey(), id);
      expect([404, 422], `${endpoint.id} ${id}`).toContain(answer.status);
    }
    for (const id of ["\u0000", "../..", "' OR 1=1 --", "__proto__", "%", "名前", "x".repeat(300), ";x"]) {
      const answer = await ask(endpoint, key, id);
      expect([400, 404, 422], `${endpoint.id} ${id}`).toContain(answer.status);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.text()).not.toMatch(/\bat .+\.ts|node_modules|SQLITE|stack/);
    }
  });
});

const keys = new Map<string, Promise<string>>();
/** Keys are few; each is made once. */
function keyWith(scopes: readonly ApiScope[]): Promise<string> {
  const name = scopes.join(" ");
  const made = keys.get(name) ?? scene.key(admin, scopes);
  keys.set(name, made);
  return made;
}

let strangers: Promise<string> | undefined;
function strangersKey(): Promise<string> {
  strangers ??= (async () => {
    const other = await launch(scene.ctx.store);
    return scene.key(await scene.person({ role: "admin", readsNorthKorea: true }, other), undefined, other);
  })();
  return strangers;
}

describe("a body", () => {
  const contacts = () => `/suppliers/${scene.world.recipient.supplier.id}/contacts/new`;
  const whole = '"name":"Ada","email":"ada@supplier.example","language":"en"';

  test.each([
    ["names of an object's insides", `{"__proto__":{"isAdmin":true},${whole}}`, 422],
    ["a constructor", `{"constructor":{"prototype":{}},${whole}}`, 422],
    ["a list", "[]", 422],
    ["nothing", "null", 422],
    ["no JSON at all", "name=Ada", 400],
    ["thousands of nested lists", `{"name":${"[".repeat(20_000)}${"]".repeat(20_000)}}`, 422],
    [
      "thousands of unknown fields",
      JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, 1]))),
      422,
    ],
  ])("with %s is refused and changes nothing", async (_, body, status) => {
    const before = await scene.ctx.store.suppliers.get(admin.org, scene.world.recipient.supplier.id);
    const answer = await scene.post(contacts(), key, body);
    expect(answer.status).toBe(status);
    expect((await answer.text()).length).toBeLessThan(20_000);
    expect(await scene.ctx.store.suppliers.get(admin.org, scene.world.recipient.supplier.id)).toEqual(before);
    expect(Object.getPrototypeOf({})).not.toHaveProperty("isAdmin");
  });
});

describe("a key", () => {
  test("is in no event and in no row, and a North Korean one is given on by nobody who lacks the right", async () => {
    const secret = await scene.key(admin);
    const { store } = scene.ctx;
    const known = JSON.stringify([
      await store.apiKeys.list(admin.org),
      await store.audit.trail(admin.org, { most: 100 }),
    ]);
    expect(known).not.toContain(secret);
    expect(known).not.toContain(secret.slice("avow_".length));
    const blind = await scene.person({ role: "admin", readsNorthKorea: false });
    await expect(scene.key(blind, ["north-korea:read"])).rejects.toThrow("scope-not-yours");
    await expect(scene.key(await scene.person({ role: "buyer" }), ["suppliers:read"])).rejects.toThrow("not-allowed");
  });

  test("lasts a year and a day at most, and an organisation has fifty", async () => {
    await expect(scene.key(admin, [])).rejects.toThrow("scope-needed");
    const other = await launch(scene.ctx.store);
    const maker = await scene.person({ role: "admin" }, other);
    for (let made = 0; made < 50; made += 1) await scene.key(maker, ["suppliers:read"], other);
    await expect(scene.key(maker, ["suppliers:read"], other)).rejects.toThrow("keys-full");
  });

  test("has no more rights than its maker without a second factor that their role must have", async () => {
    const other = await launch(scene.ctx.store);
    const maker = await scene.person({ role: "admin" }, other);
    const theirs = await scene.key(maker, ["suppliers:read"], other);
    expect((await scene.get("/suppliers", theirs)).status).toBe(200);
    const audit = (await scene.ctx.store.audit.trail(maker.org, { most: 1 }))[0];
    if (!audit) throw new Error("there are events");
    await scene.ctx.store.secondFactors.changeRoles({ org: maker.org, roles: ["admin"], audit });
    const answer = await scene.get("/suppliers", theirs);
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { type: "/api/v1/problems/second-factor-needed" },
    ]);
  });
});
