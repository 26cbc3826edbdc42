import { beforeEach, describe, expect, test } from "vitest";
import { ConflictError, MissingError } from "#db/errors";
import type { NewDecision, Store } from "#db/store";
import { aScene } from "#tests/db/scene";
import { aDeclaration, anEvent, anExpectation, anId, hoursLater, now } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { aRemoval } from "#tests/support/removals";
import { aDecisionOf } from "#tests/support/reviews";
import type { Recipient } from "#tests/support/world";

const dayMs = 86_400_000;
const audit = anEvent();
const none = { floors: 0, findings: 0, files: 0, waiting: 0 };
const all = { state: "open", sort: "due" } as const;

/** Reviews: opened by the signature, in order, decided row by row and never changed. */
export function reviewsContract(open: () => Promise<Store>): void {
  describe("reviews", () => {
    const scene = aScene(open);
    let org: string;
    let user: string;

    beforeEach(() => {
      org = scene.world.organisation.id;
      user = scene.world.admin.id;
    });

    const floor = { band: "critical", reasons: [{ question: "E1", rule: "sends", disclosed: false }] } as const;
    const critical = aRating({ band: "critical", floor: { ...floor, reasons: [...floor.reasons] } });

    function sign(recipient: Recipient, rating = aRating(), signedAt = now) {
      const { attestation, supplier } = recipient;
      return scene.store.attestations.submit({
        ...{ org, attestation: attestation.id, revision: 0 },
        declaration: aDeclaration({ signedAt }),
        rating: aNewRating({ id: anId("rating"), attestation: attestation.id, supplier: supplier.id, rating }),
        audit: [audit],
      });
    }

    const aDecision = (over: Partial<NewDecision> = {}) =>
      aDecisionOf({ attestation: scene.world.recipient.attestation.id, user, ...over });
    const decide = (decision: NewDecision, basedOn: number, more: object = {}) =>
      scene.store.reviews.decide({ org, decision, basedOn, left: none, audit: [audit], ...more });

    test("take over what was decided about what they correct, all of it or nothing", async () => {
      const [first, second] = scene.world.recipients;
      if (!first || !second) throw new Error("two were asked");
      await sign(first, critical);
      const row = aDecision({ attestation: first.attestation.id });
      await decide(row, 0);
      const carried = { decision: row.id, attestation: row.attestation, reference: "AV-1", at: row.at.toISOString() };
      const taken = aDecision({ attestation: second.attestation.id, carried });
      const over = (basedOn: number) =>
        scene.store.attestations.submit({
          ...{ org, attestation: second.attestation.id, revision: 0, declaration: aDeclaration(), audit: [audit] },
          rating: aNewRating({ attestation: second.attestation.id, supplier: second.supplier.id, rating: critical }),
          carried: { from: first.attestation.id, basedOn, decisions: [taken], left: { ...none, files: 3 } },
        });
      await expect(over(0)).rejects.toBeInstanceOf(ConflictError);
      expect(await scene.store.reviews.get(org, second.attestation.id)).toBeUndefined();
      await over(1);
      expect(await scene.store.reviews.decisions(org, [second.attestation.id])).toEqual([{ ...taken, position: 1 }]);
      expect(await scene.store.reviews.get(org, second.attestation.id)).toMatchObject({ floors: 0, files: 3 });
    });

    test("are opened by the signature, with what is left to do, and listed by due date or by risk", async () => {
      const [first, second] = scene.world.recipients;
      if (!first || !second) throw new Error("two were asked");
      expect(await scene.store.reviews.list(org, { ...all, at: 0, most: 9 })).toEqual([]);
      await sign(first, critical, hoursLater(2));
      await sign(second, aRating(), now);
      const due = await scene.store.reviews.list(org, { ...all, at: 0, most: 9 });
      expect(due.map(({ supplier }) => supplier)).toEqual([second.supplier.id, first.supplier.id]);
      expect(due[1]).toMatchObject({
        ...{ attestation: first.attestation.id, name: first.supplier.name, state: "open", rank: 0, floors: 1 },
        ...{ findings: 0, files: 0, waiting: 0, dueAt: new Date(hoursLater(2).getTime() + 14 * dayMs) },
      });
      const risk = { ...all, sort: "risk" } as const;
      const [worst, next] = await scene.store.reviews.list(org, { ...risk, at: 0, most: 9 });
      expect(worst?.supplier).toBe(first.supplier.id);
      if (!worst || !next) throw new Error("there are two");
      expect(await scene.store.reviews.around(org, risk, worst)).toEqual({ place: 1, next: next.attestation });
      expect(await scene.store.reviews.around(org, all, worst)).toEqual({ place: 2, previous: next.attestation });
      expect(await scene.store.reviews.count(org, { ...all, kind: "floors" })).toBe(1);
      expect(await scene.store.reviews.count("org-of-nobody", all)).toBe(0);
      expect(await scene.store.reviews.list(org, { ...all, at: 1, most: 1 })).toHaveLength(1);
      const counts = { user, now: new Date(now.getTime() + 14 * dayMs + 1) };
      expect(await scene.store.reviews.counts(org, counts)).toEqual({
        ...{ open: 2, mine: 0, waiting: 0, settled: 0, overdue: 1 },
      });
    });

    test("are given to somebody, due another day, ended and opened again", async () => {
      const { recipient } = scene.world;
      await sign(recipient);
      const of = { org, attestation: recipient.attestation.id };
      await scene.store.reviews.assign({ ...of, to: user, audit });
      await scene.store.reviews.setDue({ ...of, dueAt: hoursLater(5), audit });
      expect(await scene.store.reviews.get(org, of.attestation)).toMatchObject({
        assignedTo: user,
        dueAt: hoursLater(5),
      });
      expect(await scene.store.reviews.count(org, { ...all, assignedTo: user })).toBe(1);
      await expect(scene.store.reviews.assign({ ...of, to: "nobody", audit })).rejects.toThrow(MissingError);
      await scene.store.reviews.settle({ ...of, at: hoursLater(6), state: "settled", audit });
      expect(await scene.store.reviews.get(org, of.attestation)).toMatchObject({
        state: "settled",
        settledAt: hoursLater(6),
      });
      await expect(decide(aDecision(), 0)).rejects.toThrow(MissingError);
      await expect(scene.store.reviews.settle({ ...of, at: now, state: "settled", audit })).rejects.toThrow(
        MissingError,
      );
      await scene.store.reviews.settle({ ...of, at: now, state: "open", audit });
      const reopened = await scene.store.reviews.get(org, of.attestation);
      expect(reopened?.state).toBe("open");
      expect(reopened).not.toHaveProperty("settledAt");
    });

    test("keep each decision with its rating and its events, or none of them", async () => {
      const { attestation, supplier } = scene.world.recipient;
      await sign(scene.world.recipient, critical);
      const before = await scene.store.ratings.latest(org, supplier.id);
      const decision = aDecision();
      const given = { lifted: [{ question: "E1", rule: "sends" }] };
      const cause = { kind: "decision", id: decision.id, why: "lifted" } as const;
      const about = { attestation: attestation.id, supplier: supplier.id, createdAt: hoursLater(1) };
      const rating = { ...aNewRating({ id: "after", ...about }), given, cause, after: before?.id };
      await expect(decide(decision, 1, { rating })).rejects.toThrow(ConflictError);
      await expect(decide(decision, 0, { rating: { ...rating, after: "other" } })).rejects.toThrow(ConflictError);
      expect(await scene.store.reviews.decisions(org, [attestation.id])).toEqual([]);
      await decide(decision, 0, { rating, left: { ...none, waiting: 1, second: user } });
      expect(await scene.store.reviews.decisions(org, [attestation.id])).toEqual([{ ...decision, position: 1 }]);
      expect(await scene.store.reviews.decisions("org-of-nobody", [attestation.id])).toEqual([]);
      expect(await scene.store.ratings.latest(org, supplier.id)).toMatchObject({ id: "after", given, cause });
      expect(await scene.store.reviews.get(org, attestation.id)).toMatchObject({ rank: 2, waiting: 1, second: user });
      expect(await scene.store.reviews.count(org, { ...all, waiting: true })).toBe(1);
      await expect(decide(aDecision(), 0)).rejects.toThrow(ConflictError);
    });

    test("wait no more once what was signed is void, and go with it when it is removed", async () => {
      const { attestation, supplier } = scene.world.recipient;
      await sign(scene.world.recipient);
      await decide(aDecision(), 0);
      await scene.store.attestations.void({
        ...{ org, attestation: attestation.id, supplier: supplier.id, audit },
        voided: { reason: "Not theirs.", actor: { kind: "system", name: "test" }, voidedAt: hoursLater(2) },
        summary: { rated: () => ({ tiers: [] }), unrated: (country) => anExpectation({ country }) },
      });
      expect((await scene.store.reviews.get(org, attestation.id))?.state).toBe("void");
      await expect(decide(aDecision(), 1)).rejects.toThrow(MissingError);
      expect(await scene.store.retention.removeAttestation(aRemoval({ org, attestation: attestation.id }))).toBe(
        "removed",
      );
      expect(await scene.store.reviews.get(org, attestation.id)).toBeUndefined();
      expect(await scene.store.reviews.decisions(org, [attestation.id])).toEqual([]);
    });

    test("are due by what the organisation chose", async () => {
      expect(await scene.store.reviews.rules(org)).toBeUndefined();
      const rules = { second: ["evidence-refused"], days: 3 } as const;
      await scene.store.reviews.changeRules({ org, rules: { second: [], days: 9 }, audit });
      await scene.store.reviews.changeRules({ org, rules, audit });
      expect(await scene.store.reviews.rules(org)).toEqual(rules);
      await sign(scene.world.recipient);
      const { attestation } = scene.world.recipient;
      const dueAt = new Date(now.getTime() + 3 * dayMs);
      expect((await scene.store.reviews.get(org, attestation.id))?.dueAt).toEqual(dueAt);
    });
  });
}
