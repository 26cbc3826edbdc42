import { beforeEach, describe, expect, test } from "vitest";
import { LockedError, MissingError } from "#db/errors";
import type { NewHelpMessage, Store } from "#db/store";
import { aColleague, aHelpMessage, aMail, anEvent, hoursLater, now } from "#tests/support/factories";
import { aRemoval } from "#tests/support/removals";
import { aScene } from "./scene";

/** What suppliers ask and buyers answer: kept, counted, open until it is answered, and removed with the rest. */
export function helpContract(open: () => Promise<Store>): void {
  describe("help messages", () => {
    const scene = aScene(open);
    const audit = anEvent();
    let org: string;
    let attestation: string;

    beforeEach(() => {
      org = scene.world.organisation.id;
      attestation = scene.world.recipient.attestation.id;
    });

    const ask = (over: Partial<NewHelpMessage> = {}, most = 9) =>
      scene.store.help.ask({ message: aHelpMessage({ org, attestation, ...over }), most, audit });
    const answer = (over: Partial<NewHelpMessage> = {}) => {
      const { id: user } = scene.world.admin;
      const message = aHelpMessage({ org, attestation, side: "buyer", user, text: "Yes.", at: hoursLater(1), ...over });
      return scene.store.help.answer({ message, most: 9, audit });
    };

    test("go with an erasure of the colleague or the contact who wrote them, and answers stay", async () => {
      const { recipient, admin } = scene.world;
      await scene.store.colleagues.ask({ colleague: aColleague({ org, attestation, id: "c" }), most: 9, audit });
      await ask({ text: "Mine" });
      await ask({ text: "Theirs", colleague: "c" });
      await answer({ text: "Ours" });
      const texts = async () => (await scene.store.help.messages(org, attestation)).map(({ text }) => text);
      const wrote = async (by: { contacts?: string[]; colleagues?: string[]; user?: string }, where = org) =>
        (await scene.store.persons.messages(where, { ...by, most: 9 })).map(({ text }) => text);
      const contacts = [recipient.contact.id];
      expect(await wrote({ contacts })).toEqual(["Mine"]);
      expect(await wrote({ colleagues: ["c"] })).toEqual(["Theirs"]);
      expect(await wrote({ user: admin.id })).toEqual(["Ours"]);
      expect(await wrote({})).toEqual([]);
      expect(await wrote({ contacts, colleagues: ["c"], user: admin.id }, "org-of-nobody")).toEqual([]);
      await scene.store.persons.eraseColleague({ org, id: "c", at: now, audit });
      expect(await texts()).toEqual(["Mine", "Erased", "Ours"]);
      await ask({ text: "Open", question: "E2" });
      expect(await scene.store.help.countOpen(org)).toBe(1);
      await scene.store.persons.eraseContact({ org, id: recipient.contact.id, key: "key", at: now, audit });
      expect(await texts()).toEqual(["Erased", "Erased", "Ours", "Erased"]);
      expect(await wrote({ contacts, colleagues: ["c"] })).toEqual([]);
      expect(await scene.store.help.countOpen(org)).toBe(0);
    });

    test("are open until somebody answers the question, and stand in order with their names", async () => {
      await scene.store.colleagues.ask({ colleague: aColleague({ org, attestation, id: "c" }), most: 9, audit });
      expect(await ask({ text: "Which sites?" })).toBe("kept");
      expect(await ask({ text: "And these?", colleague: "c" })).toBe("kept");
      expect(await ask({ question: "E2", text: "Else?" })).toBe("kept");
      const { supplier } = scene.world.recipient;
      const waiting = await scene.store.help.open(org, { most: 9 });
      expect(waiting.map(({ text, name }) => [text, name])).toEqual([
        ["Which sites?", undefined],
        ["And these?", "Zhang Wei"],
        ["Else?", undefined],
      ]);
      expect(waiting[0]).toMatchObject({
        supplier: { id: supplier.id, name: supplier.name },
        campaign: { id: scene.world.campaign.id },
        reference: scene.world.recipient.attestation.reference,
      });
      expect(await scene.store.help.countOpen(org)).toBe(2);
      expect(await answer()).toBe("kept");
      expect(await scene.store.help.countOpen(org, scene.world.campaign.id)).toBe(1);
      expect(await scene.store.help.countOpen(org, "campaign-of-nobody")).toBe(0);
      const all = await scene.store.help.messages(org, attestation, "E1");
      expect(all.map(({ side, text, name, answeredAt }) => [side, text, name, answeredAt])).toEqual([
        ["supplier", "Which sites?", undefined, hoursLater(1)],
        ["supplier", "And these?", "Zhang Wei", hoursLater(1)],
        ["buyer", "Yes.", scene.world.admin.name, undefined],
      ]);
      expect(await scene.store.help.messages(org, attestation)).toHaveLength(4);
      await ask({ text: "Once more?" });
      expect(await scene.store.help.countOpen(org)).toBe(2);
    });

    test("are kept once by one id, and no more than so many, also when they come at once", async () => {
      expect([await ask({ id: "one" }), await ask({ id: "one" })]).toEqual(["kept", "there"]);
      const outcomes = await Promise.all(["a", "b", "c", "d"].map((id) => ask({ id }, 3)));
      expect(outcomes.toSorted()).toEqual(["full", "full", "kept", "kept"]);
      expect(await scene.store.help.messages(org, attestation)).toHaveLength(3);
    });

    test("bring a mail that is not taken for the one about the invitation", async () => {
      const { id: invitation } = scene.world.recipient.invitation;
      const mail = aMail({ org, invitation, kind: "question", to: "owner@buyer.example" });
      await scene.store.help.ask({
        message: aHelpMessage({ org, attestation, id: "one" }),
        most: 9,
        mails: [mail],
        audit,
      });
      expect(await scene.store.mails.get(org, mail.id)).toMatchObject({ help: "one", state: "queued" });
      expect((await scene.store.invitations.get(org, invitation))?.lastMail?.id).not.toBe(mail.id);
    });

    test("are taken after the signature, and not from who was taken back or once nothing is answered", async () => {
      await scene.store.colleagues.ask({ colleague: aColleague({ org, attestation, id: "c" }), most: 9, audit });
      await scene.store.colleagues.withdraw({ org, attestation, id: "c", at: now, audit });
      await expect(ask({ colleague: "c" })).rejects.toEqual(new LockedError("taken-back"));
      await scene.store.attestations.submit(scene.submission(0));
      expect(await ask()).toBe("kept");
      const other = scene.world.recipients[1];
      await scene.store.campaigns.close({ org, id: scene.world.campaign.id, closedAt: now, audit });
      await expect(ask({ attestation: other?.attestation.id ?? "" })).rejects.toEqual(new LockedError("closed"));
    });

    test("are answered only where something was asked", async () => {
      await ask();
      await expect(answer({ question: "E9" })).rejects.toBeInstanceOf(MissingError);
      expect(await scene.store.help.messages(org, attestation)).toHaveLength(1);
    });

    test("are removed with the attestation, and nothing is asked about it any more", async () => {
      await ask();
      await answer();
      expect(await scene.store.retention.removeAttestation(aRemoval({ org, attestation }))).toBe("removed");
      expect(await scene.store.help.messages(org, attestation)).toEqual([]);
      const [removal] = await scene.store.retention.removals(org, [attestation]);
      expect(removal?.rows).toMatchObject({ help_messages: 2 });
      await expect(ask()).rejects.toEqual(new LockedError("removed"));
    });
  });
}
