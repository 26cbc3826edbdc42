import { isProblemCode, Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import { type ImportChoices, importCounts } from "#app/services/team/imports/import-choices";
import type { Job, JobName } from "#db/records";

type Chosen = Omit<ImportChoices, "countries"> & Partial<Pick<ImportChoices, "countries">>;

/** The job that imports an upload as it was chosen to be read: another choice is another job. */
export function importJob(
  ctx: Pick<ServiceContext, "sha256">,
  { org, upload, encoding, separator, mapping, oneCountry, countries = {} }: Chosen & { readonly org: string },
): JobName {
  const columns = inOrder(mapping);
  const cells = inOrder(countries);
  // Without chosen countries the key is what it was before they could be chosen, so that begun imports are found.
  const places = [...(oneCountry ? [oneCountry] : []), ...(cells.length > 0 ? [cells] : [])];
  const chosen = ctx.sha256(JSON.stringify([encoding ?? "", separator ?? "", columns, ...places]));
  return { org, kind: "suppliers.import", key: `${upload}/${chosen.slice(0, 16)}` };
}

const inOrder = (chosen: Readonly<Record<string, string | number>>) =>
  Object.entries(chosen).sort(([one], [other]) => (one < other ? -1 : 1));

/**
 * How far an import is, in rows. `stopped`: it was given up for a reason of ours, and goes on with what is missing once it is
 * confirmed again. @throws Problem with what stopped it, where that is anything that somebody can do something about
 */
export function importState({ state, progress, result, lastError = "" }: Job) {
  if (state === "done") return { state, counts: importCounts.parse(result) };
  const { done = 0, all = 0 } = progress ?? {};
  if (state !== "failed") return { state: "going-on" as const, done, all };
  if (isProblemCode(lastError)) throw new Problem(lastError);
  return { state: "stopped" as const, done, all };
}
