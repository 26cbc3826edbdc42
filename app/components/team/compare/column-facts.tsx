import { BandChip } from "#app/components/team/ratings/band";
import { ExpectedMark } from "#app/components/team/ratings/expected-mark";
import { DprkMark, Gauge } from "#app/components/team/ratings/marks";
import { RestrictedBand } from "#app/components/team/ratings/restricted-band";
import { useTexts } from "#app/i18n/texts/use-texts";
import { Link } from "#app/router/api/navigation";
import type { ComparedColumn, ComparisonView } from "#app/views/team/suppliers/comparison";
import { Tiers } from "./compared-cell";
import { ScoreLine } from "./score-line";

type ColumnFactsProps = { column: ComparedColumn } & Pick<ComparisonView, "madeBy" | "isSameQuestionnaire">;

/** What a rating comes to, below the name of its supplier; by which rules, where not all have the same. */
export function ColumnFacts({ column, madeBy, isSameQuestionnaire }: ColumnFactsProps) {
  const { name, place, without, rating, expected } = column;
  const t = useTexts("ratings");
  return (
    <div className="compared-facts">
      <span className="second-line">{place}</span>
      {rating ? (
        <>
          {rating.figures ? <ScoreLine {...rating.figures} /> : <RestrictedBand band={rating.band} />}
          <span className="compared-line">
            {rating.figures && <Gauge value={rating.figures.confidence} />}
            <Tiers tiers={rating.tiers} />
          </span>
          {rating.figures && <DprkMark {...rating.figures.dprk} />}
          {!madeBy && <b className="compared-by">{t("compare.by", rating)}</b>}
          {!isSameQuestionnaire && (
            <b className="compared-by">{t("compare.questionnaire", { id: rating.questionnaire })}</b>
          )}
          {rating.changed && <p role="alert">{t("compare.changed")}</p>}
        </>
      ) : (
        <>
          <p>{t("compare.notRated")}</p>
          {expected ? <ExpectedMark {...expected} /> : <BandChip band="none" />}
        </>
      )}
      <Link className="compared-remove" to={without}>
        {t("compare.remove")}
        <span className="visually-hidden"> {t("compare.removeName", { name })}</span>
      </Link>
    </div>
  );
}
