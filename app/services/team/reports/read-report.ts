import { formatCalendarDate } from "#app/i18n/dates/days";
import { dayMoment, timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { ReportFigure, ReportView } from "#app/views/team/reports/report";
import { campaignFigures } from "./figures/campaign-figures";
import { amongOf, type Counted, type CountedFigures, type FigureId, numberOf } from "./figures/figure";
import { supplierFigures } from "./figures/supplier-figures";
import { workFigures } from "./figures/work-figures";
import { mostCampaigns, type ReportScope } from "./report-scope";
import { reports } from "./reports";

/** A report with its figures, in words; without a name of a supplier or a person. */
export async function readReport(ctx: TeamContext, scope: ReportScope): Promise<ReportView> {
  const t = ctx.t(ctx.language);
  const { report } = scope.query;
  const figures = {
    ...(await supplierFigures(ctx, scope.campaign?.id)),
    ...(await campaignFigures(ctx, scope.campaigns)),
    ...(await workFigures(ctx)),
  };
  return {
    id: report,
    title: t(`reports:law.${report}.title`),
    law: t(`reports:law.${report}.text`),
    organisation: ctx.organisation.name,
    made: t("reports:made", {
      organisation: ctx.organisation.name,
      at: timeMoment(ctx.clock.now(), ctx.language).text,
    }),
    notes: notesOf(ctx, scope),
    parts: reports[report].map(({ id, figures: wanted, own }) => ({
      id,
      title: t(`reports:part.${id}`),
      figures: wanted.flatMap((figure) => lineOf(ctx, scope, figure, figures) ?? []),
      own: own.map((task) => t(`reports:task.${task}`)),
    })),
    words: {
      own: t("reports:own"),
      number: t("reports:head.number"),
      definition: t("reports:head.definition"),
      counted: t("reports:head.counted"),
    },
  };
}

function notesOf(ctx: TeamContext, { left }: ReportScope): readonly string[] {
  const t = ctx.t(ctx.language);
  return [
    t("reports:note.stated"),
    ...(left > 0 ? [t("reports:note.left", { count: left, most: mostCampaigns })] : []),
    ...(readsNorthKorea(ctx) ? [] : [t("reports:note.restricted")]),
  ];
}

function lineOf(ctx: TeamContext, scope: ReportScope, id: FigureId, figures: CountedFigures): ReportFigure | undefined {
  const counted = figures[id];
  if (counted === undefined) return undefined;
  const whole = amongOf[id] && figures[amongOf[id]];
  const among = whole && numberOf(whole);
  const number = numberOf(counted);
  const t = ctx.t(ctx.language);
  const inWords = new Intl.NumberFormat(ctx.language, { numberingSystem: "latn" });
  return {
    id,
    definition: t(`reports:figure.${id}`),
    number,
    ...(among !== undefined && { among }),
    figure:
      among === undefined
        ? inWords.format(number)
        : t("reports:among", { number: inWords.format(number), all: inWords.format(among) }),
    counted: countedWords(ctx, scope, counted.over),
    places: counted.places,
  };
}

/** Over what and when something was counted. */
function countedWords(ctx: TeamContext, { campaign, query }: ReportScope, over: Counted["over"]): string {
  const t = ctx.t(ctx.language);
  const today = dayMoment(ctx.clock.now(), ctx.language).text;
  if (over === "work") return t("reports:counted.work", { day: today });
  if (over === "campaigns" && !campaign) {
    const [from, until] = [query.from, query.until].map((day) => formatCalendarDate(day, "day", ctx.language));
    return t("reports:counted.period", { from, until });
  }
  if (campaign) return t("reports:counted.campaign", { name: campaign.name, day: today });
  return t("reports:counted.suppliers", { day: today });
}
