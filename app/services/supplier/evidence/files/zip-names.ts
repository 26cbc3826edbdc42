const directoryEnd = 0x06054b50;
const directoryLine = 0x02014b50;

/**
 * Names of what a ZIP file holds, in lower case, from the directory at its end; undefined when that cannot be read, can be read
 * in two ways, or is larger than any Office program writes. Sizes it claims are not believed and nothing is unpacked.
 */
export function namesInZip({
  bytes,
  tail,
}: {
  readonly bytes: number;
  readonly tail: Uint8Array;
}): ReadonlySet<string> | undefined {
  const view = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = view.lastIndexOf("PK\x05\x06", undefined, "latin1");
  // A comment after the directory may hold a second one, which some programs read instead; Office writes none.
  if (end < 0 || end + 22 !== view.length || view.readUInt32LE(end) !== directoryEnd) return undefined;
  const start = view.readUInt32LE(end + 16) - (bytes - view.length);
  if (start < 0) return undefined;
  const names = new Set<string>();
  let at = start;
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > end || view.readUInt32LE(at) !== directoryLine) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const lower = view.toString("utf8", at + 46, at + 46 + name).toLowerCase();
    // Of two parts of one name each program reads another.
    if (names.has(lower)) return undefined;
    names.add(lower);
    at += 46 + name + extra + comment;
  }
  return names;
}
