import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { MapMark, MapPartName, MapPicture, MapView } from "#app/views/team/map/map";

/** The world, and Asia enlarged: the land is a picture of its own, which the page does not carry twice. */
export function MapPictures({ maps, edition }: Pick<MapView, "maps" | "edition">) {
  const t = useTexts("map");
  return (
    <>
      <Picture part="world" picture={maps.world} title={t("picturedWorld", { edition })} />
      {maps.asia.marks.length > 0 && (
        <>
          <h2 className="map-title">{t("asia")}</h2>
          <Picture part="asia" picture={maps.asia} title={t("picturedAsia")} />
        </>
      )}
    </>
  );
}

function Picture({ part, picture: { box, marks }, title }: { part: MapPartName; picture: MapPicture; title: string }) {
  const [, , width, height] = box;
  return (
    <figure className="map-box">
      <img src={`/map.svg?part=${part}&land`} width={width} height={height} alt={title} />
      <svg className="map-marks" viewBox={box.join(" ")} aria-hidden="true">
        {marks.map((mark) => (
          <Mark key={mark.country.code} {...mark} />
        ))}
      </svg>
    </figure>
  );
}

/** A circle leads to the suppliers of its country, and says its numbers; by keyboard and by ear the table does both. */
function Mark({ country, x, y, radius, wedge, label }: MapMark) {
  const t = useTexts("map");
  const team = useTexts("team");
  const { count } = useNumberFormats();
  const { name, tier, suppliers, grave, rated, href } = country;
  const said = t("mark", {
    country: name,
    tier: team(`tier.long.${tier}`),
    suppliers: count(suppliers),
    grave: count(grave),
    rated: count(rated),
  });
  return (
    <Link to={href} tabIndex={-1}>
      <title>{said}</title>
      <circle className="map-circle" cx={x} cy={y} r={radius} />
      {wedge && <path className="map-wedge" d={wedge} />}
      {label && (
        <text x={label.x} y={label.y} textAnchor={label.anchor}>
          {name} {count(suppliers)}
        </text>
      )}
    </Link>
  );
}
