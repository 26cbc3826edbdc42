import type { TeamContext } from "#app/services/context/contexts";

/** What the rows are called that are no line of a rating. */
export type SumNames = Readonly<Record<"inherent" | "residual" | "score" | "confidence" | "dprk" | "tiers", string>>;

export function sumNames(ctx: Pick<TeamContext, "t" | "language">): SumNames {
  const t = ctx.t(ctx.language);
  return {
    inherent: t("ratings:compare.row.inherent"),
    residual: t("ratings:compare.row.residual"),
    score: t("ratings:step.score"),
    confidence: t("ratings:confidence.title"),
    dprk: t("ratings:page.dprkLabour"),
    tiers: t("ratings:suppliers.head.tiers"),
  };
}
