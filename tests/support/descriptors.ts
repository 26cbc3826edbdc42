import { readdirSync, readlinkSync } from "node:fs";

/** What a process holds open, by its descriptors: paths of files, and what sockets and pipes are called. */
export function descriptors(pid: number | "self"): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((fd) => {
    try {
      return [readlinkSync(`${folder}/${fd}`)];
    } catch {
      // Closed since its name was read.
      return [];
    }
  });
}

/** Paths of the files that a process holds open; `below`: only those in this folder. */
export function openFiles(pid: number | "self", below = "/"): readonly string[] {
  return descriptors(pid)
    .filter((path) => path.startsWith(below))
    .sort();
}
