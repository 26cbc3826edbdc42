import { Icon } from "#app/components/frame/icon";
import { useWords } from "#app/i18n/texts/use-words";

/** Says that an answer holds the band above what the score alone would give. */
export function FloorMark({ held = false }: { held?: boolean }) {
  const t = useWords("ratings");
  return (
    <span className="floor">
      <Icon name="floor" />
      {held ? t("heldByFloor") : t("floor")}
    </span>
  );
}
