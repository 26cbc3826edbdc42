import { setTimeout as pause } from "node:timers/promises";
import type { ServiceContext } from "#app/services/context/contexts";
import type { RecordedDocument } from "#db/store/upkeep";
import type { Finding } from "./findings";
import { stepsOf } from "./steps";

type Looked = Pick<ServiceContext, "store" | "files">;

/** Longer than from when a document has its name on disk to when it is on record, in milliseconds. */
const underWayMs = 2_000;
const batch = 500;

/** Documents that are on record and not on disk, or not as they were received. The same file is read once. */
export async function* checkDocuments(ctx: Looked, count: () => void): AsyncGenerator<Finding> {
  const known = new Map<string, string | undefined>();
  for await (const document of stepsOf((step) => ctx.store.upkeep.documents(step))) {
    count();
    // The bytes of what was taken back go on the next day.
    if (document.removedAt) continue;
    const { sha256 } = document;
    if (!known.has(sha256)) known.set(sha256, await wrongWith(ctx, document));
    const text = known.get(sha256);
    if (text !== undefined) yield { kind: "document", about: `${document.id} (${sha256})`, text };
  }
}

async function wrongWith({ files }: Looked, { sha256, bytes }: RecordedDocument): Promise<string | undefined> {
  const found = await files.look(sha256);
  if (found === undefined) return "it is on record and not on disk";
  if (found.bytes !== bytes) return `it has ${found.bytes} bytes on disk and ${bytes} on record`;
  if (found.sha256 !== sha256) return `its bytes on disk have the hash ${found.sha256}: they were changed`;
  return undefined;
}

/** Files that lie with the documents and stand in no record. What arrives just now has a moment to be written down. */
export async function* checkOrphans(ctx: Looked): AsyncGenerator<Finding> {
  const strays = await strangers(ctx, await ctx.files.names());
  if (strays.length === 0) return;
  await pause(underWayMs);
  const still = new Set(await ctx.files.names());
  const left = strays.filter((name) => still.has(name));
  for (const name of await strangers(ctx, left))
    yield { kind: "orphan", about: name, text: "it lies with the documents and stands in no record" };
}

async function strangers({ store }: Looked, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (let at = 0; at < names.length; at += batch) {
    const some = names.slice(at, at + batch);
    const recorded = await store.upkeep.recorded(some);
    found.push(...some.filter((name) => !recorded.has(name)));
  }
  return found;
}
