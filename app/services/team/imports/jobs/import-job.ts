import { isProblemCode, Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { type ImportChoices, importCounts } from "#app/services/team/imports/import-choices";
import type { Job, JobName } from "#db/records";

/** The job that imports an upload as it was chosen to be read: another choice is another job. */
export function importJob(
  ctx: Pick<ServiceContext, "sha256">,
  { org, upload, encoding, separator, mapping, oneCountry }: ImportChoices & { readonly org: string },
): JobName {
  const columns = Object.entries(mapping).sort(([one], [other]) => (one < other ? -1 : 1));
  const chosen = ctx.sha256(
    JSON.stringify([encoding ?? "", separator ?? "", columns, ...(oneCountry ? [oneCountry] : [])]),
  );
  return { org, kind: "suppliers.import", key: `${upload}/${chosen.slice(0, 16)}` };
}

/** How far an import is, in rows. @throws Problem with what stopped it */
export function importState({ state, progress, result, lastError = "" }: Job) {
  if (state === "done") return { state: "done" as const, counts: importCounts.parse(result) };
  if (state !== "failed") return { state: "going-on" as const, done: progress?.done ?? 0, all: progress?.all ?? 0 };
  if (isProblemCode(lastError)) throw new Problem(lastError);
  throw new Error(`the import failed: ${lastError}`);
}
