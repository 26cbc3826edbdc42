import { describe, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { aContact, anEvent, aUser, hoursLater, now } from "#tests/support/factories";
import { aScene } from "./scene";

/** That one person's data can be found, and taken out of the record, and that nothing else changes by it. */
export function personsContract(open: () => Promise<Store>): void {
  describe("one person's data", () => {
    const scene = aScene(open);
    const erased = anEvent({ action: "person.erased", details: {} });
    const timesErased = async () => (await scene.events()).filter(({ action }) => action === "person.erased").length;

    test("are found by a whole address and by a part of a name, and by nothing less", async () => {
      const { store, world } = scene;
      const org = world.organisation.id;
      const supplier = world.recipient.supplier.id;
      const contact = aContact({ org, supplier, name: "Maria Lopez", email: "Maria@Example.com" });
      await store.suppliers.saveContact({ contact, audit: anEvent() });
      const found = async (text: string) =>
        (await store.persons.find(org, { text, most: 5 })).contacts.map((one) => one.contact.id);
      for (const text of ["maria@example.com", "MARIA@EXAMPLE.COM", "lopez", "Ria L"]) {
        expect([text, await found(text)]).toEqual([text, [contact.id]]);
      }
      for (const text of ["example.com", "maria@", "%", "_", "Lopes"])
        expect([text, await found(text)]).toEqual([text, []]);
      expect((await store.persons.find(org, { text: world.admin.email.toUpperCase(), most: 5 })).users).toHaveLength(1);
      expect((await store.persons.find(org, { text: "e", most: 1 })).contacts.length).toBeLessThanOrEqual(1);
      await store.attestations.submit(scene.submission(0));
      const { signers } = await store.persons.find(org, { text: scene.submission(0).declaration.name, most: 5 });
      expect(signers).toMatchObject([{ attestation: world.recipient.attestation.id, supplier: { id: supplier } }]);
    });

    test("of a contact go from all suppliers and mails, once, and the next contact is written to", async () => {
      const { store, world } = scene;
      const org = world.organisation.id;
      const [one, other] = world.recipients;
      if (!one || !other) throw new Error("two were asked");
      const next = aContact({ org, supplier: one.supplier.id, email: "next@example.com" });
      await store.suppliers.saveContact({ contact: next, audit: anEvent() });
      const twin = { ...other.contact, email: one.contact.email.toUpperCase(), name: "Twin" };
      await store.suppliers.saveContact({ contact: twin, audit: anEvent() });
      await store.invitations.decline({
        ...{ org, id: one.invitation.id, reason: "wrong-contact", hint: "Ask Twin" },
        at: now,
        audit: anEvent(),
      });
      const erase = () => store.persons.eraseContact({ org, id: one.contact.id, key: "key", at: now, audit: erased });
      expect([await erase(), await erase()]).toEqual([true, false]);
      expect(await timesErased()).toBe(1);
      expect((await store.suppliers.get(org, one.supplier.id))?.contacts.map(({ id }) => id)).toEqual([next.id]);
      expect((await store.suppliers.get(org, other.supplier.id))?.contacts).toEqual([]);
      const row = await store.invitations.get(org, one.invitation.id);
      expect(row?.contact).toMatchObject({ email: "erased", erasedAt: now });
      expect(row?.contact.name).toBeUndefined();
      expect(row?.invitation).toMatchObject({ state: "declined", declinedReason: "wrong-contact" });
      expect(row?.invitation.declinedHint).toBeUndefined();
      expect(await store.mails.get(org, one.mail.id)).toMatchObject({
        to: "erased",
        state: "failed",
        lastError: "erased",
      });
      expect(await store.persons.erased(org, ["key", "another"])).toEqual(new Set(["key"]));
      expect(await store.persons.mailsTo(org, { email: one.contact.email, most: 9 })).toEqual([]);
      expect((await store.persons.contact(org, one.contact.id)).map(({ contact }) => contact.id)).toEqual([
        one.contact.id,
      ]);
      // Whoever had read the contact before does not bring it back.
      await store.suppliers.saveContact({ contact: one.contact, audit: anEvent() });
      expect((await store.invitations.get(org, one.invitation.id))?.contact.email).toBe("erased");
      const missing = { org, id: "nobody", key: "k", at: now, audit: erased };
      await expect(store.persons.eraseContact(missing)).rejects.toBeInstanceOf(MissingError);
    });

    test("of contacts of one supplier go one after the other", async () => {
      const { store, world } = scene;
      const org = world.organisation.id;
      const supplier = world.recipient.supplier.id;
      const more = ["b", "c"].map((name) => aContact({ org, supplier, email: `${name}@example.com` }));
      for (const contact of more) await store.suppliers.saveContact({ contact, audit: anEvent() });
      for (const { id } of [world.recipient.contact, ...more]) {
        expect(await store.persons.eraseContact({ org, id, key: `key of ${id}`, at: now, audit: erased })).toBe(true);
      }
      expect((await store.suppliers.get(org, supplier))?.contacts).toEqual([]);
      const late = aContact({ org, supplier, email: "late@example.com" });
      await store.suppliers.saveContact({ contact: late, audit: anEvent() });
      expect((await store.suppliers.get(org, supplier))?.contacts.map(({ id }) => id)).toEqual([late.id]);
    });

    test("of a person of the team go once their access has ended, and never come back", async () => {
      const { store, world } = scene;
      const org = world.organisation.id;
      const user = aUser({ org, name: "Lee", email: "lee@example.com", role: "buyer" });
      await store.users.add({ user, passwordHash: "hash", audit: anEvent() });
      const session = { org, user: user.id, sessionHash: "session-of-lee", createdAt: now, expiresAt: hoursLater(8) };
      await store.users.signIn({ ...session, audit: anEvent() });
      const factor = { org, user: user.id, generation: 1, step: 1, at: now, codeHashes: ["code-of-lee"] };
      await store.secondFactors.set({ ...factor, audit: anEvent() });
      const erase = () => store.persons.eraseUser({ org, id: user.id, at: now, audit: erased });
      await expect(erase()).rejects.toBeInstanceOf(MissingError);
      await store.users.endAccess({ org, id: user.id, at: now, audit: anEvent() });
      expect([await erase(), await erase()]).toEqual([true, false]);
      expect(await timesErased()).toBe(1);
      const kept = await store.users.get(org, user.id);
      expect(kept?.user).toMatchObject({ name: "Erased person", erasedAt: now });
      expect(JSON.stringify(kept)).not.toMatch(/lee@|"Lee"|"hash"/);
      expect(await store.users.byEmail("lee@example.com")).toBeUndefined();
      expect(await store.secondFactors.get(org, user.id)).toBeUndefined();
      await expect(store.users.restoreAccess({ org, id: user.id, audit: anEvent() })).rejects.toBeInstanceOf(
        MissingError,
      );
      const again = aUser({ org, email: "lee@example.com" });
      await store.users.add({ user: again, passwordHash: "hash", audit: anEvent() });
    });

    test("of the last administrator stay, because their access cannot end", async () => {
      const { store, world } = scene;
      const { org, id } = world.admin;
      await expect(store.persons.eraseUser({ org, id, at: now, audit: erased })).rejects.toBeInstanceOf(MissingError);
      expect((await store.users.get(org, id))?.user.email).toBe(world.admin.email);
    });
  });
}
