import { useTexts } from "#app/i18n/texts/use-texts";
import type { Driver } from "#app/views/team/suppliers/supplier-line";
import { useNumberFormats } from "./number-formats";

/** What raised a rating most, in its words and points. */
export function DriverLine({ driver: { code, text, points, floor, unverified } }: { driver: Driver }) {
  const t = useTexts("ratings");
  const figures = useNumberFormats();
  return (
    <div className="driver">
      <span className="question-code">{code}</span>
      <span>
        {text}
        <span className="second-line num">
          {floor || points === undefined ? (
            t(unverified ? "untilAnswered" : "setsFloor")
          ) : (
            <Points words={t("points", { points: "\u0000" })} value={figures.signed(points)} />
          )}
        </span>
      </span>
    </div>
  );
}

/** The figure keeps its direction inside words of any other. */
function Points({ words, value }: { words: string; value: string }) {
  const [before, after] = words.split("\u0000");
  return (
    <>
      {before}
      <span className="ltr">{value}</span>
      {after}
    </>
  );
}
