const entry = 16;
const header = 12;

/** Where a table of a TrueType font is, in bytes from its start. @throws Error where it has none of that name */
export function tableAt(font: Buffer, tag: string): number {
  const found = tablesOf(font).find((table) => table.tag === tag);
  if (!found) throw new Error(`a font has no table ${tag}`);
  return found.at;
}

function tablesOf(font: Buffer) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, number) => {
    const line = font.subarray(header + number * entry, header + (number + 1) * entry);
    return { tag: line.toString("latin1", 0, 4), line, at: line.readUInt32BE(8), bytes: line.readUInt32BE(12) };
  });
}

/** A TrueType font with only some of its tables; glyphs keep their numbers. */
export function withTables(font: Buffer, tags: readonly string[]): Buffer {
  const tables = tablesOf(font).filter(({ tag }) => tags.includes(tag));
  const head = Buffer.alloc(header + tables.length * entry);
  font.copy(head, 0, 0, 4);
  head.writeUInt16BE(tables.length, 4);
  // For searching by halves: the largest power of two, its logarithm, and what is left.
  const power = Math.floor(Math.log2(tables.length));
  head.writeUInt16BE(2 ** power * entry, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((tables.length - 2 ** power) * entry, 10);
  const parts = [head];
  let end = head.length;
  for (const [number, { line, at, bytes }] of tables.entries()) {
    line.copy(head, header + number * entry);
    head.writeUInt32BE(end, header + number * entry + 8);
    const padded = Buffer.alloc(Math.ceil(bytes / 4) * 4);
    font.copy(padded, 0, at, at + bytes);
    parts.push(padded);
    end += padded.length;
  }
  return Buffer.concat(parts);
}
