import { expect, it } from "vitest";
import {
  type MadeFigures,
  monthOf,
  readRatedFigures,
} from "#app/services/team/suppliers/pictures/figures/rated-figures";
import type { StoredRating } from "#db/records";
import type { Rating } from "#scoring/rating";
import { bands } from "#terms/bands";
import { asPerson, testContext } from "#tests/support/context";
import { aHash, anEvent, aUser, hoursLater } from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { launch } from "#tests/support/world";

/** The same figures in each run. */
let state = 20_261_130;
function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

const questions = ["E1", "E3", "F1", "G3", "H1", "H3"];
function anyRating(): Rating {
  const step = (kind: "inherent" | "adverse" | "control", code: string): Rating["steps"][number] => ({
    ...{
      kind,
      code,
      rule: "any",
      points: random(3) === 0 ? 0 : random(2_000) / 100,
      questions: [],
      params: {},
      source: "",
    },
  });
  const asked = questions.filter(() => random(2) === 0);
  const reasons = questions
    .filter(() => random(6) === 0)
    .map((question) => ({ question, rule: "held", disclosed: false }));
  return aRating({
    ruleSet: { id: random(4) === 0 ? "standard-2026.1" : "standard-2026.2", hash: aHash() },
    questionnaire: { id: `forced-labour@${1 + random(2)}`, hash: aHash() },
    score: random(10_000) / 100,
    band: bands[random(4)] ?? "low",
    steps: [
      step("inherent", "C"),
      step("inherent", "W"),
      ...asked.map((code) => step("adverse", code)),
      step("control", "K"),
    ],
    floor: reasons.length > 0 ? { band: "high", reasons } : null,
  });
}

/** The middle of figures that are all there. */
function middle(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}

type Of = { readonly country: string; readonly history: readonly StoredRating[] };

/** The slow way: out of the ratings themselves, each figure by itself. */
function modelOf(
  suppliers: readonly Of[],
  ruleSet: string,
  sectionOf: (questionnaire: string, code: string) => string,
) {
  const newest = suppliers.flatMap(({ country, history: [first] }) => {
    return first?.rating.ruleSet.id === ruleSet ? [{ country, ...first.rating }] : [];
  });
  const countries = [...new Set(newest.map(({ country }) => country))].sort().map((country) => {
    const own = newest.filter((rating) => rating.country === country);
    const sums = own.map(({ steps, floor, questionnaire: { id } }) => {
      const topicOf = (code: string) => sectionOf(id, code);
      const points: Record<string, number> = {};
      for (const { kind, code, points: given } of steps) {
        if (kind !== "inherent" && kind !== "adverse") continue;
        const topic = `${kind} ${kind === "inherent" ? code : topicOf(code)}`;
        points[topic] = (points[topic] ?? 0) + given;
      }
      const bad = steps.filter(({ kind, points: given }) => kind === "adverse" && given > 0).map(({ code }) => code);
      return { points, flagged: new Set([...bad, ...(floor?.reasons ?? []).map((one) => one.question)].map(topicOf)) };
    });
    const topics = [...new Set(sums.flatMap(({ points }) => Object.keys(points)))].sort();
    const flagged = [...new Set(sums.flatMap((one) => [...one.flagged]))].sort();
    return {
      ...{ country, score: middle(own.map(({ score }) => score)), rated: own.length },
      points: topics.map((topic) => [topic, middle(sums.map(({ points }) => points[topic] ?? 0))]),
      flagged: flagged.map((topic) => [topic, sums.filter((one) => one.flagged.has(topic)).length]),
    };
  });
  const months = Array.from({ length: 6 }, (_, at) => monthOf(hoursLater(0)) + at);
  const standing = months.map((month) => {
    const then = suppliers.flatMap(({ history }) => history.find(({ createdAt }) => monthOf(createdAt) <= month) ?? []);
    const ours = then.filter(({ rating }) => rating.ruleSet.id === ruleSet);
    return bands.map((band) => ours.filter(({ rating }) => rating.band === band).length);
  });
  return { countries, standing };
}

function shownOf({ countries, changes }: MadeFigures) {
  const months = Array.from({ length: 6 }, (_, at) => monthOf(hoursLater(0)) + at);
  return {
    countries: [...countries]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([country, { scores, points, flagged }]) => ({
        ...{ country, score: scores.median(scores.count), rated: scores.count },
        points: [...points.keys()].sort().map((topic) => [topic, points.get(topic)?.median(scores.count)]),
        flagged: [...flagged].sort(([one], [other]) => (one < other ? -1 : 1)),
      })),
    standing: months.map((month) =>
      bands.map((band) =>
        [...(changes.get(band) ?? [])].reduce((sum, [at, change]) => (at <= month ? sum + change : sum), 0),
      ),
    ),
  };
}

it("figures kept beside ratings say exactly what the ratings themselves say", async () => {
  const ctx = await testContext();
  const { organisation, recipients } = await launch(ctx.store, { suppliers: 25 });
  const org = organisation.id;
  const suppliers: Of[] = [];
  for (const [at, { supplier, attestation }] of recipients.entries()) {
    const moved = { ...supplier, country: ["VN", "TH", "CN"][at % 3] ?? "VN" };
    const expectation = { risk: { score: 1, band: "low", places: [] }, basis: "none" } as never;
    await ctx.store.suppliers.add({ org, added: [], changed: [{ supplier: moved, expectation }], audit: [anEvent()] });
    for (let turn = random(4), hours = random(2_000); turn > 0; turn -= 1, hours += random(900)) {
      const rating = anyRating();
      const added = { attestation: attestation.id, supplier: supplier.id, rating, createdAt: hoursLater(hours) };
      await ctx.store.ratings.add({ org, ...aNewRating(added), audit: anEvent() });
    }
    suppliers.push({ country: moved.country, history: await ctx.store.ratings.history(org, supplier.id) });
  }
  const user = aUser({ org, role: "analyst", readsNorthKorea: true });
  const { made } = await readRatedFigures(asPerson(ctx, { user, organisation }));
  const questionnaires = await ctx.catalogue.questionnaires(org);
  const sectionOf = (questionnaire: string, code: string) =>
    questionnaires
      .find(({ key }) => key === questionnaire)
      ?.sections.find(({ questions: asked }) => asked.some(({ id }) => id === code))?.id ?? code;
  expect(made.map(({ ruleSet }) => ruleSet)).toEqual(["standard-2026.2", "standard-2026.1"]);
  for (const one of made) expect(shownOf(one)).toEqual(modelOf(suppliers, one.ruleSet, sectionOf));
  expect(made[0]?.countries.size).toBe(3);
});
