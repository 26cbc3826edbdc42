import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { DecidedBefore } from "#app/views/team/reviews/review";

/** What was decided about what this corrects, and was not carried over. */
export function DecideAgain({ again: { reference, lines } }: { again: DecidedBefore }) {
  const t = useTexts("reviews");
  return (
    <section aria-labelledby="again-title">
      <h2 id="again-title">{t("again.title")}</h2>
      <p className="dim">{t("again.lead", { reference })}</p>
      <ul>
        {lines.map(({ id, verdict, name, by, at, href }) => (
          <li key={id}>
            {href === undefined ? <bdi>{name}</bdi> : <Link to={href}>{name}</Link>}{" "}
            <strong>{t(`decision.verdict.${verdict}`)}</strong>{" "}
            <span className="dim">{t("decision.by", { name: by || t("decision.erased"), time: at.text })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
