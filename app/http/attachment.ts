/**
 * Headers of a file that is saved, never shown: whatever it holds, no browser runs it in the name of this site.
 * The server adds nosniff, as it does to all answers.
 * @param type media type told from the bytes
 */
export function attachmentHeaders({ name, type, bytes }: { name: string; type: string; bytes: number }): HeadersInit {
  return {
    "content-type": type,
    "content-length": String(bytes),
    "content-disposition": `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    // Also keeps the answer from being compressed, which would drop its length.
    "cache-control": "private, no-store, no-transform",
  };
}

/** For browsers that know no other; `%` would be decoded by some. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
}

/** `value-chars` of RFC 5987 section 3.2.1: encodeURIComponent leaves four characters that may not stand there. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
