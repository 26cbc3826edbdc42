const centre = 64;
const inner = 30;
const strokes = 64;

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function stroke(digit: string, place: number): string {
  const angle = (place / strokes) * 2 * Math.PI;
  const point = (radius: number) =>
    `${tenth(centre + radius * Math.sin(angle))} ${tenth(centre - radius * Math.cos(angle))}`;
  return `M${point(inner)}L${point(inner + 4 + 1.55 * Number.parseInt(digit, 16))}`;
}

/**
 * A fingerprint (SHA-256 in hex) drawn: one stroke for each of its 64 digits, clockwise from the top, of 4 units and 1.55 more
 * for each point of the digit. The same record has the same seal. `marked`: with the mark of Avow in its middle.
 */
export function Seal({ hash, name, marked = false }: { hash: string; name: string; marked?: boolean }) {
  const digits = /^[0-9a-f]{64}$/.test(hash) ? [...hash] : [];
  return (
    <svg className="seal" viewBox="0 0 128 128" role="img" aria-label={name}>
      <circle className="seal-thin" cx={centre} cy={centre} r="27" />
      <path d={digits.map(stroke).join("")} />
      <circle className="seal-thin" cx={centre} cy={centre} r="62" />
      {marked && <path className="seal-mark" d="M51 74L62 50 73 74M55.5 66h23" />}
    </svg>
  );
}
