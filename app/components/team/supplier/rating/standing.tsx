import { useTexts } from "#app/i18n/texts/use-texts";
import type { StandingView } from "#app/views/team/reports/benchmark";

/** Where a supplier stands among others, in one line, and what its figures mean. */
export function Standing({ sentences, definition }: StandingView) {
  const t = useTexts("ratings");
  return (
    <p>
      <strong>{t("page.standing")}</strong>{" "}
      {sentences.map((sentence) => (
        <span key={sentence}>{sentence} </span>
      ))}
      <small className="dim">{definition}</small>
    </p>
  );
}
