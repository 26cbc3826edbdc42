import { useTexts } from "#app/i18n/texts/use-texts";
import type { Tier } from "#terms/tiers";

const drawn = ["1", "2", "2WL", "3", "SC"] as const satisfies readonly Tier[];

/** What tints, hatches and circles mean. */
export function MapLegend() {
  const t = useTexts("map");
  const team = useTexts("team");
  return (
    <ul className="map-legend small" aria-label={t("legend.title")}>
      {drawn.map((tier) => (
        <li key={tier}>
          <span className={`map-key map-key-${tier}`} aria-hidden="true" />
          {team(`tier.long.${tier}`)}
        </li>
      ))}
      <li>
        <span className="map-key map-key-land" aria-hidden="true" />
        {t("legend.land")}
      </li>
      <li>
        <svg className="map-key-circle" viewBox="0 0 16 16" aria-hidden="true">
          <circle className="map-circle" cx="8" cy="8" r="6.5" />
          <path className="map-wedge" d="M8 8V1.5A6.5 6.5 0 0 1 14.5 8Z" />
        </svg>
        {t("legend.circle")}
      </li>
    </ul>
  );
}
