/** First bytes of files that people take for lists. Office files of today are ZIP archives, older ones compound files. */
const beginnings = [
  ["spreadsheet", [0x50, 0x4b, 0x03, 0x04]],
  ["spreadsheet", [0xd0, 0xcf, 0x11, 0xe0]],
  ["not-text", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["not-text", [0x89, 0x50, 0x4e, 0x47]],
  ["not-text", [0xff, 0xd8, 0xff]],
] as const;

/** What an upload is instead of text, by its first bytes; undefined where it may be a list. */
export function unsupportedKind(bytes: Uint8Array): "spreadsheet" | "not-text" | undefined {
  return beginnings.find(([, beginning]) => beginning.every((byte, place) => bytes[place] === byte))?.[0];
}
