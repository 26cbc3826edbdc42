import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { TeamContext } from "#app/services/context/contexts";
import type { CountedRating } from "#db/store/attestations/ratings";
import type { MadeBy } from "#db/supplier-spread";
import type { Rating } from "#scoring/rating";
import type { Band } from "#terms/bands";

/** Ratings that are read at once: few enough that nobody waits for them. */
const batch = 200;

/** The newest ratings of a country. Points of a topic are kept where there are any: all others have none. */
export type CountryFigures = {
  readonly scores: number[];
  readonly points: Map<string, number[]>;
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
  return [...countries.values()].reduce((sum, { scores }) => sum + scores.length, 0);
}

/** Reads all ratings that are not void once, in small batches between which others are served. */
export async function readRatedFigures(ctx: TeamContext): Promise<RatedFigures> {
  const org = ctx.organisation.id;
  const sections = await sectionsOf(ctx);
  const found = new Map<string, MadeFigures>();
  let own: CountedRating[] = [];
  let after: CountedRating | undefined;
  for (;;) {
    const rows = await ctx.store.ratings.after(org, { after, most: batch });
    for (const row of rows) {
      if (own[0] && own[0].supplier !== row.supplier) own = addSupplier(found, own);
      own.push(row);
      if (row.isNewest) addNewest(madeOf(found, row.rating), row, sections);
    }
    after = rows.at(-1);
    if (after === undefined) break;
    await yieldToOthers();
  }
  addSupplier(found, own);
  const made = [...found.values()].sort((one, other) => ratedIn(other) - ratedIn(one));
  return { made, at: ctx.clock.now() };
}

/** The section of each question of each questionnaire. */
async function sectionsOf(ctx: TeamContext): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const questionnaires = await ctx.catalogue.questionnaires(ctx.organisation.id);
  return new Map(
    questionnaires.map(({ key, sections }) => [
      key,
      new Map(sections.flatMap(({ id, questions }) => questions.map((question) => [question.id, id] as const))),
    ]),
  );
}

function madeOf(found: Map<string, MadeFigures>, rating: Rating): MadeFigures {
  const by = { ruleSet: rating.ruleSet.id, edition: rating.edition.id };
  const key = `${by.ruleSet} ${by.edition}`;
  return kept(found, key, () => ({ ...by, questionnaires: new Map(), countries: new Map(), changes: new Map() }));
}

/** From its month on each rating stands in its band, until the next one of the supplier. */
function addSupplier(found: Map<string, MadeFigures>, own: readonly CountedRating[]): CountedRating[] {
  for (const [place, { rating, createdAt }] of own.entries()) {
    const next = own[place + 1];
    const [from, until] = [monthOf(createdAt), next && monthOf(next.createdAt)];
    if (until !== undefined && until <= from) continue;
    const changes = kept(madeOf(found, rating).changes, rating.band, () => new Map<number, number>());
    changes.set(from, (changes.get(from) ?? 0) + 1);
    if (until !== undefined) changes.set(until, (changes.get(until) ?? 0) - 1);
  }
  return [];
}

function addNewest(
  { questionnaires, countries }: MadeFigures,
  { country, rating }: CountedRating,
  sections: ReadonlyMap<string, ReadonlyMap<string, string>>,
): void {
  const { id } = rating.questionnaire;
  const topicOf = (question: string) => sections.get(id)?.get(question) ?? question;
  questionnaires.set(id, (questionnaires.get(id) ?? 0) + 1);
  const { scores, points, flagged } = kept(
    countries,
    country,
    (): CountryFigures => ({
      scores: [],
      points: new Map(),
      flagged: new Map(),
    }),
  );
  scores.push(rating.score);
  const own = new Map<string, number>();
  for (const { kind, code, points: given } of rating.steps) {
    if (kind !== "inherent" && kind !== "adverse") continue;
    const topic = kind === "inherent" ? code : topicOf(code);
    own.set(`${kind} ${topic}`, (own.get(`${kind} ${topic}`) ?? 0) + given);
  }
  for (const [topic, sum] of own) kept(points, topic, (): number[] => []).push(sum);
  const adverse = rating.steps.filter(({ kind, points: given }) => kind === "adverse" && given > 0);
  const floors = rating.floor?.reasons ?? [];
  const topics = [...adverse.map(({ code }) => code), ...floors.map(({ question }) => question)].map(topicOf);
  for (const topic of new Set(topics)) flagged.set(topic, (flagged.get(topic) ?? 0) + 1);
}

/** What a map holds under a key, made where there is nothing yet. */
function kept<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
