import { BandChip } from "#app/components/team/ratings/band";
import { FloorMark } from "#app/components/team/ratings/floor-mark";
import { useNumberFormats } from "#app/components/team/ratings/number-formats";
import type { ScoreCell } from "#app/views/team/suppliers/comparison";
import { Worst } from "./worst";

/** Score and band of one rating, and whether something other than the score holds the band. */
export function ScoreLine({
  score,
  band,
  confidence,
  held,
  worst = false,
}: Omit<ScoreCell, "worst"> & { worst?: boolean }) {
  const figures = useNumberFormats();
  return (
    <div className="rating">
      <span className="score">
        <Worst is={worst}>{figures.points(score)}</Worst>
      </span>
      <BandChip band={band} confidence={confidence} />
      {held && <FloorMark unverified={held === "open"} />}
    </div>
  );
}
