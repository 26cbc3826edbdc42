const middle = 64;
const inner = 30;
const round = (value: number) => Math.round(value * 10) / 10;

function strokeOf(digit: string, place: number): string {
  const angle = (place / 64) * 2 * Math.PI;
  const outer = inner + 4 + 1.55 * Number.parseInt(digit, 16);
  const point = (radius: number) =>
    `${round(middle + radius * Math.sin(angle))} ${round(middle - radius * Math.cos(angle))}`;
  return `M${point(inner)}L${point(outer)}`;
}

/** A fingerprint drawn: one stroke for each of its 64 hex digits, clockwise from 12 o'clock. The same record, the same seal. */
export function Seal({ hash, name }: { hash: string; name: string }) {
  const digits = /^[0-9a-f]{64}$/.test(hash) ? [...hash] : [];
  return (
    <svg className="seal" viewBox="0 0 128 128" role="img" aria-label={name}>
      <circle className="seal-thin" cx={middle} cy={middle} r="27" />
      <path d={digits.map(strokeOf).join("")} />
      <circle className="seal-thin" cx={middle} cy={middle} r="62" />
    </svg>
  );
}
