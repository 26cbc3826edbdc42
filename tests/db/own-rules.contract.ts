import { beforeEach, describe, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { anAnswer, anEvent, aUser, hoursLater, now } from "#tests/support/factories";
import { anOwnEdition, aTrial } from "#tests/support/own-rules";
import { aNewRating, aRating } from "#tests/support/ratings";
import { aScene } from "./scene";

const audit = anEvent();

/** What is tried of rules, and what an organisation has of its own. */
export function ownRulesContract(open: () => Promise<Store>): void {
  describe("trials and own editions", () => {
    const scene = aScene(open);
    let store: Store;
    let org: string;
    let owner: string;
    const other = "second-person";

    beforeEach(async () => {
      store = scene.store;
      org = scene.world.organisation.id;
      owner = scene.world.admin.id;
      await store.users.add({ user: aUser({ org, id: `${other}-${org}` }), passwordHash: "$argon2id$", audit });
    });

    test("a trial is kept as it is, changed by its owner alone, and forgotten", async () => {
      const trial = aTrial({ org, owner });
      expect(await store.trials.save({ trial, most: 2, audit })).toBe("saved");
      expect(await store.trials.get(org, trial.id)).toEqual({ ...trial, by: scene.world.admin.name });
      const changed = { ...trial, edition: "tip-2024", isShared: true, name: "Other" };
      await store.trials.save({ trial: changed, most: 2, audit });
      expect(await store.trials.list(org)).toEqual([{ ...changed, by: scene.world.admin.name }]);
      const theirs = { ...changed, owner: `${other}-${org}`, name: "Taken over" };
      await expect(store.trials.save({ trial: theirs, most: 2, audit })).rejects.toBeInstanceOf(MissingError);
      await expect(store.trials.remove({ org, id: trial.id, owner: theirs.owner, audit })).rejects.toBeInstanceOf(
        MissingError,
      );
      await store.trials.save({ trial: { ...trial, id: "b", savedAt: hoursLater(1) }, most: 2, audit });
      expect(await store.trials.save({ trial: { ...trial, id: "c" }, most: 2, audit })).toBe("full");
      expect((await store.trials.list(org)).map(({ id }) => id)).toEqual(["b", trial.id]);
      await store.trials.remove({ org, id: trial.id, owner, audit });
      expect(await store.trials.get(org, trial.id)).toBeUndefined();
    });

    test("editions are kept in the order in which they came, each once, and so many", async () => {
      const edition = anOwnEdition({ org, addedBy: owner });
      const next = { ...edition, id: "own-0", fingerprint: "0".repeat(64) };
      expect(await store.ownEditions.add({ edition, most: 2, audit })).toBe("added");
      expect(await store.ownEditions.add({ edition: { ...edition, id: "same" }, most: 2, audit })).toBe("there");
      expect(await store.ownEditions.add({ edition: next, most: 2, audit })).toBe("added");
      expect(await store.ownEditions.add({ edition: { ...next, id: "x", fingerprint: "x" }, most: 2, audit })).toBe(
        "full",
      );
      expect(await store.ownEditions.list(org)).toEqual([edition, next]);
      expect(await store.ownEditions.get(org, "own-0")).toEqual(next);
    });

    test("rated suppliers come with the answers that count, in parts that are all of them", async () => {
      const all = scene.world.recipients;
      for (const [at, { supplier, attestation }] of all.entries()) {
        const key = { org, attestation: attestation.id, at: now, audit };
        await store.attestations.saveAnswer({ ...key, question: "B1", basedOn: 0, answer: { comment: "First." } });
        await store.attestations.saveAnswer({ ...key, question: "B1", basedOn: 1, answer: anAnswer() });
        await store.attestations.saveAnswer({ ...key, question: "A1", basedOn: 0, answer: { unsure: "dk" } });
        const rating = aNewRating({
          ...{ supplier: supplier.id, attestation: attestation.id },
          rating: aRating({ score: 10 * at, band: "high" }),
          given: { lifted: [{ question: "E1", rule: "sends" }] },
        });
        await store.ratings.add({ org, ...rating, audit });
      }
      const { all: counted, middle } = await store.ratedAnswers.rated(org);
      expect(counted).toBe(all.length);
      const first = await store.ratedAnswers.after(org, { until: middle, most: 99 });
      const rest = await store.ratedAnswers.after(org, { after: middle, most: 99 });
      const ids = [...first, ...rest].map(({ supplier }) => supplier.id);
      expect(ids).toEqual(all.map(({ supplier }) => supplier.id).sort());
      const [one] = await store.ratedAnswers.of(org, [ids[0] ?? ""]);
      expect(one).toEqual((await store.ratedAnswers.after(org, { most: 1 }))[0]);
      expect(one).toMatchObject({
        band: "high",
        questionnaire: "forced-labour@1",
        ruleSet: "standard-2026.1",
        ratedAt: now,
        given: { lifted: [{ question: "E1", rule: "sends" }] },
      });
      expect(one?.answers).toEqual({ B1: anAnswer(), A1: { unsure: "dk" } });
      expect(one?.evidence).toEqual({});
    });
  });
}
