import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDiskFull } from "#app/domain/problem";
import type {
  AnnouncedFile,
  WaitingFile,
  WaitingFiles,
  WaitingKey,
} from "#app/services/context/resources/evidence-files";
import { countBytes, readCounted } from "./buffers.server";

/** Ids and hashes of others are never part of a name as they came: a short hash of each is. */
const short = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 24);
const beginOfOrg = (org: string) => `part.${short(org)}.`;
const beginOf = ({ org, attestation }: Omit<WaitingKey, "file">) => `${beginOfOrg(org)}${short(attestation)}.`;

/** Beside each part stands what it was announced as, written with every piece, so that both grow old together. */
const aboutEnding = ".about";

/**
 * Files that arrive in pieces, below `folder`, where other uploads arrive too: the sweep forgets what got no piece for a day.
 * Pieces are written at their place and not at the end, so that one that comes twice is written once.
 */
export function waitingFilesIn(folder: string): WaitingFiles {
  const nameOf = (key: WaitingKey) => `${beginOf(key)}${short(key.file)}`;
  const pathOf = (key: WaitingKey) => join(folder, nameOf(key));
  const sizeAt = async (path: string) => (await stat(path).catch(() => undefined))?.size ?? 0;

  return {
    size: (key) => sizeAt(pathOf(key)),

    async others(key) {
      const of = { files: 0, attestationBytes: 0, organisationBytes: 0 };
      for (const name of await readdir(folder).catch(() => [])) {
        if (!name.startsWith(beginOfOrg(key.org)) || name === nameOf(key) || name.endsWith(aboutEnding)) continue;
        const bytes = await sizeAt(join(folder, name));
        of.organisationBytes += bytes;
        if (!name.startsWith(beginOf(key))) continue;
        of.files += 1;
        of.attestationBytes += bytes;
      }
      return of;
    },

    async list(of) {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(beginOf(of)));
      const found = await Promise.all(
        names.filter((name) => name.endsWith(aboutEnding)).map((name) => readWaiting(join(folder, name))),
      );
      return found.flatMap((file) => file ?? []);
    },

    async write(key, at, piece, file) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        const handle = await open(pathOf(key), at === 0 ? "w" : "r+", 0o600);
        try {
          for (let done = 0; done < piece.length; )
            done += (await handle.write(piece, done, piece.length - done, at + done)).bytesWritten;
        } finally {
          await handle.close();
        }
        countBytes(piece.length);
        await writeFile(`${pathOf(key)}${aboutEnding}`, JSON.stringify(file), { mode: 0o600 });
        return "written";
      } catch (error) {
        if (isDiskFull(error)) return "disk-full";
        throw error;
      }
    },

    async hash(key) {
      const hash = createHash("sha256");
      for await (const piece of readCounted(pathOf(key))) hash.update(piece);
      return hash.digest("hex");
    },

    read: (key) => readCounted(pathOf(key)),

    async forget(key) {
      await rm(pathOf(key), { force: true });
      await rm(`${pathOf(key)}${aboutEnding}`, { force: true });
    },
  };
}

/** Undefined where the part is gone already, or its end was lost with the power. */
async function readWaiting(about: string): Promise<WaitingFile | undefined> {
  const part = await stat(about.slice(0, -aboutEnding.length)).catch(() => undefined);
  const text = await readFile(about, "utf8").catch(() => "");
  if (part === undefined || text === "") return undefined;
  try {
    const announced: AnnouncedFile = JSON.parse(text);
    return { ...announced, received: part.size, at: part.mtime };
  } catch {
    return undefined;
  }
}
