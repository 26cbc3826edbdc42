import { DprkMark, Gauge, TierMark } from "#app/components/team/ratings/marks";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import { needsAttention } from "#app/components/team/supplier/rating/rating-summary";
import { useTexts } from "#app/i18n/texts/use-texts";
import { PointsBar } from "#app/pictures/points-bar";
import type { ComparedRow, PointsBarKind, PointsCell } from "#app/views/team/suppliers/comparison";
import type { CountryTier } from "#app/views/team/suppliers/supplier-line";
import type { LegalStatus } from "#terms/laws/legal-statuses";
import { AnswerSaid } from "./answer-said";
import { ScoreLine } from "./score-line";
import { Worst } from "./worst";

/** How all bars of the table are drawn. */
export type Bars = { readonly scale: number; readonly hatch: string };

type FactRow = Extract<ComparedRow, { kind: "dprk" | "status" | "tiers" | "answer" }>;
type SumRow = Exclude<ComparedRow, FactRow>;

/** What one row says of the supplier in one column. */
export function ComparedCell({ row, place, bars }: { row: ComparedRow; place: number; bars: Bars }) {
  switch (row.kind) {
    case "points":
    case "total":
    case "confidence":
    case "score":
      return <SumCell row={row} place={place} bars={bars} />;
    default:
      return <FactCell row={row} place={place} />;
  }
}

function SumCell({ row, place, bars }: { row: SumRow; place: number; bars: Bars }) {
  switch (row.kind) {
    case "points":
      return row.cells[place] ? <Points {...row.cells[place]} {...bars} kind={row.bar} /> : <NotRated />;
    case "total":
      return row.cells[place] ? <Figure {...row.cells[place]} /> : <NotRated />;
    case "confidence":
      return row.cells[place] ? <Confidence {...row.cells[place]} /> : <NotRated />;
    case "score":
      return row.cells[place] ? <ScoreLine {...row.cells[place]} /> : <NotRated />;
  }
}

function FactCell({ row, place }: { row: FactRow; place: number }) {
  switch (row.kind) {
    case "dprk":
      return row.cells[place] ? <DprkMark {...row.cells[place]} /> : <NotRated />;
    case "status":
      return row.cells[place] ? <Status status={row.cells[place]} /> : <NotRated />;
    case "tiers":
      return row.cells[place] ? <Tiers tiers={row.cells[place]} /> : <NotRated />;
    case "answer":
      return row.cells[place] ? <AnswerSaid {...row.cells[place]} /> : <NotRated />;
  }
}

function NotRated() {
  const t = useTexts("ratings");
  return <span className="dim">{t("compare.noRating")}</span>;
}

function Points({ points, worst, kind, ...bars }: PointsCell & Bars & { kind: PointsBarKind }) {
  const figures = useNumberFormats();
  if (points === undefined)
    return (
      <div className="points-cell dim">
        <span>–</span>
      </div>
    );
  return (
    <div className="points-cell">
      <Worst is={worst}>
        <span className="ltr">{kind === "past" ? figures.points(Math.abs(points)) : figures.signed(points)}</span>
      </Worst>
      <PointsBar kind={kind} points={points} {...bars} />
    </div>
  );
}

function Figure({ points, worst }: PointsCell) {
  const figures = useNumberFormats();
  return (
    <div className="points-cell">
      <Worst is={worst}>
        <span>{figures.points(points ?? 0)}</span>
      </Worst>
    </div>
  );
}

function Confidence({ points, worst }: PointsCell) {
  return (
    <Worst is={worst}>
      <Gauge value={points ?? 0} />
    </Worst>
  );
}

function Status({ status }: { status: LegalStatus }) {
  const t = useTexts("ratings");
  const words = t(`status.${status}`);
  return needsAttention.has(status) ? <strong>{words}</strong> : words;
}

export function Tiers({ tiers }: { tiers: readonly CountryTier[] }) {
  const t = useTexts("ratings");
  if (tiers.length === 0) return <span className="dim">{t("suppliers.noTiers")}</span>;
  return (
    <span className="tiers compared-tiers">
      {tiers.map((tier) => (
        <TierMark key={tier.country} {...tier} />
      ))}
    </span>
  );
}
