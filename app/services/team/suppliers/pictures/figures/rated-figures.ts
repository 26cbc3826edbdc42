import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { TeamContext } from "#app/services/context/contexts";
import type { CountedRating } from "#db/store/attestations/ratings";
import type { MadeBy } from "#db/supplier-spread";
import type { Band } from "#terms/bands";
import { kept, Tally } from "./tally";
import { type TopicNames, topicNames } from "./topic-keys";

/** Figures that are read at once: few enough that nobody waits for them. */
const batch = 500;

/** The newest ratings of a country. Points of a topic are kept where there are any: all others have none. */
export type CountryFigures = {
  readonly scores: Tally;
  readonly points: Map<string, Tally>;
  /** How many have a red flag or a floor in a topic. */
  readonly flagged: Map<string, number>;
};

/** What was rated by the same rules and countries. */
export type MadeFigures = MadeBy & {
  /** That of most ratings: `forced-labour@2`. */
  readonly questionnaires: Map<string, number>;
  readonly countries: Map<string, CountryFigures>;
  /** By how much a band grew or shrank in a month. */
  readonly changes: Map<Band, Map<number, number>>;
};

export type RatedFigures = { readonly made: readonly MadeFigures[]; readonly at: Date };

/** A month as one figure, in UTC: those after each other are one apart. */
export function monthOf(at: Date): number {
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

/** How many newest ratings there are. */
export function ratedIn({ countries }: MadeFigures): number {
  return [...countries.values()].reduce((sum, { scores }) => sum + scores.count, 0);
}

export function noFigures(): CountryFigures {
  return { scores: new Tally(), points: new Map(), flagged: new Map() };
}

/** Reads the figures of all ratings that are not void once, in small batches between which others are served. */
export async function readRatedFigures(ctx: TeamContext): Promise<RatedFigures> {
  const org = ctx.organisation.id;
  const names = topicNames(await ctx.catalogue.questionnaires(org));
  const found = new Map<string, MadeFigures>();
  let own: CountedRating[] = [];
  let after: CountedRating | undefined;
  for (;;) {
    const rows = await ctx.store.ratings.figures(org, { after, most: batch });
    for (const row of rows) {
      if (own[0] && own[0].supplier !== row.supplier) own = addSupplier(found, own);
      own.push(row);
      addNewest(madeOf(found, row), row, names);
    }
    after = rows.at(-1);
    if (after === undefined) break;
    await yieldToOthers();
  }
  addSupplier(found, own);
  const made = [...found.values()].sort((one, other) => ratedIn(other) - ratedIn(one));
  return { made, at: ctx.clock.now() };
}

function madeOf(found: Map<string, MadeFigures>, { ruleSet, edition }: CountedRating): MadeFigures {
  return kept(found, `${ruleSet} ${edition}`, () => ({
    ...{ ruleSet, edition, questionnaires: new Map(), countries: new Map(), changes: new Map() },
  }));
}

/** From its month on each rating stands in its band, until the next one of the supplier. */
function addSupplier(found: Map<string, MadeFigures>, own: readonly CountedRating[]): CountedRating[] {
  for (const [place, rating] of own.entries()) {
    const next = own[place + 1];
    const [from, until] = [monthOf(rating.createdAt), next && monthOf(next.createdAt)];
    if (until !== undefined && until <= from) continue;
    const changes = kept(madeOf(found, rating).changes, rating.band, () => new Map<number, number>());
    changes.set(from, (changes.get(from) ?? 0) + 1);
    if (until !== undefined) changes.set(until, (changes.get(until) ?? 0) - 1);
  }
  return [];
}

function addNewest(
  { questionnaires, countries }: MadeFigures,
  { country, questionnaire, score, lines }: CountedRating,
  names: TopicNames,
): void {
  // Only the newest one of a supplier has its lines.
  if (lines === undefined) return;
  questionnaires.set(questionnaire, (questionnaires.get(questionnaire) ?? 0) + 1);
  const points = new Map<string, number>();
  const flagged = new Set<string>();
  for (const [kind, code, given] of lines) {
    const { topic, inherent, adverse } = names(questionnaire, code);
    if (kind === "floor" || (kind === "adverse" && given > 0)) flagged.add(topic);
    if (kind === "floor") continue;
    const name = kind === "inherent" ? inherent : adverse;
    points.set(name, (points.get(name) ?? 0) + given);
  }
  const figures = kept(countries, country, noFigures);
  figures.scores.add(score);
  for (const [name, sum] of points) kept(figures.points, name, () => new Tally()).add(sum);
  for (const topic of flagged) figures.flagged.set(topic, (figures.flagged.get(topic) ?? 0) + 1);
}

/** Countries as if they were one. */
export function togetherOf(countries: readonly CountryFigures[]): CountryFigures {
  const names = new Set(countries.flatMap(({ points }) => [...points.keys()]));
  const points = [...names].map((name): [string, Tally] => [
    name,
    Tally.of(countries.flatMap((country) => country.points.get(name) ?? [])),
  ]);
  const flagged = new Map<string, number>();
  for (const country of countries)
    for (const [topic, own] of country.flagged) flagged.set(topic, (flagged.get(topic) ?? 0) + own);
  return { scores: Tally.of(countries.map(({ scores }) => scores)), points: new Map(points), flagged };
}
