import { formatCalendarDate } from "#app/i18n/dates/days";
import { monthColumns } from "#app/pictures/drawing/month-columns";
import type { TeamContext } from "#app/services/context/contexts";
import { versionNames } from "#app/services/team/ratings/versions";
import type { PartLook, Picture } from "#app/views/team/map/pictures";
import { type Band, bandsWorstFirst } from "#terms/bands";
import { knownFigures } from "./figures/known-figures";
import { chooseMade } from "./figures/made-by";
import { type MadeFigures, monthOf, type RatedFigures } from "./figures/rated-figures";
import type { PictureAsked } from "./picture-asked";

/** Months shown, the newest last. */
const mostMonths = 24;
const parts = [...bandsWorstFirst, "other"] as const satisfies readonly PartLook[];

/**
 * In which band suppliers stood at the end of each month by their newest rating then. Bands alone: whoever may not read answers on
 * North Korean labour sees them too.
 */
export async function trendPicture(ctx: TeamContext, { made }: PictureAsked): Promise<Picture> {
  const t = ctx.t(ctx.language);
  const figures = await knownFigures(ctx);
  const chosen = chooseMade(ctx, figures, made, await versionNames(ctx));
  const lead = t("map:trend.lead");
  if (chosen === undefined) return { lead, notes: [t("map:noRatings")] };
  const { format } = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  const hasOthers = figures.made.length > 1;
  const shown = parts.filter((part) => part !== "other" || hasOthers);
  const names = shown.map((part) => (part === "other" ? t("map:trend.other") : t(`team:band.${part}`)));
  const months = monthsOf(figures, chosen.chosen).map(({ month, counts }) => ({
    label: formatCalendarDate(isoMonth(month), "month", ctx.language),
    isoMonth: isoMonth(month),
    counts: shown.map((part) => counts[part]),
  }));
  const saying = (label: string, counts: readonly number[]) =>
    [label, ...counts.map((count, at) => `${names[at]} ${format(count)}`)].join(", ");
  const drawing = monthColumns({
    title: t("map:trend.title"),
    description: t("map:twin", { rules: chosen.rules, edition: chosen.edition }),
    written: format,
    months: months.map(({ label, counts }) => ({
      ...{ label, said: saying(label, counts) },
      parts: counts.map((count, at) => ({ look: shown[at] ?? "other", count })),
    })),
    key: shown.map((look, at) => ({ look, text: names[at] ?? look })),
  });
  const table = {
    head: [t("map:trend.month"), ...names, t("map:bands.rated")].map((text) => ({ text })),
    rows: months.toReversed().map(({ label, isoMonth: iso, counts }) => ({
      cells: [
        { text: label, values: [iso] },
        ...[...counts, counts.reduce((sum, count) => sum + count, 0)].map((count) => ({
          text: format(count),
          values: [count],
        })),
      ],
    })),
  };
  const notes = [t("map:trend.note", { most: mostMonths })];
  if (hasOthers) notes.push(t("map:trend.others", { rules: chosen.rules, edition: chosen.edition }));
  return { lead, drawn: { drawing, table }, notes, made: chosen.made };
}

type Month = { readonly month: number; readonly counts: Readonly<Record<PartLook, number>> };

function monthsOf({ made, at }: RatedFigures, chosen: MadeFigures): readonly Month[] {
  const last = monthOf(at);
  const first = Math.min(
    last,
    ...made.flatMap(({ changes }) => [...changes.values()].flatMap((own) => [...own.keys()])),
  );
  const start = Math.max(first, last - mostMonths + 1);
  return Array.from({ length: last - start + 1 }, (_, place) => {
    const month = start + place;
    const own = (band: Band) => standing(chosen, band, month);
    const all = made.flatMap((one) => bandsWorstFirst.map((band) => standing(one, band, month)));
    const counts = { low: own("low"), medium: own("medium"), high: own("high"), critical: own("critical") };
    const shown = counts.low + counts.medium + counts.high + counts.critical;
    return { month, counts: { ...counts, other: all.reduce((sum, count) => sum + count, 0) - shown } };
  });
}

/** How many stood in a band at the end of a month. */
function standing({ changes }: MadeFigures, band: Band, month: number): number {
  return [...(changes.get(band) ?? [])].reduce((sum, [at, change]) => (at <= month ? sum + change : sum), 0);
}

function isoMonth(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
