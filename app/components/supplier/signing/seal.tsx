import { useSupplierWords } from "#app/components/text/supplier-words";

const centre = 64;
const inner = 30;
const strokes = 64;

/** A stroke a hex digit, clockwise from the top; its length is 4 + 1.55 times the digit. */
function strokePath(hash: string): string {
  return [...hash.slice(0, strokes)]
    .map((digit, at) => {
      const angle = (at / strokes) * 2 * Math.PI;
      const point = (radius: number) =>
        `${tenth(centre + radius * Math.sin(angle))} ${tenth(centre - radius * Math.cos(angle))}`;
      return `M${point(inner)}L${point(inner + 4 + 1.55 * Number.parseInt(digit, 16))}`;
    })
    .join("");
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The fingerprint drawn: the same record has the same seal. */
export function Seal({ hash }: { hash: string }) {
  const t = useSupplierWords();
  return (
    <svg className="seal" viewBox="0 0 128 128" role="img" aria-label={t("receipt.seal")}>
      <circle className="seal-thin" cx={centre} cy={centre} r="27" />
      <path d={strokePath(hash)} />
      <circle className="seal-thin" cx={centre} cy={centre} r="62" />
      <path className="mark-lines" d="M51 74L62 50 73 74M55.5 66h23" />
    </svg>
  );
}
