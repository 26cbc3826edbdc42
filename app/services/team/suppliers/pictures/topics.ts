import { heatGrid } from "#app/pictures/drawing/heat-grid";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { versionNames } from "#app/services/team/ratings/versions";
import { readMapFacts } from "#app/services/team/suppliers/map/map-facts";
import type { MapCountry } from "#app/views/team/map/map";
import type { CellLook, Picture, TopicMeasure } from "#app/views/team/map/pictures";
import { fewestForMedian, median } from "#terms/points";
import { knownFigures } from "./figures/known-figures";
import { type ChosenFigures, chooseMade } from "./figures/made-by";
import type { CountryFigures } from "./figures/rated-figures";
import type { PictureAsked } from "./picture-asked";
import { type Topic, topicsOf } from "./topic-names";

/** From which figure on a cell is darker: points, and suppliers of a hundred. */
const steps: Readonly<Record<TopicMeasure, readonly number[]>> = {
  median: [0.01, 1, 3, 6, 12],
  flagged: [0.01, 10, 20, 35, 50],
};

type Row = { readonly name: string; readonly figures: CountryFigures; readonly country?: MapCountry };

/** Topics by country. Every figure of it moves with answers on North Korean labour, so only people who may read those see any. */
export async function topicsPicture(ctx: TeamContext, { made, measure }: PictureAsked): Promise<Picture> {
  const t = ctx.t(ctx.language);
  const lead = t(`map:topics.lead.${measure}`);
  if (!readsNorthKorea(ctx)) return { lead, notes: [t("map:topics.restricted")] };
  const chosen = chooseMade(ctx, await knownFigures(ctx), made, await versionNames(ctx));
  if (chosen === undefined) return { lead, notes: [t("map:noRatings")] };
  const topics = await topicsOf(ctx, chosen.chosen, measure);
  const rows = await rowsOf(ctx, chosen);
  const words = cellWords(ctx, measure);
  const cells = rows.map(({ name, figures }) =>
    topics.map((topic) => ({ topic, ...words.cell(name, topic, figureOf(figures, topic, measure), figures) })),
  );
  const counted = t("map:topics.rated");
  const drawing = heatGrid({
    title: t(`map:topics.title.${measure}`),
    description: t("map:twin", { rules: chosen.rules, edition: chosen.edition }),
    counted,
    columns: topics,
    rows: rows.map(({ name, figures, country }, at) => ({
      ...{ name, isSum: country === undefined, count: words.count(figures.scores.length) },
      cells: cells[at] ?? [],
    })),
    key: words.key(),
  });
  const table = {
    head: [t("map:table.country"), counted, ...topics.map(({ code, name }) => (code ? `${code} ${name}` : name))].map(
      (text) => ({ text }),
    ),
    rows: rows.map(({ name, figures, country }, at) => ({
      ...{ href: country?.href, isSum: country === undefined },
      cells: [
        { text: name, values: [name] },
        { text: words.count(figures.scores.length), values: [figures.scores.length] },
        ...(cells[at] ?? []),
      ],
    })),
  };
  const notes = [t("map:topics.note"), t("map:topics.few", { fewest: fewestForMedian })];
  if (chosen.others > 0) notes.push(t("map:made.others", { count: chosen.others }));
  return { lead, drawn: { drawing, table }, notes, made: chosen.made };
}

/** All countries with suppliers, the highest middle score first, those with too few ratings after them, and then all together. */
async function rowsOf(ctx: TeamContext, { chosen }: ChosenFigures): Promise<readonly Row[]> {
  const nothing: CountryFigures = { scores: [], points: new Map(), flagged: new Map() };
  const { countries } = await readMapFacts(ctx);
  const rows = countries.map((country) => ({
    ...{ country, name: country.name, figures: chosen.countries.get(country.code) ?? nothing },
  }));
  const rank = ({ figures: { scores } }: Row) =>
    scores.length < fewestForMedian ? scores.length - 100 : median(scores);
  const sorted = rows.toSorted((one, other) => rank(other) - rank(one));
  const name = ctx.t(ctx.language)("map:topics.all", { count: rows.length });
  return [...sorted, { name, figures: togetherOf([...chosen.countries.values()]) }];
}

function togetherOf(countries: readonly CountryFigures[]): CountryFigures {
  const points = new Map<string, number[]>();
  const flagged = new Map<string, number>();
  for (const country of countries) {
    for (const [topic, own] of country.points) points.set(topic, [...(points.get(topic) ?? []), ...own]);
    for (const [topic, own] of country.flagged) flagged.set(topic, (flagged.get(topic) ?? 0) + own);
  }
  return { scores: countries.flatMap(({ scores }) => scores), points, flagged };
}

function figureOf({ scores, points, flagged }: CountryFigures, { id, kind }: Topic, measure: TopicMeasure): number {
  if (kind === "score") return median(scores);
  if (measure === "flagged") return (100 * (flagged.get(id) ?? 0)) / Math.max(1, scores.length);
  const given = points.get(`${kind} ${id}`) ?? [];
  return median([...given, ...Array.from({ length: scores.length - given.length }, () => 0)]);
}

function cellWords(ctx: TeamContext, measure: TopicMeasure) {
  const t = ctx.t(ctx.language);
  const whole = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const tenths = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn", maximumFractionDigits: 1 });
  const written =
    measure === "median"
      ? tenths
      : new Intl.NumberFormat(ctx.language, { numberingSystem: "latn", maximumFractionDigits: 0 });
  const limits = steps[measure];
  return {
    count: (suppliers: number) => whole.format(suppliers),
    cell(country: string, { kind, name: topic }: Topic, figure: number, { scores }: CountryFigures) {
      const count = scores.length;
      if (count === 0)
        return {
          text: "–",
          values: [undefined],
          look: "none",
          said: t("map:topics.cell.none", { country, topic }),
        } as const;
      if (count < fewestForMedian)
        return {
          text: t("map:topics.cell.few"),
          values: [undefined],
          look: "few",
          said: t("map:topics.cell.fewSaid", { country, topic, count }),
        } as const;
      const value = Math.round(figure * 10) / 10;
      const look: CellLook =
        kind === "score" ? "plain" : (limits.filter((limit) => figure >= limit).length as CellLook);
      const said = kind === "score" ? "score" : measure;
      return {
        text: written.format(figure),
        values: [value],
        look,
        said: t(`map:topics.cell.${said}`, { country, topic, figure: written.format(figure), count }),
      };
    },
    key: () => [
      ...limits.map((_, step) => ({
        look: step as CellLook,
        text: t(`map:topics.key.${measure}.${step as 0 | 1 | 2 | 3 | 4}`),
      })),
      { look: 5, text: t(`map:topics.key.${measure}.5`) } as const,
      { look: "few", text: t("map:topics.key.few", { fewest: fewestForMedian }) } as const,
    ],
  };
}
