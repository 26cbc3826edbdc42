/**
 * The one text form of a value made of objects, arrays, strings, whole numbers, booleans and null:
 * keys sorted by code unit, no spaces. For such values it agrees with RFC 8785.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
  }
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new Error(`Only whole numbers have one text form here, not ${value}`);
  }
  const written = JSON.stringify(value);
  if (written === undefined) throw new Error(`A ${typeof value} has no JSON form`);
  return written;
}

/**
 * Fingerprint of a body of reference data. The hash comes from the caller because the core runs in browsers too.
 * @param sha256 SHA-256 of the UTF-8 bytes of a text, in lower-case hex.
 */
export function fingerprint(value: unknown, sha256: (text: string) => string): string {
  return sha256(canonicalJson(value));
}
