import { withoutSaid } from "#app/i18n/writing/sentences";
import type { TeamContext } from "#app/services/context/contexts";
import type { BriefWords } from "#app/views/team/supplier/brief-sheet";
import type { RestrictedRatedView } from "#app/views/team/supplier/restricted";
import type { RatedView } from "#app/views/team/supplier/supplier-page";

/** All that speaks against trusting a rating. None of it is ever left out. */
export function doubtWords(ctx: TeamContext, shown: RatedView | RestrictedRatedView): BriefWords {
  const t = ctx.t(ctx.language);
  const isChanged = "isChanged" in shown ? shown.isChanged : shown.mismatch !== undefined;
  const blanks = shown.findings?.blanks ?? [];
  const paragraphs = [
    ...(isChanged ? [t("ratings:brief.changed")] : []),
    ...(shown.voided ? [t("ratings:brief.void")] : []),
    ...(shown.newest ? [] : [t("ratings:brief.older")]),
    ...("isChanged" in shown ? [t("ratings:brief.restrictedDoubts")] : ratingDoubts(ctx, shown)),
    ...(blanks.length > 0 ? [t("ratings:brief.blanks", { questions: blanks.join(", ") })] : []),
  ];
  const heading = t("ratings:brief.doubts");
  return { heading, paragraphs: [paragraphs.length > 0 ? paragraphs.join(" ") : t("ratings:brief.noDoubts")] };
}

function ratingDoubts(ctx: TeamContext, { rating, explained }: RatedView): readonly string[] {
  const t = ctx.t(ctx.language);
  const { partialScope, withheld, confidenceFindings } = rating;
  const ofData = Object.values(explained?.doubts ?? {}).flatMap((doubts) => doubts ?? []);
  return [
    ...(partialScope ? [t("ratings:page.partialScope")] : []),
    ...(withheld.length > 0
      ? [t("ratings:page.withheld", { count: withheld.length, questions: withheld.join(", ") })]
      : []),
    ...confidenceFindings.map(({ text }) => text),
    ...(explained ? [] : [t("ratings:page.sum.unexplained")]),
    // The doubts of several lists begin alike: said once it is read.
    ...withoutSaid(
      ofData.map(({ text }) => text),
      ctx.language,
    ),
  ];
}
