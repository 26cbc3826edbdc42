import { BandGlyph } from "#app/components/team/ratings/band";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { QueueLine } from "#app/views/team/reviews/queue";

/** Reviews one below the other, each with what is left and until when. */
export function Queue({ lines }: { lines: readonly QueueLine[] }) {
  const t = useTexts("reviews");
  const team = useTexts("team");
  return (
    <ul className="queue">
      {lines.map(({ id, href, name, band, due, isLate, left, second, isCurrent }) => (
        <li key={id}>
          <Link to={href} aria-current={isCurrent ? "true" : undefined}>
            <span>
              <span className={`ink-${band}`}>
                <BandGlyph band={band} />
              </span>{" "}
              <span className="visually-hidden">{team(`band.${band}`)}: </span>
              <b>
                <bdi>{name}</bdi>
              </b>
            </span>
            <time dateTime={due.iso} className={isLate ? "failed" : undefined}>
              {isLate ? t("late", { day: due.text }) : due.text}
            </time>
            <span className="queue-left">
              {left.map((text) => (
                <span key={text}>{text}</span>
              ))}
              {second !== undefined && <span>{t("waitsFor", { name: second })}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
