import { describe, expect, test } from "vitest";
import { ConflictError, LockedError, MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { aDraft, anAnswer, anEvent, now } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { aScene } from "./scene";

/** How every store keeps answers and what was signed, whatever its database. */
export function attestationsContract(open: () => Promise<Store>): void {
  const scene = aScene(open);

  describe("answers", () => {
    test("are kept by revision, and the file shows the newest of each", async () => {
      expect(await scene.save("B1", 0, "first")).toEqual({ revision: 1 });
      expect(await scene.save("B1", 1, "second")).toEqual({ revision: 2 });
      await scene.save("C1", 0, "other");
      const found = await scene.file();
      expect(found?.answers).toEqual({ B1: anAnswer({ comment: "second" }), C1: anAnswer({ comment: "other" }) });
      expect(found?.revisions).toEqual({ B1: 2, C1: 1 });
      expect(found?.attestation).toMatchObject({ revision: 3, savedAt: now, startedAt: now });
      const history = await scene.store.attestations.history(
        scene.world.organisation.id,
        scene.world.recipient.attestation.id,
      );
      expect(history.map(({ question, revision }) => `${question} ${revision}`)).toEqual(["B1 1", "B1 2", "C1 1"]);
    });

    test("based on an old revision are refused, and say what was found", async () => {
      await scene.save("B1", 0);
      await scene.save("B1", 1);
      await expect(scene.save("B1", 1)).rejects.toEqual(new ConflictError(1, 2));
      await expect(scene.save("B1", 7)).rejects.toBeInstanceOf(ConflictError);
    });

    test("of two people who change the same answer at once, one is kept and the other is told", async () => {
      const results = await Promise.allSettled([scene.save("B1", 0, "mine"), scene.save("B1", 0, "yours")]);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
      expect((await scene.file())?.answers.B1?.comment).toBe("mine");
    });

    test("take the place of the draft of their question only", async () => {
      const { organisation, recipient } = scene.world;
      for (const question of ["B1", "B2"]) {
        await scene.store.attestations.keepDraft({
          org: organisation.id,
          attestation: recipient.attestation.id,
          draft: aDraft({ question, fields: { answer: ["half"] } }),
          audit: anEvent({ action: "draft.kept", details: { question } }),
        });
      }
      await scene.save("B1", 0);
      expect((await scene.file())?.drafts).toEqual({ B2: aDraft({ question: "B2", fields: { answer: ["half"] } }) });
    });

    test("leave one event of the drafts of a question, a person and a span of time", async () => {
      const { organisation, recipient } = scene.world;
      const [org, attestation] = [organisation.id, recipient.attestation.id];
      const subject = { type: "attestation", id: attestation } as const;
      const keep = (question: string, minutes: number, name = "Rita Alves") => {
        const at = new Date(now.getTime() + minutes * 60_000);
        const actor = { kind: "person", id: name, name } as const;
        const audit = anEvent({ action: "draft.kept", details: { question } }, { subject, actor, at });
        const draft = aDraft({ question, fields: { answer: [`after ${minutes}`] }, keptAt: at });
        const sameSince = new Date(at.getTime() - 10 * 60_000);
        return scene.store.attestations.keepDraft({ org, attestation, draft, sameSince, audit });
      };
      const events = async () => {
        const found = await scene.store.audit.trail(org, { actions: ["draft.kept"], most: 100 });
        return found.map(({ at, details }) => `${JSON.stringify(details)} ${(at.getTime() - now.getTime()) / 60_000}`);
      };
      for (const minutes of [0, 1, 9, 10, 11, 15]) await keep("B1", minutes);
      expect(await events()).toEqual(['{"question":"B1"} 11', '{"question":"B1"} 0']);
      expect((await scene.file())?.drafts.B1?.fields).toEqual({ answer: ["after 15"] });
      await keep("B2", 15);
      await keep("B1", 15, "Bo");
      await keep("B1", 15, "Bo");
      expect((await events()).length).toBe(4);
    });

    test.each(["__proto__", "constructor", "'; DROP TABLE answers; --", "nul\u0000in it", "長".repeat(5_000)])(
      "may be to a question with the hostile name %.30j",
      async (question) => {
        await scene.save(question, 0);
        const found = await scene.file();
        expect(Object.keys(found?.answers ?? {})).toEqual([question]);
        expect(Object.getPrototypeOf(found?.answers)).toBe(Object.prototype);
        expect(found?.revisions[question]).toBe(1);
      },
    );

    test("are refused once the campaign is closed, the invitation withdrawn or declined", async () => {
      const { organisation, campaign, recipient, recipients } = scene.world;
      const org = organisation.id;
      await scene.store.invitations.decline({
        ...{ org, id: recipient.invitation.id, reason: "wrong-contact" },
        at: now,
        audit: anEvent(),
      });
      await expect(scene.save("B1", 0)).rejects.toEqual(new LockedError("declined"));
      await scene.store.invitations.withdraw({ org, id: recipient.invitation.id, at: now, audit: anEvent() });
      await expect(scene.save("B1", 0)).rejects.toEqual(new LockedError("withdrawn"));
      const late = scene.store.invitations.decline({
        ...{ org, id: recipient.invitation.id, reason: "wrong-contact" },
        at: now,
        audit: anEvent(),
      });
      await expect(late).rejects.toBeInstanceOf(MissingError);
      await scene.store.campaigns.close({ org, id: campaign.id, closedAt: now, audit: anEvent() });
      const other = recipients[1]?.attestation.id ?? "";
      const draft = { org, attestation: other, draft: aDraft(), audit: anEvent() };
      await expect(scene.store.attestations.keepDraft(draft)).rejects.toEqual(new LockedError("closed"));
    });
  });

  describe("a submission", () => {
    test("sent twenty times at once is made once, and everyone is handed the first declaration", async () => {
      await scene.save("B1", 0);
      const before = (await scene.events()).length;
      const results = await Promise.all(
        Array.from({ length: 20 }, () => scene.store.attestations.submit(scene.submission(1))),
      );
      expect(results.filter(({ first }) => first)).toHaveLength(1);
      expect(new Set(results.map(({ declaration }) => declaration.hash)).size).toBe(1);
      expect((await scene.events()).length).toBe(before + 1);
      expect(
        await scene.store.ratings.history(scene.world.organisation.id, scene.world.recipient.supplier.id),
      ).toHaveLength(1);
      const { organisation, recipient } = scene.world;
      const { latest, newest } = scene.store.ratings;
      const [one] = await newest(organisation.id, [recipient.supplier.id, "nobody"]);
      expect(one?.newest).toEqual(await latest(organisation.id, recipient.supplier.id));
      expect((await scene.file())?.attestation.state).toBe("submitted");
    });

    test("of answers that changed meanwhile is refused as a whole", async () => {
      await scene.save("B1", 0);
      await scene.save("B1", 1);
      await expect(scene.store.attestations.submit(scene.submission(1))).rejects.toEqual(new ConflictError(1, 2));
      expect((await scene.file())?.declaration).toBeUndefined();
      expect(
        await scene.store.ratings.latest(scene.world.organisation.id, scene.world.recipient.supplier.id),
      ).toBeUndefined();
    });

    test("ends the taking of answers", async () => {
      await scene.store.attestations.submit(scene.submission(0));
      await expect(scene.save("B1", 0)).rejects.toEqual(new LockedError("submitted"));
    });

    test("can not rate another supplier than its own", async () => {
      const other = scene.world.recipients[1]?.supplier.id ?? "";
      const change = scene.submission(0);
      const wrong = { ...change, rating: { ...change.rating, supplier: other } };
      await expect(scene.store.attestations.submit(wrong)).rejects.toBeInstanceOf(MissingError);
      expect((await scene.file())?.attestation.state).toBe("open");
    });

    test("shows in the suppliers table, and the next rating shows what changed", async () => {
      const { organisation, recipient } = scene.world;
      const org = organisation.id;
      const view = { sort: "rating", direction: "down", page: 1, pageSize: 10 } as const;
      await scene.store.attestations.submit(scene.submission(0));
      const [first] = (await scene.store.suppliers.table(org, view)).rows;
      expect(first).toMatchObject({ score: 30, band: "medium", signedAt: now, attestation: recipient.attestation.id });
      expect(first?.change).toBeUndefined();
      await scene.store.ratings.add({
        org,
        ...aNewRating({ attestation: recipient.attestation.id, supplier: recipient.supplier.id }),
        rating: aRating({ score: 42.1, band: "critical" }),
        audit: anEvent(),
      });
      const table = await scene.store.suppliers.table(org, view);
      expect(table.rows[0]).toMatchObject({ score: 42.1, band: "critical", previousBand: "medium", change: 12.1 });
      expect(table.byBand).toEqual({ low: 0, medium: 0, high: 0, critical: 1, none: 1 });
    });
  });
}
