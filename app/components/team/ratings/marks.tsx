import { useTexts } from "#app/i18n/texts/use-texts";
import { provenConfidence } from "#terms/bands";
import type { DprkState } from "#terms/dprk-states";
import { type Tier, tiers } from "#terms/tiers";

type Stroke = { d: string; filled?: boolean; broken?: boolean };

const circle = "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8z";
const diamond = "M8 1.4L14.6 8 8 14.6 1.4 8z";

const dprkStrokes: Record<DprkState, readonly Stroke[]> = {
  "no-checked": [{ d: circle }, { d: "M5.2 8.3l2 2 3.7-4.4" }],
  "no-not-checked": [{ d: circle, broken: true }],
  unknown: [
    { d: "M3.8 1.8h8.4a2 2 0 0 1 2 2v8.4a2 2 0 0 1-2 2H3.8a2 2 0 0 1-2-2V3.8a2 2 0 0 1 2-2z" },
    { d: "M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3M8 11.6v.1" },
  ],
  "past-before": [{ d: diamond }],
  "past-after": [{ d: diamond }, { d: "M8 1.4L14.6 8 8 14.6z", filled: true }],
  present: [{ d: diamond, filled: true }],
};

/** North Korean labour in one of six states: silhouette and words. `alone` leaves the words to the text beside. */
export function DprkMark({
  state,
  alone = false,
  disclosed = false,
}: {
  state: DprkState;
  alone?: boolean;
  disclosed?: boolean;
}) {
  const t = useTexts("team");
  return (
    <span className={`dprk dprk-${state}`}>
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        {dprkStrokes[state].map(({ d, filled, broken }) => (
          <path
            key={d}
            d={d}
            className={[filled && "filled", broken && "broken"].filter(Boolean).join(" ") || undefined}
          />
        ))}
      </svg>
      {!alone && (
        <span>
          {t(`dprk.${state}`)}
          {disclosed && <span className="second-line">{t("dprk.disclosed")}</span>}
        </span>
      )}
    </span>
  );
}

/** The filled part of the five cells, each 10 wide with 1 between, as one shape: a table draws fifty. */
function filledCells(value: number): string {
  const cells = [0, 1, 2, 3, 4].map((cell) => {
    const width = Math.max(0, Math.min(1, (value - cell * 20) / 20)) * 10;
    return width > 0 ? `M${cell * 11} 0h${width}v10h-${width}z` : "";
  });
  return cells.join("");
}

/**
 * Confidence as five cells and a number, 0 to 100. Pale while a good band is not yet believed. Cut off and not rounded: 49.6
 * shown as 50 would say proven, which it is not, and the filter would say otherwise.
 */
export function Gauge({ value }: { value: number }) {
  const t = useTexts("team");
  return (
    <span className={value < provenConfidence ? "confidence confidence-low" : "confidence"}>
      <svg className="gauge" viewBox="0 0 54 10" aria-hidden="true">
        <path className="gauge-off" d="M.5.5h9v9h-9zM11.5.5h9v9h-9zM22.5.5h9v9h-9zM33.5.5h9v9h-9zM44.5.5h9v9h-9z" />
        <path className="gauge-on" d={filledCells(value)} />
      </svg>
      <span>
        {Math.floor(value)}
        <span className="visually-hidden"> {t("ofHundred")}</span>
      </span>
    </span>
  );
}

/** How a tier is filled; the best one is not. */
const tierClasses: Readonly<Partial<Record<Tier | "none", string>>> = {
  "2": "tier-2",
  "2WL": "tier-wl",
  "3": "tier-3",
  SC: "tier-sc",
  none: "tier-none",
};

/** A country and its tier; `name` is the country in the reader's language. */
export function TierMark({ country, name, tier }: { country: string; name: string; tier: string }) {
  const t = useTexts("team");
  const known = tiers.find((one) => one === tier) ?? "none";
  return (
    <span className={["tier", tierClasses[known]].filter(Boolean).join(" ")}>
      <span aria-hidden="true">{country}</span>
      <b aria-hidden="true">{t(`tier.short.${known}`)}</b>
      <span className="visually-hidden">{t("tier.of", { country: name, tier: t(`tier.long.${known}`) })}</span>
    </span>
  );
}
