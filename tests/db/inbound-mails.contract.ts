import { beforeEach, describe, expect, test } from "vitest";
import type { InboundMail } from "#db/records";
import type { Store } from "#db/store";
import { anEvent, hoursLater, now } from "#tests/support/factories";
import { anInboundMail } from "#tests/support/inbound-mails";
import { aScene } from "./scene";

/** Messages that came in: each kept once, with what it says of a mail and of an address. */
export function inboundMailsContract(open: () => Promise<Store>): void {
  describe("inbound mails", () => {
    const scene = aScene(open);
    const audit = anEvent({ action: "mail.came-in", details: { what: "hard" } });
    let org: string;
    let contact: string;
    let address: string;
    const store = () => scene.store.inboundMails;

    beforeEach(() => {
      const { recipient } = scene.world;
      org = recipient.supplier.org;
      contact = recipient.contact.id;
      address = recipient.contact.email.toLowerCase();
    });

    const message = (over: Partial<InboundMail> = {}) => {
      const { invitation, mail } = scene.world.recipient;
      return anInboundMail({ org, invitation: invitation.id, mail: mail.id, ...over });
    };
    const fails = (over: Partial<InboundMail> = {}) =>
      store().take({ message: message(over), failed: "550 no", state: { contact, address, state: "fails" }, audit });
    const came = async () => (await scene.events()).filter(({ action }) => action === "mail.came-in").length;

    test("are kept once, with one event, and listed with the supplier, the newest first", async () => {
      const one = message();
      expect(await store().take({ message: one, audit })).toBe(true);
      expect(await store().take({ message: { ...one, id: "other" }, audit })).toBe(false);
      expect(await came()).toBe(1);
      const unmatched = anInboundMail({ org, receivedAt: hoursLater(1) });
      await store().take({ message: unmatched, audit });
      const { id, name } = scene.world.recipient.supplier;
      const about = { kind: "invitation", campaign: scene.world.campaign.id, supplier: { id, name } };
      expect(await store().list(org, { page: 1, pageSize: 9 })).toEqual({
        rows: [unmatched, { ...one, about }],
        total: 2,
      });
      expect(await store().list(org, { page: 2, pageSize: 1 })).toEqual({ rows: [{ ...one, about }], total: 2 });
    });

    test("find the mail that they name first", async () => {
      const [one, other] = scene.world.recipients.map(({ mail }) => mail);
      const ids = ["<made-up@avow.example>", other?.messageId ?? "", one?.messageId ?? ""];
      expect((await store().mailOf(org, ids))?.id).toBe(other?.id);
      expect(await store().mailOf(org, [])).toBeUndefined();
      expect(await store().mailOf("org-of-nobody", ids)).toBeUndefined();
    });

    test("say that a mail came back, unless it still waits to be sent", async () => {
      const { mail } = scene.world.recipient;
      await fails();
      expect(await scene.store.mails.get(org, mail.id)).toMatchObject({ state: "queued" });
      const job = { kinds: [{ kind: "mail.send", most: 9 }], now, leaseUntil: hoursLater(1) } as const;
      const [claimed] = await scene.store.jobs.claim(job);
      if (claimed === undefined) throw new Error("one waits");
      const tried = { org, id: mail.id, attempts: 0, at: now, job: { lease: claimed.lease, isOver: false } };
      await scene.store.mails.sent({ ...tried, audit: anEvent() });
      await fails({ key: "another" });
      expect(await scene.store.mails.get(org, mail.id)).toMatchObject({
        state: "failed",
        lastError: "550 no",
        sentAt: now,
      });
    });

    test("tell of an address while the contact has it and nobody says that it works", async () => {
      await store().take({ message: message(), state: { contact, address, state: "full" }, audit });
      const stopped = async (of = org) => [...(await store().stopped(of, [contact, "contact-of-nobody"]))];
      expect(await store().stateOf(org, contact)).toMatchObject({ state: "full", address });
      expect(await stopped()).toEqual([]);
      await fails({ receivedAt: hoursLater(1) });
      await store().take({
        message: message({ receivedAt: hoursLater(2) }),
        state: { contact, address, state: "soft" },
        audit,
      });
      const known = await store().stateOf(org, contact);
      expect(known).toMatchObject({ state: "fails", since: hoursLater(1), said: "no such user" });
      // Said again, it is known since it was said first.
      await fails({ receivedAt: hoursLater(3) });
      expect(await store().stateOf(org, contact)).toEqual(known);
      expect(await store().stateOf("org-of-nobody", contact)).toBeUndefined();
      expect(await stopped()).toEqual([contact]);
      expect(await stopped("org-of-nobody")).toEqual([]);
      expect(await store().confirm({ org, contact, at: hoursLater(4), audit })).toBe(true);
      expect(await store().confirm({ org, contact, at: hoursLater(4), audit })).toBe(false);
      expect(await store().stateOf(org, contact)).toBeUndefined();
      await fails({ receivedAt: hoursLater(5) });
      expect(await store().stateOf(org, contact)).toMatchObject({ since: hoursLater(5) });
      const changed = { ...scene.world.recipient.contact, email: "new@mill.example" };
      expect(await stopped()).toEqual([contact]);
      await scene.store.suppliers.saveContact({ contact: changed, audit: anEvent() });
      expect(await store().stateOf(org, contact)).toBeUndefined();
      expect(await stopped()).toEqual([]);
    });

    test("keep nobody's address and words after an erasure of who wrote them or whom they were about", async () => {
      await fails();
      await store().take({ message: anInboundMail({ org, from: address }), audit });
      await store().take({ message: anInboundMail({ org, from: "other@mill.example" }), audit });
      await scene.store.persons.eraseContact({ org, id: contact, key: "key", at: now, audit: anEvent() });
      const { rows } = await store().list(org, { page: 1, pageSize: 9 });
      expect(rows.map(({ from, subject, said }) => from + subject + said).sort()).toEqual([
        "",
        "",
        expect.stringContaining("other@mill.example"),
      ]);
      expect(await store().stateOf(org, contact)).toBeUndefined();
    });
  });
}
