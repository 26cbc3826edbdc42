import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { aContact, anEvent, anId, anImported, aSupplier } from "#tests/support/factories";
import { createOrganisation } from "#tests/support/world";

/** That suppliers are found by every key of theirs, and keep their contacts in order. */
export function contactsContract(open: () => Promise<Store>): void {
  let store: Store;
  let org: string;
  const nobody = { externalIds: [], emails: [], names: [] };
  beforeEach(async () => {
    store = await open();
    org = (await createOrganisation(store)).organisation.id;
  });
  afterEach(() => store.close());

  async function add(count = 1) {
    const supplier = aSupplier({ org });
    const contacts = Array.from({ length: count }, (_, at) =>
      aContact({ org, supplier: supplier.id, email: `c${at}@x.example` }),
    );
    const [contact, ...others] = contacts;
    const added = [{ ...anImported(supplier, contact), others }];
    await store.suppliers.add({ org, added, changed: [], audit: [anEvent()] });
    return { supplier, contacts };
  }

  const kept = async (id: string) => (await store.suppliers.get(org, id))?.contacts;

  describe("contacts of a supplier", () => {
    test("are added together and keep their order", async () => {
      const { supplier, contacts } = await add(3);
      expect(await kept(supplier.id)).toEqual(contacts);
    });

    test("are found with it by our id and ref, in their own organisation alone", async () => {
      const { supplier, contacts } = await add(2);
      const found = [{ supplier, contacts }];
      expect(await store.suppliers.match(org, { ...nobody, ids: [supplier.id] })).toEqual(found);
      expect(await store.suppliers.match(org, { ...nobody, refs: [supplier.ref] })).toEqual(found);
      const other = (await createOrganisation(store)).organisation.id;
      const asked = { ...nobody, ids: [supplier.id], refs: [supplier.ref] };
      expect(await store.suppliers.match(other, asked)).toEqual([]);
    });

    test("are changed by their id, and added after the others, each with its event", async () => {
      const { supplier, contacts } = await add(1);
      const [first] = contacts;
      if (!first) throw new Error("one was added");
      const changed = { ...first, email: "new@x.example", language: "ar" };
      const second = aContact({ org, supplier: supplier.id, email: "second@x.example" });
      const before = (await store.audit.trail(org, { most: 100 })).length;
      await store.suppliers.saveContact({ contact: changed, audit: anEvent() });
      const third = { ...second, id: anId("contact"), email: "third@x.example" };
      const added = [second, third].map((contact) => store.suppliers.saveContact({ contact, audit: anEvent() }));
      expect(await Promise.all(added)).toEqual([true, true]);
      // As they are, and once more with another id: nothing happens.
      for (const again of [changed, second, { ...third, id: anId("contact"), email: "Third@x.example" }]) {
        expect(await store.suppliers.saveContact({ contact: again, audit: anEvent() })).toBe(false);
      }
      const now = await kept(supplier.id);
      expect(now?.[0]).toEqual(changed);
      expect(now).toHaveLength(3);
      expect((await store.audit.trail(org, { most: 100 })).length).toBe(before + 3);
    });

    test("are not added to a supplier that is not there", async () => {
      const contact = aContact({ org, supplier: "nobody" });
      await expect(store.suppliers.saveContact({ contact, audit: anEvent() })).rejects.toBeInstanceOf(MissingError);
    });
  });
}
