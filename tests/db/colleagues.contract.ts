import { beforeEach, describe, expect, test } from "vitest";
import { LockedError, MissingError } from "#db/errors";
import type { NewColleague, Store } from "#db/store";
import { aColleague, aHash, aMail, anAnswer, anEvent, hoursLater, now } from "#tests/support/factories";
import { aRemoval } from "#tests/support/removals";
import { aScene } from "./scene";

/** Whom suppliers asked: kept, counted, taken back and erased, with all that hangs on it. */
export function colleaguesContract(open: () => Promise<Store>): void {
  describe("colleagues", () => {
    const scene = aScene(open);
    const audit = anEvent();
    let org: string;
    let attestation: string;
    let asked: NewColleague;

    beforeEach(() => {
      org = scene.world.organisation.id;
      attestation = scene.world.recipient.attestation.id;
      asked = aColleague({ org, attestation });
    });

    const ask = (over: Partial<NewColleague> = {}, most = 3) => {
      const colleague = { ...asked, ...over };
      const mail = aMail({
        org,
        invitation: scene.world.recipient.invitation.id,
        kind: "colleague",
        to: colleague.email,
      });
      return scene.store.colleagues.ask({ colleague, most, mail, audit });
    };
    const start = async (colleague = asked.id) => {
      const sessionHash = aHash();
      await scene.store.attestations.start({ org, attestation, sessionHash, at: hoursLater(1), colleague, audit });
      return sessionHash;
    };
    const answer = (question: string, basedOn: number, colleague?: string) =>
      scene.store.attestations.saveAnswer({
        ...{ org, attestation, question, basedOn, answer: anAnswer(), at: now, audit },
        ...(colleague === undefined ? {} : { colleague }),
      });
    const mailsTo = async (email: string) => scene.store.persons.mailsTo(org, { email, most: 9 });

    test("are found by attestation, token and session, and asked once by one id", async () => {
      expect(await ask()).toBe("asked");
      expect(await ask({ tokenHash: aHash() })).toBe("there");
      const { tokenHash, ...known } = asked;
      expect(await scene.store.colleagues.list(org, attestation)).toEqual([known]);
      expect(await scene.store.colleagues.byToken(tokenHash)).toEqual(known);
      expect(await scene.store.colleagues.byToken(aHash())).toBeUndefined();
      const session = await start();
      const opened = { ...known, openedAt: hoursLater(1) };
      expect(await scene.store.colleagues.bySession(org, session)).toEqual(opened);
      expect(await scene.store.colleagues.bySession(org, scene.world.recipient.sessionHash)).toBeUndefined();
    });

    test("are no more than so many, also when they are asked at once", async () => {
      const outcomes = await Promise.all(["a", "b", "c", "d", "e"].map((id) => ask({ id, tokenHash: aHash() })));
      expect(outcomes.toSorted()).toEqual(["asked", "asked", "asked", "full", "full"]);
    });

    test("have their name at what they answered last, until somebody else answers it", async () => {
      await ask();
      await answer("E1", 0, asked.id);
      await answer("E2", 0, asked.id);
      await answer("E2", 1);
      const given = { question: "E1", id: asked.id, name: asked.name };
      expect(await scene.store.colleagues.answers(org, attestation)).toEqual([given]);
    });

    test("who are taken back open, answer and are sent nothing more", async () => {
      await ask();
      const session = await start();
      const withdraw = () => scene.store.colleagues.withdraw({ org, attestation, id: asked.id, at: now, audit });
      expect([await withdraw(), await withdraw()]).toEqual([true, false]);
      expect(await scene.store.colleagues.bySession(org, session)).toBeUndefined();
      expect(await scene.store.attestations.bySession(session, attestation)).toBeUndefined();
      await expect(start()).rejects.toEqual(new LockedError("taken-back"));
      await expect(answer("E1", 0, asked.id)).rejects.toEqual(new LockedError("taken-back"));
      expect(await mailsTo(asked.email)).toMatchObject([{ state: "failed", lastError: "taken-back" }]);
      const again = { org, attestation, id: asked.id, email: "new@b.example", linkGeneration: 1, audit };
      await expect(
        scene.store.colleagues.renew({ ...again, generation: 2, tokenHash: aHash() }),
      ).rejects.toBeInstanceOf(MissingError);
    });

    test("may give it back themselves, with what they wrote and a mail that says so", async () => {
      await ask();
      const { contact, invitation } = scene.world.recipient;
      const mail = aMail({ org, invitation: invitation.id, kind: "given-back", to: contact.email });
      const returned = { note: "Ask Bo", mail };
      const give = () => scene.store.colleagues.withdraw({ org, attestation, id: asked.id, at: now, returned, audit });
      expect([await give(), await give()]).toEqual([true, false]);
      expect(await scene.store.colleagues.get(org, asked.id)).toMatchObject({ withdrawnAt: now, returnNote: "Ask Bo" });
      const told = (await mailsTo(contact.email)).filter(({ kind }) => kind === "given-back");
      expect(told).toMatchObject([{ state: "queued", colleague: asked.id }]);
      expect((await scene.store.invitations.get(org, invitation.id))?.lastMail?.kind).not.toBe("given-back");
      await scene.store.persons.eraseColleague({ org, id: asked.id, at: now, audit });
      expect(JSON.stringify(await scene.store.colleagues.list(org, attestation))).not.toContain("Ask Bo");
    });

    test("get a new link in place of the one before, once", async () => {
      await ask();
      const session = await start();
      const tokenHash = aHash();
      const change = { org, attestation, id: asked.id, email: "new@b.example", linkGeneration: 1, tokenHash, audit };
      await scene.store.colleagues.renew({ ...change, generation: 2 });
      expect(await scene.store.colleagues.byToken(asked.tokenHash)).toBeUndefined();
      expect(await scene.store.colleagues.byToken(tokenHash)).toMatchObject({ email: "new@b.example", generation: 2 });
      expect(await scene.store.colleagues.bySession(org, session)).toBeUndefined();
      await expect(scene.store.colleagues.renew({ ...change, generation: 2 })).rejects.toBeInstanceOf(MissingError);
    });

    test("are found by name and address, and erased with their mails, sessions and whoever has the address", async () => {
      await ask();
      await ask({ id: "other", tokenHash: aHash(), email: asked.email.toUpperCase() });
      await ask({ id: "stays", tokenHash: aHash(), email: "else@b.example", name: "Bo", note: "" });
      const session = await start();
      await answer("E1", 0, asked.id);
      const found = async (text: string) =>
        (await scene.store.persons.find(org, { text, most: 9 })).colleagues.map(({ colleague }) => colleague.id);
      expect((await found("zhang")).toSorted()).toEqual([asked.id, "other"].toSorted());
      expect((await found(asked.email)).toSorted()).toEqual([asked.id, "other"].toSorted());
      const erase = () => scene.store.persons.eraseColleague({ org, id: asked.id, at: now, audit });
      expect([await erase(), await erase()]).toEqual([true, false]);
      expect(await found("zhang")).toEqual([]);
      const list = await scene.store.colleagues.list(org, attestation);
      expect(JSON.stringify(list)).not.toMatch(/zhang|friday/i);
      expect(list.find(({ id }) => id === "stays")).toMatchObject({ name: "Bo", email: "else@b.example" });
      expect(await mailsTo(asked.email)).toEqual([]);
      expect(await scene.store.attestations.bySession(session, attestation)).toBeUndefined();
      expect(await scene.store.colleagues.answers(org, attestation)).toMatchObject([{ name: "Erased person" }]);
    });

    test("go with the erasure of the contact who has their address, and so does the name of whoever asked", async () => {
      const { contact } = scene.world.recipient;
      await ask({ email: contact.email });
      await ask({ id: "other", tokenHash: aHash() });
      await scene.store.persons.eraseContact({ org, id: contact.id, key: "key", at: now, audit });
      const list = await scene.store.colleagues.list(org, attestation);
      expect(list.map(({ name, askedBy, note }) => [name, askedBy, note]).toSorted()).toEqual([
        ["Erased person", "Erased person", ""],
        ["Zhang Wei", "Erased person", ""],
      ]);
    });

    test("are removed with the attestation", async () => {
      await ask();
      await start();
      await answer("E1", 0, asked.id);
      expect(await scene.store.retention.removeAttestation(aRemoval({ org, attestation }))).toBe("removed");
      expect(await scene.store.colleagues.list(org, attestation)).toEqual([]);
      const [removal] = await scene.store.retention.removals(org, [attestation]);
      expect(removal?.rows).toMatchObject({ colleagues: 1, answers: 1 });
      expect(await scene.store.colleagues.byToken(asked.tokenHash)).toBeUndefined();
    });

    test("are not asked any more once nothing is answered", async () => {
      await scene.store.attestations.submit(scene.submission(0));
      await expect(ask()).rejects.toEqual(new LockedError("submitted"));
    });
  });
}
