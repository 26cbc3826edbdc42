import { Icon } from "#app/components/frame/icon";
import { useWords } from "#app/i18n/texts/use-words";
import type { Band } from "#terms/bands";
import { useFigures } from "./figures";

/** How far the score moved since the rating before, in points. `points` absent: there was none before. */
export function RatingChange({ points, was }: { points?: number; was?: Band }) {
  const t = useWords("ratings");
  const team = useWords("team");
  const figures = useFigures();
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
      {was && <span className="second-line"> {t("change.was", { band: team(`band.${was}`) })}</span>}
    </>
  );
}
