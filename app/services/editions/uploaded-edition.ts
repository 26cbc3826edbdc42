import type { TeamContext } from "#app/services/context/contexts";
import { readUpload } from "#app/services/team/imports/kept-uploads";
import { type EditionFile, readEdition, type SheetProblem } from "./read-edition";

/** A file that waits to be confirmed. @throws Problem "not-found" for one that is not there any more */
export async function uploadedEdition(ctx: TeamContext, upload: string): Promise<EditionFile | SheetProblem> {
  const bytes = await readUpload(ctx, ctx.organisation.id, upload);
  return readEdition(await ctx.lists.sheets(bytes));
}

/** Whether it can be added: something is in it, and no row is wrong. */
export function isWhole(read: EditionFile | SheetProblem): read is EditionFile {
  return typeof read !== "string" && read.problems.length === 0 && Object.keys(read.tiers).length > 0;
}
