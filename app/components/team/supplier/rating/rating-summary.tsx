import { useTranslation } from "react-i18next";
import { BandChip, isUnproven } from "#app/components/team/ratings/band";
import { FloorMark } from "#app/components/team/ratings/floor-mark";
import { DprkMark, Gauge } from "#app/components/team/ratings/marks";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { BandRuler } from "#app/pictures/band-ruler";
import { zonesOf } from "#app/pictures/points-axis";
import type { FloorView, RatingView } from "#app/views/team/supplier/rating";
import type { Band } from "#terms/bands";
import { provenConfidence } from "#terms/bands";

/** What it comes to: band and score, how far to trust it, and what the laws ask. */
export function RatingSummary(rating: RatingView) {
  return (
    <div className="rating-summary">
      <Score {...rating} />
      <Confidence {...rating} />
      <Statuses {...rating} />
    </div>
  );
}

function Score({ score, band, scoreBand, bounds, confidence, floor, withheld, partialScope }: RatingView) {
  const { t } = useTranslation(["ratings", "team"]);
  const figures = useNumberFormats();
  const nameOf = (one: Band) => t(`team:band.${one}`);
  const zones = zonesOf(bounds);
  const told = (key: "ruler.name" | "ruler.floor", of: Band) => {
    const zone = zones.find((one) => one.band === of);
    return t(key, { score: figures.points(score), band: nameOf(of), from: zone?.from, to: zone?.to });
  };
  const lifts = floor?.lifts ?? false;
  return (
    <div>
      <div className="rating-summary-head">
        <BandChip band={band} confidence={confidence} large />
        {lifts && <FloorMark held unverified={floor?.unverified} />}
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
          <p>{t(floorText(floor), { scoreBand: nameOf(scoreBand), band: nameOf(band) })}</p>
          <ul className="floor-reasons">
            {floor.reasons.map(({ question, text, disclosed, unverified, band: held }) => (
              <li key={`${question} ${text}`}>
                <a href={`#answer-${question}`}>{question}</a> {text}
                {disclosed && <span className="muted"> ({t("team:dprk.disclosed")})</span>}
                {unverified && <span className="muted"> {t("page.heldUntilAnswered", { band: nameOf(held) })}</span>}
              </li>
            ))}
          </ul>
          {floor.remaining && !floor.unverified && (
            <p>
              {t("page.remaining", {
                count: floor.reasons.filter(({ unverified }) => !unverified).length,
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
        <p>
          {t("page.unproven", { band: nameOf(band), confidence: figures.count(confidence), needed: provenConfidence })}
        </p>
      )}
      {withheld.length > 0 && <p>{t("page.withheld", { count: withheld.length, questions: withheld.join(", ") })}</p>}
      {partialScope && <p className="note">{t("page.partialScope")}</p>}
    </div>
  );
}

/** A floor is set by facts, or held until questions are answered, and either lifts the band or not. */
function floorText({ lifts, unverified }: FloorView) {
  if (unverified) return lifts ? "page.floorOpenText" : "page.floorOpenSame";
  return lifts ? "page.floorText" : "page.floorSame";
}

function Confidence({ confidence, confidenceParts, confidenceFindings }: RatingView) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
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
      <ConfidenceFindings findings={confidenceFindings} />
    </div>
  );
}

/** What makes answers doubtful though each fits, and the paper that ends it. */
function ConfidenceFindings({ findings }: { findings: RatingView["confidenceFindings"] }) {
  const { t } = useTranslation("ratings");
  const figures = useNumberFormats();
  if (findings.length === 0) return null;
  return (
    <ul className="findings">
      {findings.map(({ text, points, of, paper }) => (
        <li key={text}>
          {text} {paper} <span className="muted">{t(`confidence.off.${of}`, { points: figures.plain(points) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** Statuses that somebody has to act on are set in bold. */
export const needsAttention: ReadonlySet<RatingView["statuses"][number]["status"]> = new Set([
  "link-declared",
  "link-under-review",
  "link-not-rebutted",
]);

function Statuses({ dprk, disclosed, statuses }: RatingView) {
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
            <dd>{needsAttention.has(status) ? <strong>{t(`status.${status}`)}</strong> : t(`status.${status}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
