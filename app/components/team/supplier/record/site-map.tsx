import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { SiteMapView } from "#app/views/team/map/site-map";

/** Where the sites are; the table below names each with its country. */
export function SiteMap({ box, land: [x, y, width, height], marks, title }: SiteMapView) {
  const { count } = useNumberFormats();
  return (
    <figure className="site-map">
      <svg className="site-map-marks" viewBox={box.join(" ")} role="img" aria-label={title}>
        <image href="/map.svg?part=world&land=plain" x={x} y={y} width={width} height={height} />
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
