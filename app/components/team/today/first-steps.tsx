import { useTranslation } from "react-i18next";
import { Icon } from "#app/components/frame/icon";
import { BandChip } from "#app/components/team/ratings/band";
import { DprkMark, Gauge, TierMark } from "#app/components/team/ratings/marks";
import { Link } from "#app/router/api/navigation";
import type { FirstStepsView } from "#app/views/team/today";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";

/** The three steps to the first rating. */
export function FirstSteps({ edition, questions, suppliers, mayImport, mayCampaign }: FirstStepsView) {
  const { t } = useTranslation("team");
  return (
    <ol className="step-list">
      <li className="is-done">
        <Icon name="tick" className="tick" />
        <div>
          <h2>
            {t("first.data.title")} <span className="visually-hidden">{t("first.done")}</span>
          </h2>
          <p className="muted">{t("first.data.text", { edition: edition.title, count: edition.countries })}</p>
          <p>
            <Link to="/settings/reference">{t("first.data.look")}</Link>
          </p>
        </div>
      </li>
      <li className={suppliers > 0 ? "is-done" : undefined}>
        {suppliers > 0 && <Icon name="tick" className="tick" />}
        <div>
          <h2>
            {t("first.suppliers.title")} {suppliers > 0 && <span className="visually-hidden">{t("first.done")}</span>}
          </h2>
          <p className="muted">
            {suppliers > 0 ? t("first.suppliers.there", { count: suppliers }) : t("first.suppliers.text")}
          </p>
          {mayImport && (
            <div className="actions">
              <Link className={suppliers > 0 ? "button button-second" : "button"} to="/suppliers/import">
                {t("first.suppliers.import")}
              </Link>
              <Link className="button button-second" to="/suppliers/import#pasted">
                {t("first.suppliers.paste")}
              </Link>
              <a href="/suppliers/import/sample.csv" download>
                {t("first.suppliers.sample")}
              </a>
            </div>
          )}
        </div>
      </li>
      <li>
        <div>
          <h2>{t("first.send.title")}</h2>
          <p className="muted">{t("first.send.text", { questions })}</p>
          <div className="actions">
            {mayCampaign && suppliers > 0 && (
              <Link className="button" to="/campaigns/new">
                {t("first.send.start")}
              </Link>
            )}
            <Link to="/questionnaires">{t("first.send.read")}</Link>
          </div>
        </div>
      </li>
    </ol>
  );
}

const bandsWorstFirst = [...bands].reverse();
const tierExamples = [
  { country: "KR", tier: "1" },
  { country: "VN", tier: "2" },
  { country: "CN", tier: "3" },
] as const;

/** How to read a rating: every mark of the suppliers table with its words. */
export function RatingLegend() {
  const { t } = useTranslation("team");
  return (
    <section aria-labelledby="legend-title">
      <h2 id="legend-title">{t("legend.title")}</h2>
      <p className="muted">{t("legend.lead")}</p>
      <dl className="legend">
        {bandsWorstFirst.map((band) => (
          <div key={band}>
            <dt>
              <BandChip band={band} />
            </dt>
            <dd>{t(`legend.${band}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <BandChip band="low" confidence={0} />
          </dt>
          <dd>{t("legend.unproven")}</dd>
        </div>
        <div>
          <dt>
            <Gauge value={62} />
          </dt>
          <dd>{t("legend.confidence")}</dd>
        </div>
        <div>
          <dt>
            <span className="tiers">
              {tierExamples.map(({ country, tier }) => (
                <TierMark key={country} country={country} name={country} tier={tier} />
              ))}
            </span>
          </dt>
          <dd>{t("legend.tiers")}</dd>
        </div>
      </dl>
      <h3 className="section">{t("legend.dprk")}</h3>
      <dl className="legend">
        {dprkStates.map((state) => (
          <div key={state}>
            <dt>
              <DprkMark state={state} alone />
            </dt>
            <dd>{t(`dprk.${state}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
