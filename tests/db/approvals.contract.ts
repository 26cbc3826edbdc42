import { beforeEach, describe, expect, test } from "vitest";
import { ConflictError, LockedError, MissingError } from "#db/errors";
import type { NewApproval, Store } from "#db/store";
import { aColleague, aHash, aMail, anApproval, anEvent, hoursLater, now } from "#tests/support/factories";
import { aRemoval } from "#tests/support/removals";
import { aSigningCode, roomyCodes } from "#tests/support/signing-codes";
import { aScene } from "./scene";

/** Signatures that wait for a second person: one at a time, good for one revision, and sent by that approval alone. */
export function approvalsContract(open: () => Promise<Store>): void {
  describe("approvals", () => {
    const scene = aScene(open);
    const audit = anEvent();
    let org: string;
    let attestation: string;

    beforeEach(() => {
      org = scene.world.organisation.id;
      attestation = scene.world.recipient.attestation.id;
    });

    const ask = (over: Partial<NewApproval> = {}, more: { most?: number; code?: string; email?: string } = {}) => {
      const approval = anApproval({ org, attestation, revision: 0, ...over });
      const email = more.email ?? "mia@haoyuan.example";
      const asked = aColleague({ org, attestation, id: approval.colleague, sections: [], approves: true, email });
      const mail = aMail({ org, invitation: scene.world.recipient.invitation.id, kind: "approval", to: email });
      const code = more.code === undefined ? {} : { code: { mail: more.code, most: 5 } };
      return scene.store.approvals.ask({
        approval,
        colleague: asked,
        most: more.most ?? 9,
        mail,
        ...code,
        audit: [audit],
      });
    };
    const end = (colleague: string, outcome: "returned" | "withdrawn", reason?: string) =>
      scene.store.approvals.end({ org, attestation, colleague, outcome, reason, at: hoursLater(1), audit });
    const submit = (approval?: string) =>
      scene.store.attestations.submit({ ...scene.submission(0), ...(approval ? { approval } : {}) });

    test("wait one at a time, and are found as they were asked", async () => {
      expect(await ask({ colleague: "a" })).toBe("asked");
      expect(await ask({ colleague: "b" })).toBe("there");
      const asked = anApproval({ org, attestation, revision: 0, colleague: "a" });
      expect(await scene.store.approvals.newest(org, attestation)).toEqual(asked);
      expect(await scene.store.approvals.get(org, "a")).toEqual(asked);
      expect(await scene.store.approvals.get(org, "b")).toBeUndefined();
      expect(await scene.store.colleagues.get(org, "a")).toMatchObject({ approves: true, sections: [] });
      expect(await scene.store.colleagues.get(org, "b")).toBeUndefined();
    });

    test("are sent by whom they wait for, and by nobody else", async () => {
      await ask({ colleague: "a" });
      await expect(submit()).rejects.toBeInstanceOf(ConflictError);
      await expect(submit("b")).rejects.toBeInstanceOf(ConflictError);
      expect(await submit("a")).toMatchObject({ first: true });
      expect(await scene.store.approvals.newest(org, attestation)).toMatchObject({ outcome: "approved", endedAt: now });
      expect(await submit("a")).toMatchObject({ first: false });
    });

    test("are over once an answer changes: nobody can send them, and another can be asked for", async () => {
      await ask({ colleague: "a" });
      await scene.save("E1", 0);
      const changed = { ...scene.submission(1), approval: "a" };
      await expect(scene.store.attestations.submit(changed)).rejects.toBeInstanceOf(ConflictError);
      await expect(ask({ colleague: "b" })).rejects.toBeInstanceOf(ConflictError);
      expect(await ask({ colleague: "b", revision: 1 })).toBe("asked");
      expect(await scene.store.approvals.newest(org, attestation)).toMatchObject({ colleague: "b" });
    });

    test("that are returned say why, keep their link, and let another be asked for", async () => {
      await ask({ colleague: "a" });
      expect(await end("a", "returned", "E1 is wrong")).toBe(true);
      expect(await end("a", "withdrawn")).toBe(false);
      const ended = { outcome: "returned", reason: "E1 is wrong", endedAt: hoursLater(1) };
      expect(await scene.store.approvals.newest(org, attestation)).toMatchObject(ended);
      expect((await scene.store.colleagues.get(org, "a"))?.withdrawnAt).toBeUndefined();
      await expect(submit("a")).rejects.toBeInstanceOf(ConflictError);
      expect(await ask({ colleague: "b" })).toBe("asked");
    });

    test("that are taken back end link, session and mail, and the signature can be sent without", async () => {
      await ask({ colleague: "a" });
      const sessionHash = aHash();
      await scene.store.attestations.start({ org, attestation, sessionHash, at: now, colleague: "a", audit });
      expect(await end("a", "withdrawn")).toBe(true);
      expect(await scene.store.attestations.bySession(sessionHash, attestation)).toBeUndefined();
      const [mail] = await scene.store.persons.mailsTo(org, { email: "mia@haoyuan.example", most: 9 });
      expect(mail).toMatchObject({ state: "failed", lastError: "taken-back" });
      expect(await submit()).toMatchObject({ first: true });
      await expect(end("nobody", "withdrawn")).rejects.toBeInstanceOf(MissingError);
    });

    test("spend the code that confirmed them, once, and are no more than so many", async () => {
      const mail = aMail({ org, invitation: scene.world.recipient.invitation.id, kind: "code" });
      const code = aSigningCode({ org, attestation, mail: mail.id, revision: 0 });
      await scene.store.signingCodes.ask({ code, mail, limits: roomyCodes, audit });
      expect(await ask({ colleague: "a" }, { code: mail.id })).toBe("asked");
      await end("a", "withdrawn");
      await expect(ask({ colleague: "b" }, { code: mail.id })).rejects.toBeInstanceOf(MissingError);
      expect(await ask({ colleague: "b" }, { most: 1 })).toBe("full");
      await submit();
      await expect(ask({ colleague: "c" })).rejects.toEqual(new LockedError("submitted"));
    });

    test("keep nobody's name who was erased, and end where they wait for them", async () => {
      await ask({ colleague: "a" });
      await scene.store.persons.eraseColleague({ org, id: "a", at: now, audit });
      const erased = { outcome: "withdrawn", signer: { name: "Erased person", job: "", sharing: "" } };
      expect(await scene.store.approvals.get(org, "a")).toMatchObject(erased);
      await ask({ colleague: "b" }, { email: "bo@haoyuan.example" });
      const { id } = scene.world.recipient.contact;
      await scene.store.persons.eraseContact({ org, id, key: "key", at: now, audit });
      expect(await scene.store.approvals.get(org, "b")).toMatchObject(erased);
    });

    test("are removed with the attestation", async () => {
      await ask({ colleague: "a" });
      expect(await scene.store.retention.removeAttestation(aRemoval({ org, attestation }))).toBe("removed");
      expect(await scene.store.approvals.newest(org, attestation)).toBeUndefined();
      const [removal] = await scene.store.retention.removals(org, [attestation]);
      expect(removal?.rows).toMatchObject({ approvals: 1, colleagues: 1 });
    });
  });
}
