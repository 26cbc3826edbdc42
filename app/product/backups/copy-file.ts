import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file as it was read: its size and the SHA-256 of its bytes in hex. */
export type FileFacts = { readonly bytes: number; readonly sha256: string };

const pieceBytes = 1024 * 1024;

/** Copies a file to a new one, readable by its owner only, and resolves when it is on disk. */
export async function copyFile(from: string, to: string): Promise<FileFacts> {
  const source = await open(from, "r");
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const target = await open(to, "wx", 0o600);
    try {
      const facts = await pass(source, target);
      await target.sync();
      return facts;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Size and hash of a file, without holding it in memory. */
export async function factsOf(path: string): Promise<FileFacts> {
  const source = await open(path, "r");
  return pass(source).finally(() => source.close());
}

async function pass(source: FileHandle, target?: FileHandle): Promise<FileFacts> {
  const hash = createHash("sha256");
  const buffer = Buffer.alloc(pieceBytes);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await source.read(buffer, 0, pieceBytes, null);
    if (bytesRead === 0) return { bytes, sha256: hash.digest("hex") };
    const piece = buffer.subarray(0, bytesRead);
    hash.update(piece);
    for (let at = 0; target && at < piece.length; ) at += (await target.write(piece, at)).bytesWritten;
    bytes += bytesRead;
  }
}

/** A new name is on disk only when its folder is. */
export async function syncFolder(...path: readonly string[]): Promise<void> {
  const handle = await open(join(...path), "r");
  await handle.sync().finally(() => handle.close());
}
