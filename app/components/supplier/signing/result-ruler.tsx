import { useSupplierTexts } from "#app/components/text/supplier-words";
import type { ResultView } from "#app/views/supplier/signing/result";
import { bands } from "#terms/bands";

const width = 358;
const along = (points: number) => Math.round(points * width) / 100;

/** Where a score lies between 0 and 100. Never mirrored: an axis runs one way everywhere. */
export function ResultRuler({ at, bounds, name }: ResultView["ruler"]) {
  const t = useSupplierTexts();
  const edges = [0, bounds.medium, bounds.high, bounds.critical, 100];
  const here = along(Math.min(100, Math.max(0, at)));
  return (
    <svg className="result-ruler" viewBox="-8 8 374 54" role="img" aria-label={name}>
      {bands.map((band, place) => {
        const [from = 0, to = 100] = edges.slice(place, place + 2);
        return (
          <g key={band}>
            <rect className={`zone-${band}`} x={along(from)} y="22" width={along(to - from)} height="14" />
            <text x={along((from + to) / 2)} y="55" textAnchor="middle">
              {t(`result.band.${band}`)}
            </text>
          </g>
        );
      })}
      <path className="result-pin" d={`M${here} 21l-6-9h12z`} />
      <path className="result-tick" d={edges.map((edge) => `M${along(edge)} 36v5`).join("")} />
    </svg>
  );
}
