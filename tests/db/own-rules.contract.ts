import { beforeEach, describe, expect, test } from "vitest";
import { ConflictError, LeaseLostError, MissingError } from "#db/errors";
import type { NewRating, Rerated, Store } from "#db/store";
import { aJob, anAnswer, anEvent, aUser, hoursLater, now } from "#tests/support/factories";
import { anOwnEdition, anOwnRuleSet, aRerating, aTrial } from "#tests/support/own-rules";
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

    test("a draft is published once, as it was seen and by somebody else, and keeps what it says", async () => {
      const rules = anOwnRuleSet({ org, draftedBy: owner });
      expect(await store.ownRules.draft({ rules, most: 2, audit })).toBe("drafted");
      const same = { ...rules, id: "own-2", position: 2 };
      expect(await store.ownRules.draft({ rules: same, most: 2, audit })).toBe("there");
      const key = { org, id: rules.id, fingerprint: rules.fingerprint, as: "published", at: now, audit } as const;
      const second = `${other}-${org}`;
      const wrong = [{ by: owner }, { by: second, fingerprint: "other" }, { by: second, id: "nobody" }];
      for (const one of wrong)
        await expect(store.ownRules.settle({ ...key, ...one })).rejects.toBeInstanceOf(MissingError);
      expect(await store.ownRules.published(org)).toEqual([]);
      await store.ownRules.settle({ ...key, by: second });
      await expect(store.ownRules.settle({ ...key, as: "withdrawn", by: second })).rejects.toBeInstanceOf(MissingError);
      const { id, fingerprint } = rules;
      expect(await store.ownRules.published(org)).toEqual([{ org, id, fingerprint }]);
      expect(await store.ownRules.get(org, id)).toMatchObject({ ...rules, publishedAt: now, publishedBy: second });
      const next = { ...same, title: "Other" };
      expect(await store.ownRules.draft({ rules: next, most: 2, audit })).toBe("drafted");
      await store.ownRules.settle({ ...key, id: next.id, as: "withdrawn", by: owner });
      expect(await store.ownRules.draft({ rules: { ...next, id: "x", position: 3 }, most: 2, audit })).toBe("full");
      expect((await store.ownRules.list(org)).map((one) => one.withdrawnBy)).toEqual([undefined, owner]);
    });

    test("what is in force has a history, and two do not choose at once", async () => {
      const choice = { org, questionnaire: "forced-labour", reason: "Ours", at: now, by: owner, audit };
      await store.ownRules.choose({ ...choice, ruleSet: "standard-2026.1", after: 0 });
      const late = store.ownRules.choose({ ...choice, ruleSet: "standard-2026.2", after: 0 });
      await expect(late).rejects.toBeInstanceOf(ConflictError);
      await store.ownRules.choose({ ...choice, ruleSet: "standard-2026.2", after: 1 });
      const kept = (await store.ownRules.inForce(org)).map(({ ruleSet, name }) => [ruleSet, name]);
      expect(kept).toEqual(["standard-2026.2", "standard-2026.1"].map((id) => [id, scene.world.admin.name]));
    });

    test("rating again adds what is worked out beside the newest, once, and counts it", async () => {
      const [one, two] = scene.world.recipients;
      if (!one || !two) throw new Error("two were asked");
      const ratingOf = ({ supplier, attestation }: typeof one, over: Partial<NewRating> = {}) =>
        aNewRating({ supplier: supplier.id, attestation: attestation.id, ...over });
      const [before, beforeTwo] = [ratingOf(one), ratingOf(two)];
      for (const rating of [before, beforeTwo]) await store.ratings.add({ org, ...rating, audit });
      const view = { sort: "rating", direction: "down", page: 1, pageSize: 9 } as const;
      expect(await store.suppliers.ratedWith(org, view)).toEqual([]);
      const scope = { ruleSet: "own-1", questionnaires: ["forced-labour@1"] };
      const due = (over = {}) => store.reratings.due(org, { ...scope, ...over }, { after: "", most: 9 });
      expect(await due()).toEqual([one, two].map(({ supplier }) => supplier.id).sort());
      expect(await store.reratings.count(org, scope)).toBe(2);
      expect(await due({ campaign: scene.world.campaign.id })).toHaveLength(2);
      for (const part of [{ campaign: "other" }, { country: "XX" }, { questionnaires: ["forced-labour@9"] }])
        expect(await due(part)).toEqual([]);

      const rerating = aRerating({ org, orderedBy: owner, ruleSet: "own-1", all: 2 });
      const job = aJob({ org });
      expect(await store.reratings.order({ rerating, job, audit })).toBe("ordered");
      const next = { ...rerating, id: "rerating-2" };
      expect(await store.reratings.order({ rerating: next, job, audit })).toBe("busy");
      const claim = { kinds: [{ kind: job.kind, most: 9 }], now, leaseUntil: hoursLater(1) };
      const lease = (await store.jobs.claim(claim)).find((found) => found.job.key === job.key)?.lease;
      if (!lease) throw new Error("one waits");
      const again = (of: typeof one, after: string): Rerated => ({
        rating: ratingOf(of, {
          ...{ after, rerating: { id: rerating.id, moved: 2 } },
          cause: { kind: "rules", id: rerating.id, why: "rerated", before: after },
          rating: aRating({ ruleSet: { id: "own-1", hash: "o".repeat(64) }, score: 80, band: "critical" }),
        }),
        ...{ audit, from: "medium", to: "critical" },
      });
      const rated = [again(one, before.id), again(two, "not the newest")];
      const keep = { org, id: rerating.id, lease, rated };
      expect(await store.reratings.keep(keep)).toBe(1);
      expect(await store.reratings.keep({ ...keep, rated: [again(one, before.id)] })).toBe(0);
      const overtaken = { ...keep, lease: { ...lease, token: lease.token + 1 }, rated: [again(two, beforeTwo.id)] };
      await expect(store.reratings.keep(overtaken)).rejects.toBeInstanceOf(LeaseLostError);
      expect(await due()).toEqual([two.supplier.id]);
      expect(await due({ takesBack: rerating.id })).toEqual([one.supplier.id]);
      expect(await store.ratings.history(org, one.supplier.id)).toHaveLength(2);
      expect((await store.reratings.get(org, rerating.id))?.counts).toEqual({ "medium critical": 1 });
      const standing = { before: { score: 30, band: "medium" }, after: { score: 80, band: "critical" } };
      expect(await store.reratings.movers(org, rerating.id, 9)).toMatchObject([
        { supplier: { id: one.supplier.id }, ...standing },
      ]);
      expect((await store.suppliers.ratedWith(org, view)).map(({ ruleSet }) => ruleSet).sort()).toEqual([
        ...["own-1", "standard-2026.1"],
      ]);
      await store.reratings.end({ org, id: rerating.id, lease, at: now, left: 1, audit });
      expect(await store.reratings.get(org, rerating.id)).toMatchObject({ endedAt: now, left: 1 });
      expect(await store.reratings.order({ rerating: next, job: aJob({ org }), audit })).toBe("ordered");
    });

    test("rating again by countries is due for whoever has others, and a second person lets it begin or ends it", async () => {
      const [one, two] = scene.world.recipients;
      if (!one || !two) throw new Error("two were asked");
      for (const { supplier, attestation } of [one, two])
        await store.ratings.add({
          org,
          ...aNewRating({ supplier: supplier.id, attestation: attestation.id }),
          audit,
        });
      const questionnaires = ["forced-labour@1"];
      const due = (over = {}) => store.reratings.due(org, { questionnaires, ...over }, { after: "", most: 9 });
      const { edition, ruleSet } = aRating();
      expect(await due({ edition: edition.id })).toEqual([]);
      expect(await due({ edition: "other" })).toHaveLength(2);
      expect(await due({ edition: "other", ruleSet: ruleSet.id })).toHaveLength(2);
      expect(await due({ edition: edition.id, ruleSet: ruleSet.id })).toEqual([]);
      await expect(due()).rejects.toThrow("neither");

      const rerating = aRerating({ org, orderedBy: owner, edition: "other", second: "asked" });
      const [job, by] = [aJob({ org, key: rerating.id }), `${other}-${org}`];
      expect(await store.reratings.order({ rerating, audit })).toBe("ordered");
      expect(await store.reratings.get(org, rerating.id)).toEqual({ ...rerating, name: scene.world.admin.name });
      expect(await store.jobs.get(org, job.kind, job.key)).toBeUndefined();
      const next = { ...rerating, id: "rerating-2" };
      expect(await store.reratings.order({ rerating: next, audit })).toBe("busy");
      const settle = { org, id: rerating.id, at: hoursLater(1), audit };
      const own = store.reratings.settle({ ...settle, by: owner, as: "agreed", job });
      await expect(own).rejects.toBeInstanceOf(MissingError);
      await store.reratings.settle({ ...settle, by, as: "declined" });
      const late = store.reratings.settle({ ...settle, by, as: "agreed", job });
      await expect(late).rejects.toBeInstanceOf(MissingError);
      expect(await store.jobs.get(org, job.kind, job.key)).toBeUndefined();
      expect(await store.reratings.get(org, rerating.id)).toMatchObject({ second: "declined", endedAt: hoursLater(1) });
      expect(await store.reratings.order({ rerating: next, audit })).toBe("ordered");
      await store.reratings.settle({ ...settle, id: next.id, by, as: "agreed", job });
      expect(await store.jobs.get(org, job.kind, job.key)).toMatchObject({ state: "waiting" });
      const agreed = await store.reratings.get(org, next.id);
      expect(agreed).toMatchObject({ second: "agreed", secondBy: by, secondAt: hoursLater(1) });
      expect(agreed?.endedAt).toBeUndefined();
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
