import { Icon } from "#app/components/frame/icon";
import { useTexts } from "#app/i18n/texts/use-texts";
import type { Band } from "#terms/bands";
import { useNumberFormats } from "./number-formats";

/** How far the score moved since the rating before, in points. `points` absent: there was none before. */
export function RatingChange({ points, was }: { points?: number; was?: Band }) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  if (points === undefined) return <span className="dim">{t("change.first")}</span>;
  return (
    <>
      {points === 0 ? (
        <span className="dim">{t("change.none")}</span>
      ) : (
        <span className="score-change ltr">
          <Icon name={points > 0 ? "up" : "down"} />
          {figures.signed(points)}
        </span>
      )}
      {was && <RatingWas was={was} />}
    </>
  );
}

/** The band of the rating before, where it was another one. */
export function RatingWas({ was }: { was: Band }) {
  const t = useTexts("ratings");
  const team = useTexts("team");
  return <span className="second-line"> {t("change.was", { band: team(`band.${was}`) })}</span>;
}
