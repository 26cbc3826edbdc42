import { useTranslation } from "react-i18next";
import { BandChip } from "#app/components/team/ratings/band";
import { DprkMark } from "#app/components/team/ratings/marks";
import { Link } from "#app/router/api/navigation";
import type { ConcernName, ConcernView } from "#app/views/team/today";

type TodayConcernsProps = {
  concerns: readonly ConcernView[];
  /** Suppliers with a rating. */
  rated: number;
};

function Mark({ name }: { name: ConcernName }) {
  switch (name) {
    case "critical":
      return <BandChip band="critical" />;
    case "low-unproven":
      return <BandChip band="low" confidence={0} />;
    case "medium-unproven":
      return <BandChip band="medium" confidence={0} />;
    default:
      return <DprkMark state={name} />;
  }
}

/** The suppliers to look at before all others; each count leads to them. */
export function TodayConcerns({ concerns, rated }: TodayConcernsProps) {
  const { t } = useTranslation("team");
  return (
    <section className="section">
      <h2>{t("today.concerns.title")}</h2>
      {rated === 0 && <p>{t("today.concerns.notRated")}</p>}
      {rated > 0 && concerns.length === 0 && <p>{t("today.concerns.none", { count: rated })}</p>}
      {concerns.length > 0 && (
        <ul className="concerns">
          {concerns.map(({ name, suppliers, href }) => (
            <li key={name}>
              <Mark name={name} />
              <Link to={href} className="num">
                {t("today.concerns.count", { done: suppliers, all: rated })}
              </Link>
              <span className="muted">{t(`today.concerns.${name}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
