import { Icon } from "#app/components/frame/icon";
import { useTexts } from "#app/i18n/texts/use-texts";

type FloorMarkProps = {
  held?: boolean;
  /** No answer holds it but the lack of one. */
  unverified?: boolean;
};

/** Says that an answer, or the lack of one, holds the band above what the score alone would give. */
export function FloorMark({ held = false, unverified = false }: FloorMarkProps) {
  const t = useTexts("ratings");
  if (unverified) {
    return (
      <span className="floor floor-open">
        <Icon name="open" />
        {held ? t("heldUntilAnswered") : t("untilAnswered")}
      </span>
    );
  }
  return (
    <span className="floor">
      <Icon name="floor" />
      {held ? t("heldByFloor") : t("floor")}
    </span>
  );
}
