/** Bytes that are looked at. Names repeat themselves: more of them tell no more. */
const mostEvidence = 8_000;

/** The first lines that hold a byte beyond ASCII: all that tells one encoding from another. Line breaks are the same in all. */
export function evidence(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = [];
  let length = 0;
  let at = bytes.findIndex((byte) => byte >= 0x80);
  while (at >= 0 && length < mostEvidence) {
    const from = lineStart(bytes, at);
    const to = Math.min(lineEnd(bytes, at), from + mostEvidence);
    lines.push(bytes.subarray(from, to), lineBreak);
    length += to - from + 1;
    const rest = bytes.subarray(to).findIndex((byte) => byte >= 0x80);
    at = rest < 0 ? -1 : to + rest;
  }
  return Buffer.concat(lines);
}

const lineBreak = Uint8Array.of(0x0a);
const isBreak = (byte: number | undefined) => byte === 0x0a || byte === 0x0d;

function lineStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < 2_000 && !isBreak(bytes[start - 1])) start--;
  return start;
}

function lineEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && !isBreak(bytes[end])) end++;
  return end;
}
