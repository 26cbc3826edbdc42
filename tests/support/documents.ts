import { deflateRawSync } from "node:zlib";
import type { StoredEvidence } from "#db/records";
import type { EvidenceLimits } from "#db/store";
import { aHash, anId, now } from "./factories";

/** A real PDF of one empty page, padded to `bytes`. `mark` makes two of them differ. */
export function aPdf({ mark = "one", bytes = 0 }: { mark?: string; bytes?: number } = {}): Buffer {
  const text = `%PDF-1.4\n% ${mark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
  return Buffer.concat([Buffer.from(text), Buffer.alloc(Math.max(0, bytes - text.length), 0x20)]);
}

export const aJpg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
export const aPng = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55", "hex");

/** A ZIP file with these parts; `claimed` is what its directory says a part unpacks to, in bytes; `encoding`: of the parts. */
export function aZip(
  parts: Readonly<Record<string, string>>,
  claimed?: number,
  encoding: "utf8" | "latin1" = "utf8",
): Buffer {
  const lines: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(text, encoding));
    const size = claimed ?? Buffer.byteLength(text, encoding);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    line.writeUInt16LE(8, 10);
    line.writeUInt32LE(packed.length, 20);
    line.writeUInt32LE(size, 24);
    line.writeUInt16LE(Buffer.byteLength(name), 28);
    line.writeUInt32LE(at, 42);
    lines.push(head, Buffer.from(name), packed);
    directory.push(line, Buffer.from(name));
    at += head.length + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...lines, list, end]);
}

export const anXlsx = aZip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" });
export const aDocx = aZip({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" });

/** What a browser sends of a file, in pieces. */
export async function* pieces(bytes: Buffer, size = 65_536): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A document as it is attached. */
export function aDocument(over: Partial<Omit<StoredEvidence, "status">> = {}): Omit<StoredEvidence, "status"> {
  return {
    id: anId("evidence"),
    question: "E1",
    name: "head-count-2026-02.pdf",
    type: "application/pdf",
    bytes: 1000,
    sha256: aHash(),
    receivedAt: now,
    ...over,
  };
}

export const roomyLimits: EvidenceLimits = { files: 20, bytes: 1_000_000, everBytes: 5_000_000 };
