import { readdirSync, readFileSync } from "node:fs";
import type { Log } from "#app/adapters/log.server";

/** Shares of the descriptors that a process may hold: from here on it is logged, and from here on it is not ready. */
const warnedShare = 0.7;
const fullShare = 0.9;
/** How often it is said, in milliseconds. */
const sayEveryMs = 60_000;

/** What a process holds open, and the most that it may; undefined where the system does not say (it is not Linux). */
export function openDescriptors(): { readonly open: number; readonly most: number } | undefined {
  try {
    const open = readdirSync("/proc/self/fd").length;
    const most = Number(/^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"))?.[1]);
    return Number.isFinite(most) ? { open, most } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is room for more connections and files. Without it a process that runs out of them dies without a word. */
export function descriptorCheck(log: Log, count: typeof openDescriptors = openDescriptors): () => boolean {
  let saidAt = -Infinity;
  return () => {
    const found = count();
    if (!found) return true;
    const share = found.open / found.most;
    if (share >= warnedShare && performance.now() - saidAt >= sayEveryMs) {
      saidAt = performance.now();
      log.warn(found, "nearly all descriptors are open");
    }
    return share < fullShare;
  };
}
