import { formatPoints } from "#app/i18n/writing/points";
import type { TeamContext } from "#app/services/context/contexts";
import type { BriefSheet } from "#app/views/team/supplier/brief-sheet";
import type { FloorView, RatingView } from "#app/views/team/supplier/rating";
import { type Band, bands, provenConfidence } from "#terms/bands";

type Verdict = Pick<BriefSheet, "band" | "verdict" | "ruler">;

/** For somebody who does not see answers on North Korean labour: nothing that moves with them. */
export function restrictedVerdict(ctx: TeamContext, band: Band): Verdict {
  const t = ctx.t(ctx.language);
  return {
    band: t(`team:band.${band}`),
    verdict: [t("ratings:brief.restricted"), t("ratings:brief.restrictedText")],
  };
}

/** The score, what holds the band, and how far to trust it. */
export function verdictOf(ctx: TeamContext, rating: RatingView): Verdict {
  const t = ctx.t(ctx.language);
  const score = formatPoints(rating.score, ctx.language);
  const band = t(`team:band.${rating.band}`);
  const scoreBand = t(`team:band.${rating.scoreBand}`);
  const { medium, high, critical } = rating.bounds;
  const starts = { low: 0, medium, high, critical };
  const ends = { low: medium, medium: high, high: critical, critical: 100 };
  const isUnproven = (rating.band === "low" || rating.band === "medium") && rating.confidence < provenConfidence;
  return {
    band: isUnproven ? t("team:band.unproven", { band }) : band,
    verdict: [
      t("ratings:brief.score", { score }),
      rating.floor ? t(floorText(rating.floor), { scoreBand, band }) : t("ratings:page.noFloor"),
      t("ratings:brief.confidence", { confidence: Math.round(rating.confidence) }),
    ],
    ruler: {
      alt: t("ratings:ruler.name", {
        ...{ score, band: scoreBand },
        ...{ from: starts[rating.scoreBand], to: ends[rating.scoreBand] },
      }),
      score: rating.score,
      zones: bands.map((one) => ({ name: t(`team:band.${one}`), from: starts[one], to: ends[one] })),
    },
  };
}

function floorText({ lifts, unverified }: FloorView) {
  if (unverified) return lifts ? "ratings:page.floorOpenText" : "ratings:page.floorOpenSame";
  return lifts ? "ratings:page.floorText" : "ratings:page.floorSame";
}
