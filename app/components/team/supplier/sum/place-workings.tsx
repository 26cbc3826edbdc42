import { useTranslation } from "react-i18next";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { ExplainedView, Workings } from "#app/views/team/supplier/explained";
import type { StepView } from "#app/views/team/supplier/rating";
import { inherentParts } from "#terms/inherent-parts";
import { Doubts, DoubtTexts, Formula, Titled, useFactors } from "./formula";
import { StepRows } from "./step-rows";

type Inherent = Workings["inherent"];
const partOf = (code: string) => inherentParts.find((part) => part === code) ?? "C";

/** Steps 1 to 3: what each part of the risk adds, from the worst site and the mean of all. */
export function PlaceWorkings({ steps, explained }: { steps: readonly StepView[]; explained: ExplainedView }) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  const { inherent } = explained.workings;
  const { total, parts, weights } = inherent;
  const shares = { worst: total.worstShare, mean: 100 - total.worstShare };
  return (
    <>
      <Formula text={t("page.sum.place.blend", shares)} math={useBlend(total)} />
      <p className="muted">{t("page.sum.place.columns", shares)}</p>
      <StepRows
        label={t("page.sum.place.label")}
        steps={steps}
        heads={[
          t("page.sum.place.worst"),
          t("page.sum.place.mean"),
          t("page.sum.place.together"),
          t("page.sum.weight"),
        ]}
        cells={({ code }) => {
          const part = parts[partOf(code)];
          return [
            figures.exact(part.worst),
            figures.exact(part.mean),
            figures.exact(part.value),
            `${weights[partOf(code)]} %`,
          ];
        }}
        beside={({ code }) => <Doubts doubts={explained.doubts[code]} />}
      />
      <Transparency {...inherent} />
      <p>
        <a href="#sites">{t("page.sum.place.sites")}</a>
      </p>
      <DoubtTexts doubts={Object.values(explained.doubts).flatMap((doubts) => doubts ?? [])} />
    </>
  );
}

/** `0.6 × 83.36 + 0.4 × 81.54 = 82.63` */
export function useBlend({ worst, mean, worstShare, value }: Inherent["total"]): string {
  const figures = useNumberFormats();
  const factor = useFactors();
  const one = `${factor(worstShare)} × ${figures.exact(worst)}`;
  return `${one} + ${factor(100 - worstShare)} × ${figures.exact(mean)} = ${figures.exact(value)}`;
}

/** T: the mean of the parts that apply, each with what it was counted from. */
function Transparency({ transparency, parts }: Pick<Inherent, "transparency" | "parts">) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  if (transparency.length === 0) return null;
  const points = transparency.map((part) => figures.exact(part.points));
  return (
    <Titled title={t("page.sum.transparency.title")}>
      {transparency.map(({ question, points: own, heads, assumed }) => (
        <Formula
          key={question}
          text={
            assumed !== undefined
              ? t("page.sum.transparency.silent", { question })
              : heads
                ? t(`page.sum.transparency.${question === "L1" ? "L1" : "E4"}`, { question, ...heads })
                : t("page.sum.transparency.C3", { question })
          }
          math={
            assumed !== undefined
              ? `100 × ${assumed} % = ${figures.exact(own)}`
              : heads
                ? `100 × ${heads.some} ÷ ${heads.all} = ${figures.exact(own)}`
                : `= ${figures.exact(own)}`
          }
        />
      ))}
      {points.length > 1 && (
        <Formula
          text={t("page.sum.transparency.mean")}
          math={`(${points.join(" + ")}) ÷ ${points.length} = ${figures.exact(parts.T.value)}`}
        />
      )}
    </Titled>
  );
}
