import { useTranslation } from "react-i18next";
import { BandChip, isUnproven, provenFrom } from "#app/components/team/ratings/band";
import { useFigures } from "#app/components/team/ratings/figures";
import { FloorMark } from "#app/components/team/ratings/floor-mark";
import { DprkMark, Gauge } from "#app/components/team/ratings/marks";
import { BandRuler } from "#app/pictures/band-ruler";
import { type Bounds, zonesOf } from "#app/pictures/points-axis";
import type { Band, DprkLabour, LegalStatus } from "#app/views/team/rating-codes";

export type VerdictProps = {
  score: number;
  band: Band;
  scoreBand: Band;
  bounds: Bounds;
  confidence: number;
  confidenceParts: readonly {
    part: "completeness" | "evidence" | "consistency" | "freshness" | "signature";
    points: number;
    most?: number;
  }[];
  dprk: DprkLabour;
  disclosed: boolean;
  statuses: readonly { name: string; status: LegalStatus }[];
  partialScope: boolean;
  floor?: {
    band: Band;
    lifts: boolean;
    remaining?: { score: number; band: Band };
    reasons: readonly { question: string; text: string; disclosed: boolean }[];
  };
};

/** What it comes to: band and score, how far to trust it, and what the laws ask. */
export function Verdict(rating: VerdictProps) {
  return (
    <div className="verdict">
      <Score {...rating} />
      <Confidence {...rating} />
      <Statuses {...rating} />
    </div>
  );
}

function Score({ score, band, scoreBand, bounds, confidence, floor, partialScope }: VerdictProps) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useFigures();
  const nameOf = (one: Band) => t(`team:band.${one}`);
  const zones = zonesOf(bounds);
  const told = (key: "ruler.name" | "ruler.floor", of: Band) => {
    const zone = zones.find((one) => one.band === of);
    return t(key, { score: figures.points(score), band: nameOf(of), from: zone?.from, to: zone?.to });
  };
  const lifts = floor?.lifts ?? false;
  return (
    <div>
      <div className="verdict-head">
        <BandChip band={band} confidence={confidence} large />
        {lifts && <FloorMark held />}
      </div>
      <p className="figure">
        {figures.points(score)} <small>{t("page.figure", { band: nameOf(scoreBand) })}</small>
      </p>
      <BandRuler
        score={score}
        figure={figures.points(score)}
        bounds={bounds}
        floor={lifts ? floor?.band : undefined}
        name={`${told("ruler.name", scoreBand)}${lifts ? ` ${told("ruler.floor", band)}` : ""}`}
        nameOf={nameOf}
      />
      {floor ? (
        <>
          <p>
            {lifts ? t("page.floorText", { scoreBand: nameOf(scoreBand), band: nameOf(band) }) : t("page.floorSame")}
          </p>
          <ul className="floor-reasons">
            {floor.reasons.map(({ question, text, disclosed }) => (
              <li key={`${question} ${text}`}>
                <a href={`#answer-${question}`}>{question}</a> {text}
                {disclosed && <span className="muted"> ({t("team:dprk.disclosed")})</span>}
              </li>
            ))}
          </ul>
          {floor.remaining && (
            <p>
              {t("page.remaining", {
                count: floor.reasons.length,
                score: figures.points(floor.remaining.score),
                band: nameOf(floor.remaining.band),
              })}
            </p>
          )}
        </>
      ) : (
        <p className="muted">{t("page.noFloor")}</p>
      )}
      {isUnproven(band, confidence) && (
        <p>{t("page.unproven", { band: nameOf(band), confidence: figures.count(confidence), needed: provenFrom })}</p>
      )}
      {partialScope && <p className="note">{t("page.partialScope")}</p>}
    </div>
  );
}

function Confidence({ confidence, confidenceParts }: VerdictProps) {
  const { t } = useTranslation("ratings");
  const figures = useFigures();
  return (
    <div>
      <h2>{t("confidence.title")}</h2>
      <p className="figure">
        {figures.count(confidence)} <small>{t("page.of100")}</small>
      </p>
      <div className="gauge-alone" aria-hidden="true">
        <Gauge value={confidence} />
      </div>
      <dl className="pairs">
        {confidenceParts.map(({ part, points, most }) => (
          <div key={part}>
            <dt>{t(`confidence.${part}`)}</dt>
            <dd>
              {most === undefined
                ? figures.plain(points)
                : t("confidence.of", { points: figures.plain(points), most: figures.plain(most) })}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A status that calls for somebody stands out by weight. */
const calling: ReadonlySet<LegalStatus> = new Set(["link-under-review", "link-not-rebutted"]);

function Statuses({ dprk, disclosed, statuses }: VerdictProps) {
  const { t } = useTranslation("ratings");
  return (
    <div>
      <h2>{t("page.statuses")}</h2>
      <dl className="pairs">
        <div>
          <dt>{t("page.dprkLabour")}</dt>
          <dd>
            <DprkMark state={dprk} disclosed={disclosed} />
          </dd>
        </div>
        {statuses.map(({ name, status }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{calling.has(status) ? <strong>{t(`status.${status}`)}</strong> : t(`status.${status}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
