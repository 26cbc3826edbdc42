import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isDiskFull } from "#app/domain/problem";
import type { UploadFiles } from "#app/services/context/resources/upload-files";

/**
 * Lists below `folder`: `<organisation>/<sha256>`. The organisation is part of the path, so that nobody reads another's list
 * by its hash; when a list came is the time of its file.
 */
export function uploadFilesIn(folder: string): UploadFiles {
  const cameAt = async (path: string) => (await stat(path).catch(() => undefined))?.mtime;

  return {
    async keep(org, bytes, at) {
      const name = createHash("sha256").update(bytes).digest("hex");
      const path = join(folder, org, name);
      try {
        await mkdir(join(folder, org), { recursive: true, mode: 0o700 });
        await writeFile(path, bytes, { mode: 0o600 });
        await utimes(path, at, at);
      } catch (error) {
        // Half a list under the name of the whole would be shown as the list.
        await rm(path, { force: true });
        if (isDiskFull(error)) return "disk-full";
        throw error;
      }
      return name;
    },

    async read(org, name, since) {
      if (!/^[0-9a-f]{64}$/.test(name)) return undefined;
      const path = join(folder, org, name);
      const at = await cameAt(path);
      return at && at >= since ? readFile(path) : undefined;
    },

    async sweep(before) {
      let removed = 0;
      for (const org of await readdir(folder).catch(() => [])) {
        for (const name of await readdir(join(folder, org)).catch(() => [])) {
          const path = join(folder, org, name);
          const at = await cameAt(path);
          if (!at || at >= before) continue;
          await rm(path, { force: true });
          removed += 1;
        }
      }
      return removed;
    },
  };
}
