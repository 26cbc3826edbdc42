import { beforeEach, describe, expect, test } from "vitest";
import { LockedError, MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { anAnswer, anEvent, anExpectation, anId, hoursLater, now } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { aHold, plainSummaries } from "#tests/support/removals";
import { launch } from "#tests/support/world";
import { aRetentionScene, by, due, later } from "./retention-scene";

/** How every store takes what was sent out of the record, whatever its database. */
export function removalContract(open: () => Promise<Store>): void {
  const { scene, ids, about, setTerms, place, lift, remove, fillIn, row, table, askAgain } = aRetentionScene(open);
  let org = "";
  let attestation = "";
  let supplier = "";
  beforeEach(() => {
    ({ org, attestation, supplier } = ids());
  });

  describe("a removal of what was sent", () => {
    beforeEach(() => fillIn({ isSigned: true }));

    test("takes everything that was answered, and leaves a shell, its event and the hash of the declaration", async () => {
      const { store } = scene;
      await store.audit.add(org, about({ action: "attestation.downloaded", details: {} }));
      const before = await scene.file();
      expect(before?.declaration?.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(await remove()).toBe("removed");
      const file = await scene.file();
      expect(file).toMatchObject({
        answers: {},
        drafts: {},
        evidence: {},
        attestation: { state: "removed", submittedAt: now },
      });
      expect(file?.declaration).toBeUndefined();
      expect(await store.attestations.history(org, attestation)).toEqual([]);
      expect(await store.evidence.list(org, attestation)).toEqual([]);
      expect(await store.ratings.history(org, supplier)).toEqual([]);
      const [removal, ...more] = await store.retention.removals(org, [attestation]);
      expect(more).toEqual([]);
      expect(removal).toMatchObject({
        ground: "request",
        at: later,
        actor: by,
        isOpen: false,
        declarationHash: before?.declaration?.hash,
        rows: { answers: 2, evidence: 1, declarations: 1, ratings: 1 },
      });
      expect(removal?.hash).toMatch(/^[0-9a-f]{64}$/);
      const left = await store.audit.trail(org, { subjects: [attestation], most: 100 });
      expect(left.map(({ action }) => action)).toEqual(["attestation.removed", "attestation.downloaded"]);
      expect(await store.upkeep.faults("whole")).toEqual([]);
    });

    test("is one however often it is asked for, also at once", async () => {
      const outcomes = await Promise.all([remove(), remove(), remove()]);
      expect(outcomes.sort()).toEqual(["missed", "missed", "removed"]);
      expect(await remove()).toBe("missed");
      expect(await scene.store.retention.removals(org, [attestation])).toHaveLength(1);
      expect((await scene.events()).filter(({ action }) => action === "attestation.removed")).toHaveLength(1);
    });

    test("is whole or not at all: what fails on the way leaves everything", async () => {
      const { store } = scene;
      const before = [
        await scene.file(),
        await scene.events(),
        await row(),
        await store.ratings.history(org, supplier),
      ];
      const impossible = { audit: () => anEvent(undefined, { at: new Date(Number.NaN) }) };
      await expect(remove(impossible)).rejects.toThrow();
      const broken = {
        ...plainSummaries,
        unrated: () => {
          throw new Error("no rules");
        },
      };
      await expect(remove({ summary: broken })).rejects.toThrow();
      expect([
        await scene.file(),
        await scene.events(),
        await row(),
        await store.ratings.history(org, supplier),
      ]).toEqual(before);
      expect(await store.retention.removals(org, [attestation])).toEqual([]);
    });

    test.each(["the supplier", "the organisation"])(
      "is refused while %s is held, by hand and by term",
      async (whose) => {
        const hold = aHold(whose === "the supplier" ? { supplier } : {});
        await setTerms({ submissions: 1 });
        await place(hold);
        const before = await scene.events();
        expect(await remove()).toBe("held");
        expect(await remove({ ground: "term", due: due("submissions", 1) })).toBe("held");
        expect(await scene.events()).toEqual(before);
        expect(await scene.store.retention.count(org, "submissions", later)).toBe(0);
        expect(await scene.store.retention.oldest(org, "submissions")).toBeUndefined();
        await lift(hold.id);
        expect(await scene.store.retention.count(org, "submissions", later)).toBe(1);
        expect(await remove({ ground: "term", due: due("submissions", 1) })).toBe("removed");
      },
    );

    test("and a hold that come at once leave one or the other, never half", async () => {
      const [outcome] = await Promise.all([remove(), place(aHold({ supplier }))]);
      const answers = (await scene.store.attestations.history(org, attestation)).length;
      expect([outcome, answers]).toEqual(outcome === "held" ? ["held", 2] : ["removed", 0]);
    });

    test("by a term that was changed meanwhile, or is not reached, does nothing", async () => {
      expect(await remove({ ground: "term", due: due("submissions", 12) })).toBe("missed");
      await setTerms({ submissions: 12 });
      expect(await remove({ ground: "term", due: due("submissions", 6) })).toBe("missed");
      const early = { kind: "submissions", months: 12, until: hoursLater(-1) } as const;
      expect(await remove({ ground: "term", due: early })).toBe("missed");
      expect(await remove({ ground: "term", due: due("unsent", 12) })).toBe("missed");
      expect(await remove({ ground: "term", due: due("submissions", 12) })).toBe("removed");
    });

    test("leaves nothing to be answered, rated or attached any more", async () => {
      await remove();
      await expect(scene.save("B1", 2)).rejects.toEqual(new LockedError("removed"));
      await expect(scene.store.attestations.submit(scene.submission(3))).rejects.toEqual(new LockedError("removed"));
      const rating = aNewRating({ attestation, supplier });
      await expect(scene.store.ratings.add({ ...rating, org, audit: anEvent() })).rejects.toBeInstanceOf(MissingError);
    });

    test("is still counted by its campaign, and expected anew in the table", async () => {
      const before = await row();
      expect(before).toMatchObject({ score: 30, band: "medium", attestation });
      await remove();
      const after = await row();
      expect(after?.score).toBeUndefined();
      expect(after).toMatchObject({ expected: anExpectation({ country: "VN" }).risk, held: false, disclosed: false });
      expect(after?.signedAt).toBeUndefined();
      const { all, byBand } = await table();
      expect([all, byBand]).toEqual([2, expect.objectContaining({ medium: 0, none: 2 })]);
      const funnel = await scene.store.campaigns.funnel(org, scene.world.campaign.id, now);
      expect(funnel).toMatchObject({ invited: 2, submitted: 1 });
      expect(await scene.store.campaigns.list(org)).toMatchObject([{ recipients: 2, submitted: 1 }]);
    });

    test("of one of several ratings shows the newest that is left, with nothing of the one that went", async () => {
      const { store } = scene;
      const ratedWith = (of: string, score: number) =>
        aNewRating({ attestation: of, supplier, rating: aRating({ score, scoreBand: "high", band: "high" }) });
      const second = await askAgain();
      await store.ratings.add({ ...ratedWith(second, 50), org, audit: anEvent() });
      expect(await row()).toMatchObject({ score: 50, change: 20, previousBand: "medium", attestation: second });
      await remove({ attestation: second });
      expect(await row()).toMatchObject({ score: 30, attestation });
      expect([(await row())?.change, (await row())?.previousBand]).toEqual([undefined, undefined]);
      const third = await askAgain();
      await store.ratings.add({ ...ratedWith(third, 60), org, audit: anEvent() });
      expect(await row()).toMatchObject({ score: 60, change: 30 });
      await remove();
      expect(await row()).toMatchObject({ score: 60, attestation: third });
      expect((await row())?.change).toBeUndefined();
    });
  });

  test("nothing of another organisation goes, however much is due", async () => {
    const { store } = scene;
    await fillIn({ isSigned: true });
    const theirs = await launch(store, { suppliers: 1 });
    const other = theirs.organisation.id;
    const change = { org: other, attestation: theirs.recipient.attestation.id };
    await store.attestations.saveAnswer({
      ...{ ...change, question: "B1", basedOn: 0, answer: anAnswer(), at: now, audit: anEvent() },
    });
    const everything = async () => [
      await store.attestations.get(other, change.attestation),
      await store.audit.trail(other, { most: 1_000 }),
      await store.mails.list(other, { page: 1, pageSize: 10 }),
    ];
    const before = await everything();
    await setTerms({ submissions: 1, unsent: 1, events: 1, mails: 1 });
    await expect(remove({ attestation: change.attestation })).rejects.toBeInstanceOf(MissingError);
    await remove();
    const events = { kind: "events", months: 1, until: later } as const;
    await store.retention.removeEvents({
      ...{ org, id: anId("removal"), due: events, most: 10_000, actor: by, at: later, audit: () => anEvent() },
    });
    expect(await everything()).toEqual(before);
  });
}
