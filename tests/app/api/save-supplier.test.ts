import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { User } from "#db/records";
import { anEvent } from "#tests/support/factories";
import { addSuppliers, launch } from "#tests/support/world";
import { type ApiScene, anApiScene } from "./scene";

let scene: ApiScene;
let admin: User;
let key: string;

beforeAll(async () => {
  scene = await anApiScene(1);
  admin = await scene.person({ role: "admin" });
  key = await scene.key(admin, ["suppliers:write", "suppliers:read"]);
});
afterAll(() => scene.close());

const firm = { name: "Mekong Fabrics", country: "VN" };
const ada = { email: "ada@mekong.example", name: "Ada", language: "vi" };

/** Sends a supplier, and reads what became of it. */
async function put(number: string, body: unknown) {
  const answer = await scene.put(`/suppliers/by-number/${encodeURIComponent(number)}`, key, body);
  return { status: answer.status, told: (await answer.json()) as Record<string, unknown> };
}

async function readBack(id: unknown) {
  return (await (await scene.get(`/suppliers/${String(id)}`, key)).json()) as Record<string, unknown>;
}

const eventsOf = async (id: unknown) =>
  (await scene.ctx.store.audit.trail(admin.org, { subjects: [String(id)], most: 99 })).map(
    ({ action, details, actor }) => [action, details, actor.kind],
  );

describe("a supplier by the buyer's own number", () => {
  test("is added once, in the name of the key, with its contacts, tags and who looks after it", async () => {
    const whole = { ...firm, place: "Hai Phong", contacts: [ada], tags: ["Textiles", "Asia"], owner: admin.email };
    const { status, told } = await put("A/1 00", whole);
    expect([status, told]).toMatchObject([201, { outcome: "added", leftOut: [] }]);
    expect(await readBack(told.id)).toMatchObject({
      ...{ ...firm, externalId: "A/1 00", place: "Hai Phong", contacts: [ada] },
      ...{ tags: ["Asia", "Textiles"], owner: admin.email, expected: { band: expect.any(String) } },
    });
    const events = await eventsOf(told.id);
    expect(events).toEqual([
      ["supplier.changed", { fields: ["owner", "tags"] }, "api-key"],
      ["supplier.added", { source: "program" }, "api-key"],
    ]);
    const again = await put("A/1 00", whole);
    expect([again.status, again.told]).toEqual([200, { ...told, outcome: "same" }]);
    expect(await eventsOf(told.id)).toEqual(events);
  });

  test("changes in what is sent, and in nothing else", async () => {
    const { told } = await put("B2", { ...firm, name: "Delta Mills", place: "Hue", contacts: [ada], tags: ["Asia"] });
    const changed = await put("B2", { ...firm, name: "Delta Mills Ltd", contacts: [{ email: ada.email }, other] });
    expect([changed.status, changed.told.outcome]).toEqual([200, "changed"]);
    expect(await readBack(told.id)).toMatchObject({
      ...{ name: "Delta Mills Ltd", place: "Hue", tags: ["Asia"] },
      contacts: [ada, { ...other, language: "vi" }],
    });
    expect((await put("B2", { ...firm, name: "Delta Mills Ltd", tags: [], owner: null })).told.outcome).toBe("changed");
    expect((await readBack(told.id)).tags).toEqual([]);
  });
  const other = { email: "bo@mekong.example" };

  test("is the one of that name and country that has no number yet", async () => {
    const noNumber = { name: "No Number Ltd", country: "DE", externalId: undefined };
    const [unnumbered] = await addSuppliers(scene.ctx.store, admin.org, [noNumber]);
    const { told } = await put("C3", { name: "NO NUMBER LTD", country: "DE" });
    expect(told).toMatchObject({ id: unnumbered?.supplier.id, outcome: "changed" });
  });

  test("is added once where two send it at once", async () => {
    const sent = await Promise.all([1, 2, 3].map(() => put("D4", { name: "Twice Ltd", country: "DE" })));
    expect(new Set(sent.map(({ told }) => told.id)).size).toBe(1);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
  });

  test("is another organisation's there, and stays as it is here", async () => {
    const world = await launch(scene.ctx.store);
    const theirs = await scene.key(await scene.person({ role: "admin" }, world), ["suppliers:write"], world);
    const answer = await scene.put("/suppliers/by-number/B2", theirs, { name: "Theirs", country: "FR" });
    expect(answer.status).toBe(201);
    expect((await readBack((await put("B2", { ...firm, name: "Delta Mills Ltd" })).told.id)).name).toBe(
      "Delta Mills Ltd",
    );
  });

  test("does not bring back an address that was erased, and says so", async () => {
    const { told } = await put("E5", { name: "Erased Ltd", country: "DE", contacts: [{ email: "gone@e5.example" }] });
    const found = await scene.ctx.store.suppliers.get(admin.org, String(told.id));
    await scene.ctx.store.persons.eraseContact({
      ...{ org: admin.org, id: found?.contacts[0]?.id ?? "", at: scene.ctx.clock.now(), audit: anEvent() },
      key: scene.ctx.links.erasedKey(admin.org, "gone@e5.example"),
    });
    const contacts = [{ email: "new@e5.example" }, { email: "gone@e5.example" }];
    const sent = await put("E5", { name: "Erased Ltd", country: "DE", contacts });
    expect(sent.told.leftOut).toEqual([{ contact: 1, why: "erased" }]);
    expect((await readBack(told.id)).contacts).toMatchObject([{ email: "new@e5.example" }]);
  });

  test.each([
    [{ name: "A" }, "/country"],
    [{ ...firm, country: "XX" }, "/country"],
    [{ ...firm, name: " " }, "/name"],
    [{ ...firm, contacts: [{ email: "nobody" }] }, "/contacts/0/email"],
    [{ ...firm, contacts: Array.from({ length: 6 }, (_, at) => ({ email: `c${at}@x.example` })) }, "/contacts"],
    [{ ...firm, owner: "stranger@else.example" }, "/owner"],
    [{ ...firm, tags: ["x".repeat(41)] }, "/tags/0"],
    [{ ...firm, score: 1 }, "/score"],
  ])("%j is refused at %s, and nothing of it is kept", async (body, pointer) => {
    const { status, told } = await put("F6", body);
    expect(status).toBe(422);
    expect((told.errors as { pointer: string }[]).map((error) => error.pointer)).toEqual([pointer]);
    const kept = await scene.ctx.store.suppliers.match(admin.org, {
      ...{ externalIds: ["F6"], emails: [], names: [], ids: [] },
    });
    expect(kept).toEqual([]);
  });

  test("is refused where it has one of the numbers that stand for none", async () => {
    expect((await put("n/a", firm)).status).toBe(422);
    expect((await put("x".repeat(101), firm)).status).toBe(422);
  });
});
