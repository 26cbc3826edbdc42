import { sealParts, sealPath } from "./seal-path";

/**
 * A fingerprint (SHA-256 in hex) drawn: one stroke for each of its 64 digits, clockwise from the top, of 4 units and 1.55 more
 * for each point of the digit. The same record has the same seal. `marked`: with the mark of Avow in its middle.
 */
export function Seal({ hash, name, marked = false }: { hash: string; name: string; marked?: boolean }) {
  const { centre, radii, mark } = sealParts;
  return (
    <svg className="seal" viewBox="0 0 128 128" role="img" aria-label={name}>
      <circle className="seal-thin" cx={centre} cy={centre} r={radii[0]} />
      <path d={sealPath(hash)} />
      <circle className="seal-thin" cx={centre} cy={centre} r={radii[1]} />
      {marked && <path className="seal-mark" d={mark} />}
    </svg>
  );
}
