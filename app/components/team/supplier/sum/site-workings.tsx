import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { WorkforceTerm } from "#app/views/team/supplier/explained";
import type { SiteLine, SitesView } from "#app/views/team/supplier/record";
import { inherentParts } from "#terms/inherent-parts";
import { Formula, useFactors } from "./formula";

type SiteWorkingsProps = Pick<SitesView, "weights" | "factors"> & { site: SiteLine; terms: readonly WorkforceTerm[] };

/** How the risk of one site comes about, from heads counted to its sum. */
export function SiteWorkings({ site, terms, weights, factors }: SiteWorkingsProps) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const factor = useFactors();
  const weighted = inherentParts.map((part) => `${factor(weights[part])} × ${figures.exact(site[part])}`);
  const points = terms.map((term) => figures.exact(term.points));
  const sum = points.join(" + ");
  const whole = terms.reduce((all, term) => all + term.points, 0);
  return (
    <details className="site-workings">
      <summary>{t("page.sum.site.summary", { site: site.name })}</summary>
      <div className="workings">
        <Formula text={`C ${factors.C}: ${site.country}, ${site.tier}`} math={`= ${figures.exact(site.C)}`} />
        <Formula text={`S ${factors.S}: ${site.goods}`} math={`= ${figures.exact(site.S)}`} />
        {terms.map((term) => (
          <Term key={term.name} {...term} />
        ))}
        <Formula
          text={`W ${factors.W}:`}
          math={whole > 100 ? `min(100, ${sum}) = ${figures.exact(site.W)}` : `${sum} = ${figures.exact(site.W)}`}
        />
        <Formula text={t("page.sum.site.transparency")} math={`= ${figures.exact(site.T)}`} />
        <Formula text={t("page.sum.site.risk")} math={`${weighted.join(" + ")} = ${figures.exact(site.inherent)}`} />
      </div>
    </details>
  );
}

function Term({ name, points, of, heads, fullAt, assumed }: WorkforceTerm) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const result = figures.exact(points);
  const text = t(`page.sum.workforce.${name}`, { some: heads?.some ?? 0, all: heads?.all ?? 0, full: fullAt ?? 0 });
  if (assumed !== undefined)
    return <Formula text={`${text} ${t("page.sum.workforce.silent")}`} math={`${of} × ${assumed} % = ${result}`} />;
  if (!heads || fullAt === undefined || heads.some === 0) return <Formula text={text} math={`= ${result}`} />;
  const share = heads.all > 0 ? `${heads.some} ÷ ${heads.all}` : "1";
  return <Formula text={text} math={`${of} × min(1, ${share} ÷ ${figures.exact(fullAt / 100)}) = ${result}`} />;
}
