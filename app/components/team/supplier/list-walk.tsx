import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/frame/icon";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { Link } from "#app/router/api/navigation";
import type { PlaceInView } from "#app/views/team/supplier/supplier-page";

/** The one before and the one after in the list that the supplier was opened from. */
export function ListWalk({ place, total, previous, next }: PlaceInView) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  return (
    <nav className="list-walk" aria-label={t("page.walk.label")}>
      {previous !== undefined && (
        <Link className="button button-second" to={previous} rel="prev">
          <Icon name="back" mirrored /> {t("page.walk.previous")}
        </Link>
      )}
      <span className="num">{t("page.walk.place", { place: figures.count(place), total: figures.count(total) })}</span>
      {next !== undefined && (
        <Link className="button button-second" to={next} rel="next">
          {t("page.walk.next")} <Icon name="forward" mirrored />
        </Link>
      )}
    </nav>
  );
}
