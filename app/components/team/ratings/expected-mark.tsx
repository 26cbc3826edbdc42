import { useTexts } from "#app/i18n/texts/use-texts";
import type { Band } from "#terms/bands";
import { useNumberFormats } from "./number-formats";

/** What is expected before answers, in a broken box without the shape or the colour of a band: it is no rating. */
export function ExpectedMark({ score, band }: { score: number; band: Band }) {
  const t = useTexts("ratings");
  const bands = useTexts("team");
  const figures = useNumberFormats();
  return (
    <span className="expected">
      <span className="expected-box">
        <b>{figures.points(score)}</b> {bands(`band.${band}`)}
      </span>
      <span className="second-line">{t("expected.mark")}</span>
    </span>
  );
}
