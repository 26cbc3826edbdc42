import type { Request, RequestHandler } from "express";
import { formBytes } from "#app/http/limits/form-limits";
import { sendProblem } from "#app/server/plain-page";

// `.data` is how a hydrated page sends the same form.
const uploads = [
  // More than the 20 MB of a list, so that whoever sends a longer one is told beside the field how to part it.
  { path: /^\/suppliers\/import(\.data)?\/?$/, kind: "lists", bytes: 40_000_000 },
  // Mails as files: some with what was attached to them, though the beginning of each is all that is read.
  { path: /^\/settings\/mail\/received(\.data)?\/?$/, kind: "lists", bytes: 40_000_000 },
  // Read as a stream, each file with its own limit; large enough for a video, so that its name is said and the others are kept.
  { path: /^\/attest\/[^/]+\/(?:[^/]+\/evidence|actions\/[^/]+\/proof)\/?$/, kind: "documents", bytes: 500_000_000 },
  // Three bytes stand for each byte that is no Latin letter. What is too much to read at once is still shown again.
  { path: /^\/attest\/[^/]+\/[^/]+\/[^/]+\/paste\/?$/, kind: "lists", bytes: 4_000_000 },
  // A workbook, or what its preview carries to its saving: each byte that is no Latin letter takes three.
  { path: /^\/attest\/[^/]+\/workbook\/?$/, kind: "lists", bytes: 12_000_000 },
] as const;

/** Past this, refusing politely (reading to the end so that the browser shows the page) costs more than it gives. */
const politeBytes = 64_000_000;

function limitOf(path: string): number {
  return uploads.find((upload) => upload.path.test(path))?.bytes ?? formBytes;
}

/** What a request uploads that is more than a form; undefined for everything else. */
export function uploadOf({ method, path, headers }: Request): (typeof uploads)[number]["kind"] | undefined {
  if (method !== "POST" || !(Number(headers["content-length"]) > formBytes)) return undefined;
  return uploads.find((upload) => upload.path.test(path))?.kind;
}

function inWords(bytes: number): string {
  return bytes < 1_000_000 ? `${bytes / 1000} kB` : `${bytes / 1_000_000} MB`;
}

/** 413 for a body past the limit of its address, 411 for one that does not say its length. */
export function bodyLimit(): RequestHandler {
  return (request, response, next) => {
    if (request.headers["transfer-encoding"] !== undefined) {
      response.set("connection", "close");
      return sendProblem(request, response, 411, "lengthMissing");
    }
    const length = Number(request.headers["content-length"] ?? 0);
    const limit = limitOf(request.path);
    if (length <= limit) return next();
    if (length > politeBytes) response.set("connection", "close");
    sendProblem(request, response, 413, "tooLarge", inWords(limit));
  };
}
