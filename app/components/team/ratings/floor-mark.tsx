import { Icon } from "#app/components/frame/icon";
import { useTexts } from "#app/i18n/texts/use-texts";

/** Says that an answer holds the band above what the score alone would give. */
export function FloorMark({ held = false }: { held?: boolean }) {
  const t = useTexts("ratings");
  return (
    <span className="floor">
      <Icon name="floor" />
      {held ? t("heldByFloor") : t("floor")}
    </span>
  );
}
