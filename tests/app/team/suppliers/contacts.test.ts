import { beforeEach, describe, expect, test } from "vitest";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";
import { showContact } from "#app/services/team/suppliers/contacts/show-contact";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { codeOf } from "#tests/support/team";
import { aScene, as, type Scene } from "./scene";

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
});

const supplierOf = ({ recipient }: Scene) => recipient.supplier.id;

async function contactsOf(from: Scene) {
  const found = await from.ctx.store.suppliers.get(from.organisation.id, supplierOf(from));
  return (found?.contacts ?? []).map(({ name, email, language }) => ({ name, email, language }));
}

const eventsOf = (from: Scene) =>
  from.ctx.store.audit
    .trail(from.organisation.id, { most: 100 })
    .then((trail) => trail.filter(({ action }) => action === "supplier.changed").map(({ details }) => details));

const typed = { name: " Ha  Nguyen ", email: " ha@new.example ", language: "vi" };

describe("a contact of a supplier", () => {
  test("is changed in its name, address and language, with one event that says what", async () => {
    const asked = { supplier: supplierOf(scene), contact: scene.recipient.contact.id };
    expect(await showContact(as(scene, "buyer"), asked)).toMatchObject({ email: scene.recipient.contact.email });
    expect(await saveContact.submit(as(scene, "buyer"), { ...asked, ...typed, language: "ar" })).toEqual({
      done: undefined,
    });
    expect(await contactsOf(scene)).toEqual([{ name: "Ha Nguyen", email: "ha@new.example", language: "ar" }]);
    expect(await eventsOf(scene)).toEqual([{ fields: ["contact", "email", "language"] }]);
  });

  test("is the one that mails go to afterwards", async () => {
    const { store } = scene.ctx;
    await saveContact.submit(as(scene, "admin"), {
      supplier: supplierOf(scene),
      contact: scene.recipient.contact.id,
      ...typed,
    });
    const file = await store.attestations.get(scene.organisation.id, scene.recipient.attestation.id);
    expect(file?.contact.email).toBe("ha@new.example");
  });

  test("can be a second one; sent twice it is added once, and up to five have room", async () => {
    const asked = { supplier: supplierOf(scene), contact: "new" };
    const team = as(scene, "buyer");
    await saveContact.submit(team, { ...asked, ...typed });
    expect(await saveContact.submit(team, { ...asked, ...typed })).toEqual({ done: undefined });
    expect(await contactsOf(scene)).toHaveLength(2);
    expect(await eventsOf(scene)).toHaveLength(1);
    for (const at of [3, 4, 5]) await saveContact.submit(team, { ...asked, ...typed, email: `c${at}@new.example` });
    const sixth = await saveContact.submit(team, { ...asked, ...typed, email: "c6@new.example" });
    expect(sixth).toEqual({ faults: [{ field: "email", code: "contacts-full", params: { most: 5 } }] });
    expect((await showSupplier(team, { id: asked.supplier })).addContact).toBeUndefined();
  });

  test.each([
    ["not an address", { email: "nobody" }, "email", "not-an-email"],
    ["no address", { email: " " }, "email", "required"],
    ["two addresses", { email: "a@x.example, b@x.example" }, "email", "not-an-email"],
    ["a line too much", { email: "a@x.example\nBcc: b@x.example" }, "email", "not-an-email"],
    ["a name too long", { name: "x".repeat(201) }, "name", "too-long"],
    ["a language that is not offered", { language: "tlh" }, "language", "not-valid"],
  ])("is refused with words for %s, and nothing is written", async (_, wrong, field, code) => {
    const before = await contactsOf(scene);
    const asked = { supplier: supplierOf(scene), contact: scene.recipient.contact.id };
    expect(await saveContact.submit(as(scene, "buyer"), { ...asked, ...typed, ...wrong })).toEqual({
      faults: [{ field, code }],
    });
    expect(await contactsOf(scene)).toEqual(before);
  });

  test("has an address that no other contact of the supplier has", async () => {
    const team = as(scene, "buyer");
    await saveContact.submit(team, { supplier: supplierOf(scene), contact: "new", ...typed });
    const other = {
      supplier: supplierOf(scene),
      contact: scene.recipient.contact.id,
      ...typed,
      email: "HA@new.example",
    };
    expect(await saveContact.submit(team, other)).toMatchObject({ faults: [{ code: "contact-taken" }] });
  });

  test("is changed by those who may, in their own organisation", async () => {
    const asked = { supplier: supplierOf(scene), contact: scene.recipient.contact.id };
    for (const role of ["analyst", "viewer"] as const) {
      expect(await codeOf(saveContact.submit(as(scene, role), { ...asked, ...typed }))).toBe("not-allowed");
      const page = await showSupplier(as(scene, role), { id: asked.supplier });
      expect([page.addContact, ...page.contacts.map(({ href }) => href)]).toEqual([undefined, undefined]);
    }
    const other = await aScene();
    expect(await codeOf(saveContact.submit(as(other, "admin"), { ...asked, contact: "no-such", ...typed }))).toBe(
      "not-found",
    );
    expect(await codeOf(showContact(as(scene, "admin"), { ...asked, contact: "no-such" }))).toBe("not-found");
  });
});
