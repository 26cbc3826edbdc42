import { setImmediate as yieldToOthers } from "node:timers/promises";
import { type HeatRow, heatGrid } from "#app/pictures/drawing/heat-grid";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import { versionNames } from "#app/services/team/ratings/versions";
import { type NamedCountry, suppliersByCountry } from "#app/services/team/suppliers/map/map-facts";
import type { CellLook, Picture, PictureCell, TopicMeasure } from "#app/views/team/map/pictures";
import { fewestForMedian } from "#terms/points";
import { knownFigures } from "./figures/known-figures";
import { type ChosenFigures, chooseMade } from "./figures/made-by";
import { type CountryFigures, noFigures, togetherOf } from "./figures/rated-figures";
import type { Tally } from "./figures/tally";
import type { PictureAsked } from "./picture-asked";
import { type Topic, topicsOf } from "./topic-names";

/** From which figure on a cell is darker: points, and suppliers of a hundred. */
const steps: Readonly<Record<TopicMeasure, readonly number[]>> = {
  median: [0.01, 1, 3, 6, 12],
  flagged: [0.01, 10, 20, 35, 50],
};

/** Suppliers of a country, from which on others are served between its cells. */
const sortedAtOnce = 2_000;

type Cell = HeatRow["cells"][number] & PictureCell;
type Row = { readonly name: string; readonly figures: CountryFigures; readonly country?: NamedCountry };

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
  const cells: Cell[][] = [];
  for (const { name, figures } of rows) {
    const own: Cell[] = [];
    for (const topic of topics) {
      own.push(words.cell(name, topic, figureOf(figures, topic, measure), figures));
      // To sort 100,000 figures takes some milliseconds.
      if (figures.scores.count > sortedAtOnce) await yieldToOthers();
    }
    cells.push(own);
  }
  const counted = t("map:topics.rated");
  const drawing = heatGrid({
    title: t(`map:topics.title.${measure}`),
    description: t("map:twin", { rules: chosen.rules, edition: chosen.edition }),
    counted,
    columns: topics,
    rows: rows.map(({ name, figures, country }, at) => ({
      ...{ name, isSum: country === undefined, count: words.count(figures.scores.count) },
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
        { text: words.count(figures.scores.count), values: [figures.scores.count] },
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
  const nothing = noFigures();
  const countries = await suppliersByCountry(ctx);
  const rows = countries.map((country) => ({
    ...{ country, name: country.name, figures: chosen.countries.get(country.code) ?? nothing },
  }));
  const ranked = rows.map((row) => ({ row, rank: rankOf(row.figures.scores) }));
  const sorted = ranked.toSorted((one, other) => other.rank - one.rank).map(({ row }) => row);
  const name = ctx.t(ctx.language)("map:topics.all", { count: rows.length });
  return [...sorted, { name, figures: togetherOf([...chosen.countries.values()]) }];
}

function rankOf(scores: Tally): number {
  return scores.count < fewestForMedian ? scores.count - 100 : scores.median(scores.count);
}

function figureOf({ scores, points, flagged }: CountryFigures, { id, kind }: Topic, measure: TopicMeasure): number {
  const rated = scores.count;
  if (kind === "score") return scores.median(rated);
  if (measure === "flagged") return (100 * (flagged.get(id) ?? 0)) / Math.max(1, rated);
  return points.get(`${kind} ${id}`)?.median(rated) ?? 0;
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
    cell(country: string, { kind, name: topic }: Topic, figure: number, { scores }: CountryFigures): Cell {
      const count = scores.count;
      if (count === 0)
        return {
          text: "–",
          values: [undefined],
          look: "none",
          said: t("map:topics.cell.none", { country, topic }),
        };
      if (count < fewestForMedian)
        return {
          text: t("map:topics.cell.few"),
          values: [undefined],
          look: "few",
          said: t("map:topics.cell.fewSaid", { country, topic, count }),
        };
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
