import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "#db/index";
import type { ImportedSupplier, Store } from "#db/store";
import { aContact, anEvent, anImported, aSupplier, aUser } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";

const folder = mkdtempSync(join(tmpdir(), "avow-large-writes-"));
const many = 3_000;
afterAll(() => rmSync(folder, { recursive: true }));

describe("an import of many suppliers", () => {
  let store: Store;
  let org: string;
  let suppliers: readonly ImportedSupplier[];
  beforeEach(async () => {
    store = await openStore(`file:${join(folder, `${Math.random()}.sqlite`)}`);
    org = (await createOrganisation(store)).organisation.id;
    suppliers = Array.from({ length: many }, () => {
      const supplier = aSupplier({ org });
      const subject = { type: "supplier", id: supplier.id } as const;
      const audit = [anEvent({ action: "supplier.added", details: { source: "file" } }, { subject })];
      return { ...anImported(supplier, aContact({ org, supplier: supplier.id })), audit };
    });
  });
  afterEach(() => store.close());

  const bring = (added: Iterable<ImportedSupplier>) =>
    store.suppliers.add({ org, added, changed: [], audit: [anEvent()] });
  const seen = async () =>
    (await store.suppliers.table(org, { sort: "ref", direction: "up", page: 1, pageSize: 1 })).all;

  test("lets pages be read meanwhile, and they see nothing of it before all of it is there", async () => {
    let over = false;
    const bringing = bring(suppliers).finally(() => {
      over = true;
    });
    const looks: number[] = [];
    for (let look = await seen(); !over; look = await seen()) {
      looks.push(look);
      await new Promise(setImmediate);
    }
    await bringing;
    expect(looks.length).toBeGreaterThan(2);
    expect(new Set(looks.slice(0, -1))).toEqual(new Set([0]));
    expect(await seen()).toBe(many);
    const trail = await store.audit.trail(org, { most: 10_000 });
    expect(trail.filter(({ action }) => action === "supplier.added")).toHaveLength(many);
  });

  test("keeps nothing, and no event, when one of the last cannot be made", async () => {
    const before = await store.audit.trail(org, { most: 10_000 });
    function* failing() {
      yield* suppliers.slice(0, -1);
      throw new Error("out of ids");
    }
    await expect(bring(failing())).rejects.toThrow("out of ids");
    expect(await seen()).toBe(0);
    expect(await store.audit.trail(org, { most: 10_000 })).toEqual(before);
  });

  test("makes other writes wait, and neither takes the other with it", async () => {
    function* failing() {
      yield* suppliers;
      throw new Error("out of ids");
    }
    const order: string[] = [];
    const failed = bring(failing()).catch(() => order.push("first import"));
    const brought = bring(suppliers).then(() => order.push("second import"));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    const saved = store.users
      .add({ user: aUser({ org }), passwordHash: "$argon2id$of-nobody", audit: anEvent() })
      .then(() => order.push("save"));
    await Promise.all([failed, brought, saved]);
    expect(order).toEqual(["first import", "second import", "save"]);
    expect(await store.users.list(org)).toHaveLength(2);
    expect(await seen()).toBe(many);
  });

  test("is finished before the store closes", async () => {
    const brought = bring(suppliers);
    await new Promise(setImmediate);
    await store.close();
    await expect(brought).resolves.toBeUndefined();
    store = await openStore(":memory:");
  });
});
