import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { aDataFolder, startServer } from "./servers";
import { suppliersAtWork } from "./suppliers-at-work";

/** Most memory that the server held, in megabytes: after its start, and while a file came in one form and in pieces. */
export type UploadMemory = { readonly start: number; readonly form: number; readonly pieces: number };

const fileBytes = 200_000_000;
const chunkBytes = 1_000_000;
/** As the script of the page sends them. */
const pieceBytes = 250_000;

/** The most memory that a process ever held, as Linux tells. */
function peakMegabytes(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1_000;
}

/** A part of a picture of 200 MB that is never held whole; `mark` tells one picture from another. */
function part(at: number, length: number, mark: number): Buffer {
  const bytes = Buffer.alloc(length, mark);
  if (at === 0) bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/**
 * Two pictures of 200 MB sent one after the other to a server of their own each, where the setting allows so much in one file: as
 * it comes, more than 20 MB are refused, and of PDF and Office files always.
 */
export async function uploadMemory(): Promise<UploadMemory> {
  const form = await peakOf(sendForm);
  const pieces = await peakOf(sendPieces);
  return { start: form.start, form: form.peak, pieces: pieces.peak };
}

type Send = (page: string, headers: Readonly<Record<string, string>>) => Promise<void>;

async function peakOf(send: Send): Promise<{ readonly start: number; readonly peak: number }> {
  const dataDir = aDataFolder();
  const [supplier] = await suppliersAtWork(dataDir, 1);
  if (!supplier) throw new Error("nobody is at work");
  const server = await startServer(["build/server/main.js"], dataDir, { DOCUMENT_MAX_MB: "200" });
  try {
    const start = peakMegabytes(server.pid);
    const page = `${server.origin}/attest/${supplier.attestation}/A2/evidence`;
    await send(page, { cookie: supplier.cookie, origin: server.origin });
    return { start, peak: peakMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}

const sendForm: Send = async (page, headers) => {
  const boundary = "avow-bench";
  const head = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="site.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  const length = head.length + fileBytes + tail.length;
  const type = `multipart/form-data; boundary=${boundary}`;
  await new Promise<void>((resolve, reject) => {
    const outgoing = request(page, {
      method: "POST",
      headers: { ...headers, "content-type": type, "content-length": String(length) },
    });
    outgoing.on("error", reject).on("response", (answer) => {
      answer.resume();
      if (answer.statusCode === 302) resolve();
      else reject(new Error(`the form was answered with ${answer.statusCode}`));
    });
    const write = async () => {
      outgoing.write(head);
      for (let at = 0; at < fileBytes; at += chunkBytes) {
        const isTaken = outgoing.write(part(at, chunkBytes, 1));
        if (!isTaken) await new Promise((next) => outgoing.once("drain", next));
      }
      outgoing.end(tail);
    };
    write().catch(reject);
  });
};

const sendPieces: Send = async (page, headers) => {
  const digest = createHash("sha256");
  for (let at = 0; at < fileBytes; at += pieceBytes) digest.update(part(at, pieceBytes, 2));
  const asked = { name: "site.jpg", sha256: digest.digest("hex"), bytes: String(fileBytes) };
  for (let at = 0; at < fileBytes; at += pieceBytes) {
    const search = new URLSearchParams({ ...asked, at: String(at) });
    const body = new Uint8Array(part(at, pieceBytes, 2));
    const answer = await fetch(`${page}/pieces?${search}`, { method: "POST", headers, body });
    const told = await answer.text();
    const isTaken =
      at + pieceBytes < fileBytes ? told === `{"at":${at + pieceBytes}}` : told.startsWith('{"errors":[],');
    if (!isTaken) throw new Error(`the piece at ${at} was answered with ${answer.status} ${told.slice(0, 200)}`);
  }
};
