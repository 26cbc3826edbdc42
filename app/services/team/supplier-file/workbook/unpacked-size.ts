import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";

const inflate = promisify(inflateRaw);

/** Parts that a workbook may have, and bytes that all of them may have when they are unpacked. */
const most = { parts: 500, bytes: 150_000_000 };

const endOfDirectory = "PK\x05\x06";
const lineOfDirectory = 0x02014b50;
const localHeader = 0x04034b50;

type Part = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

/** The parts of a ZIP file by its directory; undefined where it has none that can be read, or more than a workbook has. */
function partsOf(zip: Buffer): Part[] | undefined {
  const end = zip.lastIndexOf(endOfDirectory, undefined, "latin1");
  if (end < 0 || end + 22 > zip.length) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > most.parts) return undefined;
  const parts: Part[] = [];
  for (let left = count; left > 0; left--) {
    if (at + 46 > end || zip.readUInt32LE(at) !== lineOfDirectory) return undefined;
    const nameBytes = zip.readUInt16LE(at + 28);
    parts.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameBytes),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** Whether a part unpacks to just as many bytes as the directory says: a small file can claim little and hold gigabytes. */
async function isTrue(zip: Buffer, { method, packed, size, at }: Part): Promise<boolean> {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== localHeader) return false;
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(start, start + packed);
  if (bytes.length !== packed) return false;
  if (method === 0) return packed === size;
  if (method !== 8) return false;
  try {
    return (await inflate(bytes, { maxOutputLength: Math.max(1, size) })).length === size;
  } catch {
    return false;
  }
}

/**
 * Whether a file is a workbook (Office Open XML) that can be unpacked without harm: its parts are few, each is as large as it
 * says, no two of them share bytes, and all of them fit in memory.
 */
export async function isSafeWorkbook(bytes: Uint8Array): Promise<boolean> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = partsOf(zip);
  if (!parts?.some(({ name }) => name === "xl/workbook.xml")) return false;
  const sum = (of: "packed" | "size") => parts.reduce((total, part) => total + part[of], 0);
  const isOwnBytes = new Set(parts.map(({ at }) => at)).size === parts.length && sum("packed") <= zip.length;
  if (!isOwnBytes || sum("size") > most.bytes) return false;
  for (const part of parts) if (!(await isTrue(zip, part))) return false;
  return true;
}
