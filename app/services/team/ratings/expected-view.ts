import { countryName } from "#app/i18n/country-names";
import type { TeamContext } from "#app/services/context/contexts";
import type { ExpectedLine, ExpectedView } from "#app/views/team/supplier/expected";
import type { ExpectedRisk } from "#scoring/inherent/expected-risk";
import { tiers } from "#terms/tiers";
import type { VersionNames } from "./versions";

/** The expected risk with its sum by hand, from what is kept of it and nothing else. */
export function expectedView(ctx: TeamContext, risk: ExpectedRisk, versions: VersionNames): ExpectedView {
  const { score, band, weights, places, worstPlace } = risk;
  return {
    score,
    band,
    places: places.map(({ country, points, ...place }) => ({
      country: countryName(country, ctx.language),
      points,
      lines: (["C", "S", "W", "T"] as const).map((part): ExpectedLine => {
        const share = weights[part] / 100;
        return { part, text: textOf(ctx, part, place), of: place[part], share, points: share * place[part] };
      }),
    })),
    worst: worstPlace / 100,
    rules: versions.ruleSet(risk.ruleSet),
    edition: versions.edition(risk.edition),
  };
}

/** What a part was taken from, or why it was assumed. */
function textOf(
  ctx: TeamContext,
  part: ExpectedLine["part"],
  { tier, migrantsUsual }: Pick<ExpectedRisk["places"][number], "tier" | "migrantsUsual">,
): string {
  const t = ctx.t(ctx.language);
  if (part === "C") return t(`team:tier.long.${tiers.find((one) => one === tier) ?? "none"}`);
  if (part === "S") return t("ratings:expected.goods");
  if (part === "T") return t("ratings:expected.transparency");
  return migrantsUsual ? t("ratings:expected.migrants") : t("ratings:expected.noMigrants");
}
