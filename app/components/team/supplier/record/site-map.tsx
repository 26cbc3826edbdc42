import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { SiteMapView } from "#app/views/team/supplier/site-map";

/** Where the sites are; the table below names each with its country. */
export function SiteMap({ box, marks, title }: SiteMapView) {
  const { count } = useNumberFormats();
  const [, , width, height] = box;
  return (
    <figure className="map-box site-map">
      <img src="/map.svg?part=world&land=plain" width={width} height={height} alt={title} loading="lazy" />
      <svg className="map-marks" viewBox={box.join(" ")} aria-hidden="true">
        {marks.map(({ name, sites, said, x, y, radius, label }) => (
          <g key={name}>
            <title>{said}</title>
            <circle className="map-circle" cx={x} cy={y} r={radius} />
            {label && (
              <text x={label.x} y={label.y} textAnchor={label.anchor}>
                {name} {count(sites)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
