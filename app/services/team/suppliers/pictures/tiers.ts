import { type Flow, tierFlow } from "#app/pictures/drawing/tier-flow";
import type { TeamContext } from "#app/services/context/contexts";
import { versionNames } from "#app/services/team/ratings/versions";
import { suppliersByCountry } from "#app/services/team/suppliers/map/map-facts";
import type { Picture, PictureTable } from "#app/views/team/map/pictures";
import { tiers } from "#terms/tiers";
import type { PictureAsked } from "./picture-asked";
import { type MovedCountry, placedCountries, wayOf, ways } from "./tier-moves";

/** Places on either side, the best first; what nobody ranked last. */
const places = [...tiers, "none"] as const;
/** Countries in which there are suppliers that a page names; a file has all numbers. */
const mostNamed = 300;

/**
 * Which countries went from one tier to another between two editions, and how many suppliers are there. It tells nothing of what
 * anybody answered.
 */
export async function tiersPicture(ctx: TeamContext, asked: PictureAsked): Promise<Picture> {
  const t = ctx.t(ctx.language);
  const editions = await ctx.catalogue.editions(ctx.organisation.id);
  const to = editions.find(({ id }) => id === asked.to) ?? editions.at(-1);
  const from = editions.find(({ id }) => id === asked.from) ?? editions.findLast(({ id }) => id !== to?.id);
  if (to === undefined || from === undefined) return { lead: t("map:tiers.none"), notes: [] };
  const names = await versionNames(ctx);
  const [before, after] = [names.edition(from.id), names.edition(to.id)];
  const { format } = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const countries = placedCountries(from, to, await suppliersByCountry(ctx), ctx.language);
  const tierNames = places.map((place) => t(`map:tiers.tier.${place}`));
  const flows = places.flatMap((one, fromAt) =>
    places.flatMap((other, toAt): Flow[] => {
      const own = countries.filter((country) => country.from === one && country.to === other);
      if (own.length === 0) return [];
      const suppliers = own.reduce((sum, country) => sum + country.suppliers, 0);
      const way = wayOf({ from: one, to: other });
      const said = t(`map:tiers.said.${way}`, {
        ...{ from: tierNames[fromAt] ?? "", to: tierNames[toAt] ?? "", suppliers: format(suppliers) },
        count: own.length,
      });
      return [{ from: fromAt, to: toAt, count: own.length, look: way, said }];
    }),
  );
  const drawing = tierFlow({
    title: t("map:tiers.title", { before, after }),
    description: t("map:tiers.twin"),
    ...{ sides: [before, after], names: tierNames, flows, written: format },
    key: ways.map((look) => ({ look, text: t(`map:tiers.key.${look}`) })),
  });
  const moved = countries.filter(({ from: one, to: other }) => one !== other);
  const count = (way: (typeof ways)[number]) => moved.filter((country) => wayOf(country) === way).length;
  const choices = editions.map(({ id }) => ({ value: id, label: names.edition(id) })).toReversed();
  return {
    lead: t("map:tiers.lead", { before, after, count: moved.length, worse: count("worse"), better: count("better") }),
    drawn: { drawing, table: crossTable(ctx, tierNames, flows, before) },
    also: movedTable(ctx, moved, tierNames),
    notes: [t("map:tiers.note"), ...doubtNotes(ctx, countries, before, after)],
    editions: { from: from.id, to: to.id, choices },
  };
}

/** Tiers of before in rows, those of after in columns, and how many countries there are in all. */
function crossTable(ctx: TeamContext, names: readonly string[], flows: readonly Flow[], before: string): PictureTable {
  const t = ctx.t(ctx.language);
  const { format } = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const cell = (count: number) => ({ text: format(count), values: [count] });
  const countOf = (is: (flow: Flow) => boolean) => flows.filter(is).reduce((sum, flow) => sum + flow.count, 0);
  const line = (name: string, is: (flow: Flow) => boolean) => [
    { text: name, values: [name] },
    ...names.map((_, at) => cell(countOf((flow) => is(flow) && flow.to === at))),
    cell(countOf(is)),
  ];
  return {
    head: [before, ...names, t("map:tiers.all")].map((text) => ({ text })),
    rows: [
      ...names.map((name, at) => ({ cells: line(name, (flow) => flow.from === at) })),
      { isSum: true, cells: line(t("map:tiers.all"), () => true) },
    ],
  };
}

/** Countries with suppliers that moved, and the names of the others. */
function movedTable(ctx: TeamContext, moved: readonly MovedCountry[], names: readonly string[]): Picture["also"] {
  const t = ctx.t(ctx.language);
  const { format } = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const word = (text: string) => ({ text, values: [text] });
  const nameOf = (tier: MovedCountry["from"]) => names[places.indexOf(tier)] ?? tier;
  const sorted = moved.toSorted((one, other) => ways.indexOf(wayOf(one)) - ways.indexOf(wayOf(other)));
  const own = sorted.filter(({ suppliers }) => suppliers > 0).slice(0, mostNamed);
  const others = new Intl.ListFormat(ctx.language).format(
    sorted.filter(({ suppliers }) => suppliers === 0).map(({ name }) => name),
  );
  return {
    title: t("map:tiers.moved"),
    lead: own.length === 0 ? t("map:tiers.nobody") : undefined,
    note: others === "" ? undefined : t("map:tiers.elsewhere", { countries: others }),
    table: {
      head: (["country", "from", "to", "way", "suppliers"] as const).map((column) => ({
        ...{ text: t(`map:tiers.column.${column}`), isWords: column !== "suppliers" },
      })),
      rows: own.map((country) => ({
        href: country.href,
        cells: [
          word(country.name),
          word(
            country.isDoubtful.from
              ? t("map:tiers.byElimination", { tier: nameOf(country.from) })
              : nameOf(country.from),
          ),
          word(country.isDoubtful.to ? t("map:tiers.byElimination", { tier: nameOf(country.to) }) : nameOf(country.to)),
          word(t(`map:tiers.way.${wayOf(country)}`)),
          { text: format(country.suppliers), values: [country.suppliers] },
        ],
      })),
    },
  };
}

/** How many placements of either edition are what was left over. */
function doubtNotes(
  ctx: TeamContext,
  countries: readonly MovedCountry[],
  before: string,
  after: string,
): readonly string[] {
  const sides = [
    { edition: before, count: countries.filter(({ isDoubtful }) => isDoubtful.from).length },
    { edition: after, count: countries.filter(({ isDoubtful }) => isDoubtful.to).length },
  ];
  return sides.flatMap(({ edition, count }) =>
    count > 0 ? [ctx.t(ctx.language)("map:tiers.doubt", { edition, count })] : [],
  );
}
