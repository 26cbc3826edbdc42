import { type EvidenceFileType, evidenceFileTypes } from "./file-type";

/** File systems take 255 bytes; ours adds an ending, and a browser may add " (1)". */
const mostBytes = 180;
// Names that Windows gives to devices, whatever ending they have.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name of a file as it is shown and as it is offered for saving: its last part, without control, invisible and
 * direction-changing characters, and ending as its bytes say. Nothing on our disk is ever named by it.
 */
export function cleanFileName(name: string, type: EvidenceFileType): string {
  const [ending] = evidenceFileTypes[type].extensions;
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    // Unpaired surrogates are in \p{C} too, so that what is left can always be written as UTF-8.
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const dot = plain.lastIndexOf(".");
  const given = dot < 0 ? "" : plain.slice(dot + 1).toLowerCase();
  const known = evidenceFileTypes[type].extensions.some((extension) => extension === given);
  const stem = shorten(known ? plain.slice(0, dot) : plain).replace(/[. ]+$/, "");
  const safe = reserved.test(stem) ? `_${stem}` : stem;
  return `${safe || "document"}.${known ? given : ending}`;
}

/** Whole characters as people see them, for as long as they fit. */
function shorten(text: string): string {
  let kept = "";
  let bytes = 0;
  // Only the beginning is looked at, so that a name of a megabyte costs nothing.
  for (const { segment } of segmenter.segment(text.slice(0, 1000))) {
    bytes += Buffer.byteLength(segment);
    if (bytes > mostBytes) break;
    kept += segment;
  }
  return kept;
}

const segmenter = new Intl.Segmenter();
