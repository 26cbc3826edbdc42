import { beforeEach, describe, expect, test } from "vitest";
import { ConflictError, LockedError, MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aDeclaration, aHash, aMail, anAnswer, anEvent, aPerson, hoursLater, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { aRemoval, plainSummaries } from "#tests/support/removals";
import { aReturn } from "#tests/support/returns";
import { aScene } from "./scene";

/** Questions of what was signed that go back: listed, sent once, answered by an attestation of its own, accepted. */
export function returnsContract(open: () => Promise<Store>): void {
  describe("returned questions", () => {
    const scene = aScene(open);
    const audit = anEvent();
    let org: string;
    let attestation: string;

    beforeEach(async () => {
      org = scene.world.organisation.id;
      attestation = scene.world.recipient.attestation.id;
      await scene.save("G1", 0, "first");
      await scene.store.attestations.submit(scene.submission(1));
    });

    const put = (question: string, comment = "Why?", most = 9) => {
      const user = scene.world.admin.id;
      return scene.store.returns.put({ org, attestation, question, comment, user, at: now, most, audit });
    };
    const listed = async () =>
      (await scene.store.returns.questions(org, attestation)).map(({ question, comment }) => `${question} ${comment}`);
    const sending = (over: Partial<Parameters<typeof aReturn>[0]> = {}) =>
      aReturn({ org, recipient: scene.world.recipient, questions: [{ question: "G1", comment: "Why?" }], ...over });
    const sign = (correction: string) =>
      scene.store.attestations.submit({
        ...{ org, attestation: correction, revision: 0, declaration: aDeclaration({ hash: aHash() }), audit: [audit] },
        rating: aNewRating({ attestation: correction, supplier: scene.world.recipient.supplier.id }),
      });

    test("stand on a list, once each, with the newest comment, until they are taken off", async () => {
      expect(await put("G1")).toBe("put");
      expect(await put("G2")).toBe("put");
      expect(await put("G1", "When?")).toBe("put");
      expect(await put("G3", "Why?", 2)).toBe("full");
      expect((await listed()).sort()).toEqual(["G1 When?", "G2 Why?"]);
      expect((await scene.store.returns.questions(org, attestation))[0]?.name).toBe(scene.world.admin.name);
      expect(await scene.store.returns.takeOff({ org, attestation, question: "G1", audit })).toBe(true);
      expect(await scene.store.returns.takeOff({ org, attestation, question: "G1", audit })).toBe(false);
      expect(await listed()).toEqual(["G2 Why?"]);
    });

    test("are only of what is signed and not void", async () => {
      const { recipient, recipients, admin } = scene.world;
      const unsigned = recipients[1]?.attestation.id ?? "";
      const one = { org, question: "G1", comment: "Why?", user: admin.id, at: now, most: 9, audit };
      await expect(scene.store.returns.put({ ...one, attestation: unsigned })).rejects.toThrow(MissingError);
      await put("G1");
      const voided = { reason: "No authority", actor: aPerson, voidedAt: now };
      const { id: supplier } = recipient.supplier;
      await scene.store.attestations.void({ org, attestation, supplier, voided, summary: plainSummaries, audit });
      await expect(put("G2")).rejects.toThrow(MissingError);
      await expect(scene.store.returns.send(sending())).rejects.toThrow(MissingError);
    });

    test("are sent once, with what stays, and only as whoever sent them read them", async () => {
      const evidence = aDocument({ sha256: "d".repeat(64) });
      const { recipient } = scene.world;
      await put("G1", "When?");
      await expect(scene.store.returns.send(sending())).rejects.toThrow(ConflictError);
      await put("G1");
      await put("G2");
      await expect(scene.store.returns.send(sending())).rejects.toThrow(ConflictError);
      await scene.store.returns.takeOff({ org, attestation, question: "G2", audit });
      const carried = { from: "buyer" as const, signedAt: now.toISOString() };
      const change = sending({
        answers: [{ question: "H1", answer: anAnswer({ comment: "kept" }), carried }],
        stands: [{ finding: "c1", answers: aHash(), reason: "so", at: now }],
        evidence: new Map([[evidence.id, "copied"]]),
      });
      const mail = aMail({ org, invitation: change.invitation.id, kind: "asked-again", to: recipient.contact.email });
      expect(await scene.store.returns.send({ ...change, mail })).toBe("sent");
      expect(await scene.store.returns.send({ ...sending(), mail: aMail({ org }) })).toBe("there");
      expect(await put("G2")).toBe("sent");
      expect(await scene.store.returns.takeOff({ org, attestation, question: "G1", audit })).toBe(false);

      const file = await scene.store.attestations.get(org, change.correction.id);
      expect(file?.answers).toEqual({ H1: anAnswer({ comment: "kept" }) });
      expect(file?.returned).toMatchObject({ attestation, questions: ["G1"], showsName: false });
      expect(file?.campaign.dueAt).toEqual(change.returned.dueAt);
      expect(await scene.store.findings.stands(org, change.correction.id)).toHaveLength(1);
      expect((await scene.store.invitations.get(org, change.invitation.id))?.lastMail?.kind).toBe("asked-again");
      expect(await scene.store.returns.sent(org, attestation)).toMatchObject([
        { id: change.returned.id, reference: change.correction.reference, invitation: change.invitation.id },
      ]);
      // The campaign has no recipient more by it, and what was signed stays counted.
      const funnel = await scene.store.campaigns.funnel(org, scene.world.campaign.id, now);
      expect(funnel).toMatchObject({ invited: 2, submitted: 1 });
      const rows = await scene.store.campaigns.recipients(org, scene.world.campaign.id, {
        ...{ page: 1, pageSize: 9, now },
      });
      expect(rows.total).toBe(2);
      expect((await scene.file())?.returned).toBeUndefined();
    });

    test("bring the documents along, the first of each as the file of the others", async () => {
      const { recipients, supplier } = { ...scene.world, ...scene.world.recipient };
      const second = recipients[1];
      if (!second) throw new Error("two were asked");
      const own = { org, attestation: second.attestation.id, limits: roomyLimits, audit };
      const sha256 = "e".repeat(64);
      await scene.store.evidence.add({ ...own, evidence: aDocument({ id: "e1", question: "G1", sha256 }) });
      await scene.store.evidence.add({ ...own, evidence: aDocument({ id: "e2", question: "H1", sha256 }) });
      await scene.store.evidence.add({ ...own, evidence: aDocument({ id: "e3", question: "H1", sha256: aHash() }) });
      await scene.store.evidence.remove({ ...own, id: "e3", at: now, by: aPerson });
      await scene.store.attestations.submit({
        ...{ org, attestation: own.attestation, revision: 4, declaration: aDeclaration(), audit: [audit] },
        rating: aNewRating({ attestation: own.attestation, supplier: second.supplier.id }),
      });
      expect(supplier.id).not.toBe(second.supplier.id);
      const user = scene.world.admin.id;
      const one = { org, attestation: own.attestation, question: "G1", comment: "Why?", user };
      await scene.store.returns.put({ ...one, at: now, most: 9, audit });
      const ids = { e1: "c1", e2: "c2", e3: "c3" };
      const evidence = new Map(Object.entries(ids));
      const change = aReturn({ org, recipient: second, questions: [{ question: "G1", comment: "Why?" }], evidence });
      await scene.store.returns.send(change);
      const copied = await scene.store.evidence.list(org, change.correction.id);
      expect(copied).toMatchObject([
        { id: "c1", question: "G1", sha256 },
        { id: "c2", question: "H1", sha256, file: "c1" },
      ]);
      expect(copied[0]?.file).toBeUndefined();
    });

    test("are answered after the campaign was closed too, and are not once they are called back", async () => {
      await put("G1");
      const change = sending();
      await scene.store.returns.send(change);
      await scene.store.campaigns.close({ org, id: scene.world.campaign.id, closedAt: now, audit });
      const { id: correction } = change.correction;
      const answer = { org, attestation: correction, question: "G1", answer: anAnswer(), at: now, audit };
      expect(await scene.store.attestations.saveAnswer({ ...answer, basedOn: 0 })).toEqual({ revision: 1 });
      const back = { org, id: change.returned.id, at: hoursLater(1), audit };
      expect(await scene.store.returns.callBack(back)).toBe("called-back");
      expect(await scene.store.returns.callBack(back)).toBe("there");
      expect(await listed()).toEqual(["G1 Why?"]);
      expect(await scene.store.returns.takeOff({ org, attestation, question: "G1", audit })).toBe(true);
      await expect(scene.store.attestations.saveAnswer({ ...answer, basedOn: 1 })).rejects.toThrow(LockedError);
      await expect(sign(correction)).rejects.toThrow();
      const link = await scene.store.invitations.byToken(change.invitation.tokenHash);
      expect(link?.link).toBe("revoked");
    });

    test("are counted until each new answer is accepted or goes back once more", async () => {
      await put("G1");
      await put("G2");
      const questions = [
        { question: "G1", comment: "Why?" },
        { question: "G2", comment: "Why?" },
      ];
      const change = sending({ questions });
      await scene.store.returns.send(change);
      const campaign = scene.world.campaign.id;
      expect(await scene.store.returns.counts(org, campaign)).toEqual({ waiting: 1, answered: 0 });
      expect(await scene.store.returns.counts(org, "another")).toEqual({ waiting: 0, answered: 0 });
      const [waits] = await scene.store.returns.open(org, { state: "waiting", campaign, most: 9 });
      expect(waits).toMatchObject({ id: change.returned.id, supplier: { id: scene.world.recipient.supplier.id } });
      const accept = { org, attestation, user: scene.world.admin.id, at: now, audit };
      await expect(scene.store.returns.accept({ ...accept, question: "G1" })).rejects.toThrow(MissingError);

      await sign(change.correction.id);
      expect(await scene.store.returns.callBack({ org, id: change.returned.id, at: now, audit })).toBe("answered");
      expect(await scene.store.returns.counts(org)).toEqual({ waiting: 0, answered: 1 });
      expect(await scene.store.returns.accept({ ...accept, question: "G1" })).toBe(true);
      expect(await scene.store.returns.accept({ ...accept, question: "G1" })).toBe(false);
      expect(await scene.store.returns.open(org, { state: "answered", most: 9 })).toHaveLength(1);
      const again = { org, attestation: change.correction.id, question: "G2", comment: "Still?" };
      await scene.store.returns.put({ ...again, user: scene.world.admin.id, at: now, most: 9, audit });
      expect(await scene.store.returns.counts(org)).toEqual({ waiting: 0, answered: 0 });
    });

    test("go with what was signed, and whoever was asked to correct it is not asked any more", async () => {
      await put("G1");
      const change = sending();
      await scene.store.returns.send(change);
      await scene.store.retention.removeAttestation(aRemoval({ org, attestation }));
      expect(await listed()).toEqual([]);
      expect(await scene.store.returns.sent(org, attestation)).toEqual([]);
      const [removal] = await scene.store.retention.removals(org, [attestation]);
      expect(removal?.rows).toMatchObject({ returns: 1, returned_questions: 1 });
      const answer = { org, attestation: change.correction.id, question: "H1", answer: anAnswer(), at: now, audit };
      await expect(scene.store.attestations.saveAnswer({ ...answer, basedOn: 0 })).rejects.toThrow(LockedError);
      expect((await scene.store.invitations.byToken(change.invitation.tokenHash))?.link).toBe("revoked");
    });
  });
}
