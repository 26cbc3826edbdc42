import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/team/icons";

/** Says that an answer holds the band above what the score alone would give. */
export function FloorMark({ held = false }: { held?: boolean }) {
  const { t } = useTranslation("ratings");
  return (
    <span className="floor">
      <Icon name="floor" />
      {held ? t("heldByFloor") : t("floor")}
    </span>
  );
}
