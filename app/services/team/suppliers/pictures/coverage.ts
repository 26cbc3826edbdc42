import { countryName } from "#app/i18n/country-names";
import { heatGrid } from "#app/pictures/drawing/heat-grid";
import type { TeamContext } from "#app/services/context/contexts";
import { countryAddress } from "#app/services/team/suppliers/map/map-facts";
import type { CellLook, Picture } from "#app/views/team/map/pictures";

/** Campaigns shown, newest first. */
const mostCampaigns = 8;

type Counts = { readonly asked: number; readonly answered: number };
type Row = {
  readonly name: string;
  readonly country?: string;
  readonly all: Counts;
  readonly cells: readonly Counts[];
};

/** Who was asked and who answered, by campaign and country. Nothing of it moves with what was answered. */
export async function coveragePicture(ctx: TeamContext): Promise<Picture> {
  const t = ctx.t(ctx.language);
  const org = ctx.organisation.id;
  const covered = await ctx.store.campaigns.coverage(org);
  const lead = t("map:coverage.lead");
  if (covered.length === 0) return { lead, notes: [t("map:coverage.none")] };
  const listed = (await ctx.store.campaigns.all(org)).filter(({ id }) =>
    covered.some(({ campaign }) => campaign === id),
  );
  const campaigns = listed.slice(0, mostCampaigns);
  const shown = covered.filter(({ campaign }) => campaigns.some(({ id }) => id === campaign));
  const rowOf = (name: string, country?: string): Row => {
    const own = shown.filter((one) => country === undefined || one.country === country);
    return {
      ...{ name, country, all: sumOf(own) },
      cells: campaigns.map(({ id }) => sumOf(own.filter(({ campaign }) => campaign === id))),
    };
  };
  const byName = new Intl.Collator(ctx.language);
  const countries = [...new Set(shown.map(({ country }) => country))]
    .map((country) => rowOf(countryName(country, ctx.language), country))
    .sort((one, other) => other.all.asked - one.all.asked || byName.compare(one.name, other.name));
  const rows = [...countries, rowOf(t("map:topics.all", { count: countries.length }))];
  const { format } = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const written = ({ answered, asked }: Counts) =>
    asked === 0 ? "–" : t("map:coverage.of", { answered: format(answered), asked: format(asked) });
  const all = t("map:coverage.all");
  const columns = [all, ...campaigns.map(({ name }) => name)];
  const drawing = heatGrid({
    title: t("map:coverage.title"),
    description: t("map:coverage.twin"),
    counted: "",
    columns: columns.map((name) => ({ name })),
    rows: rows.map(({ name, country, all: sum, cells }) => ({
      ...{ name, count: "", isSum: country === undefined },
      cells: [sum, ...cells].map((counts, at) => ({
        ...{ text: written(counts), look: lookOf(counts) },
        said: t(counts.asked === 0 ? "map:coverage.notAsked" : "map:coverage.cell", {
          ...{ country: name, campaign: columns[at] ?? "" },
          ...{ answered: format(counts.answered), asked: format(counts.asked) },
        }),
      })),
    })),
    key: ([0, 1, 2, 3, 4, 5] as const).map((look) => ({ look, text: t(`map:coverage.key.${look}`) })),
  });
  const table = {
    head: [
      { text: t("map:table.country") },
      ...columns.map((text) => ({
        text,
        columns: [
          t("map:coverage.file.answered", { campaign: text }),
          t("map:coverage.file.asked", { campaign: text }),
        ],
      })),
    ],
    rows: rows.map(({ name, country, all: sum, cells }) => ({
      ...{ href: country && countryAddress(country), isSum: country === undefined },
      cells: [
        { text: name, values: [name] },
        ...[sum, ...cells].map((counts) => ({
          text: written(counts),
          values: [counts.answered, counts.asked],
        })),
      ],
    })),
  };
  const notes = [t("map:coverage.note")];
  if (listed.length > mostCampaigns)
    notes.push(t("map:coverage.newest", { most: mostCampaigns, count: listed.length - mostCampaigns }));
  return { lead, drawn: { drawing, table }, notes };
}

function sumOf(counted: readonly Counts[]): Counts {
  return {
    asked: counted.reduce((sum, { asked }) => sum + asked, 0),
    answered: counted.reduce((sum, { answered }) => sum + answered, 0),
  };
}

/** The darker, the more answered; the darkest only where everybody did. */
function lookOf({ asked, answered }: Counts): CellLook {
  if (asked === 0) return "none";
  if (answered === 0) return 0;
  return answered === asked ? 5 : ((1 + Math.floor((4 * answered) / asked)) as CellLook);
}
