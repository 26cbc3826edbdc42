/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex; handed in because this folder runs anywhere. */
export type Sha256 = (text: string) => string;

/**
 * The one text form of a JSON value after RFC 8785: no spaces, keys sorted by UTF-16 code unit, numbers and strings as
 * JavaScript writes them. Members that are undefined are left out, as in JSON.
 * @throws TypeError for what JSON cannot say: infinite numbers, functions, halves of characters
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return canonicalText(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${members.map(([key, member]) => `${canonicalText(key)}:${canonicalJson(member)}`).join(",")}}`;
  }
  throw new TypeError(`A ${typeof value} has no JSON form`);
}

function canonicalText(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new TypeError("Half a character has no JSON form");
  return JSON.stringify(text);
}

/** What a published body of data is known again by: SHA-256 over its canonical JSON, in lower-case hex. */
export function fingerprint(value: unknown, sha256: Sha256): string {
  return sha256(canonicalJson(value));
}
