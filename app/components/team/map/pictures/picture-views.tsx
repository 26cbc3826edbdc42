import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import { type PictureKind, pictureKinds } from "#app/views/team/map/pictures";

const views = ["map", ...pictureKinds] as const;

/** The map and the pictures beside it, each at its own address. */
export function PictureViews({ shown }: { shown: "map" | PictureKind }) {
  const t = useTexts("map");
  return (
    <nav aria-label={t("views.label")}>
      <ul className="picture-views">
        {views.map((view) => (
          <li key={view}>
            <Link to={view === "map" ? "/map" : `/map/${view}`} aria-current={view === shown ? "page" : undefined}>
              {t(`views.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
