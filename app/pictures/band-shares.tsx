import { type TableBand, tableBands } from "#terms/bands";

type BandSharesProps = { byBand: Readonly<Record<TableBand, number>>; all: number; title: string };

const length = 200;

/** One bar for a whole, worst band first, those not rated last and empty. */
export function BandShares({ byBand, all, title }: BandSharesProps) {
  let at = 0;
  return (
    <svg className="band-shares" viewBox={`0 0 ${length} 14`} preserveAspectRatio="none" role="img" aria-label={title}>
      {tableBands.map((band) => {
        const width = Math.round((byBand[band] / Math.max(1, all)) * length * 10) / 10;
        const x = at;
        at += width;
        return width > 0 && <rect key={band} className={`share-${band}`} x={x} y="1" width={width} height="12" />;
      })}
    </svg>
  );
}
