import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import type { NamedAction } from "#db/store";
import { cleanLine, cleanLines } from "#terms/texts/typed-text";
import { seenOfActions } from "./north-korea";

/** Longest texts of an action, in characters. */
export const actionLimits = { text: 2_000, line: 200 } as const;

/** A text of several lines that may be left out. */
export const typedText = z.string().overwrite(cleanLines).max(actionLimits.text, "reason-long").default("");
/** One that is needed. */
export const neededText = z
  .string()
  .overwrite(cleanLines)
  .min(1, "reason-needed")
  .max(actionLimits.text, "reason-long");
/** A day that a date field gives. */
export const typedDay = z
  .string()
  .overwrite(cleanLine)
  .min(1, "required")
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)), "not-a-day");

/** An action and which state of it the page showed. */
export const actionInput = z.object({ id: recordId, version: z.coerce.number().int().min(1) });

/** @throws Problem "not-found" also for one that the reader may not see */
export async function findAction(ctx: TeamContext, id: string): Promise<NamedAction> {
  const found = await ctx.store.actions.get(ctx.organisation.id, id);
  if (!found || !seenOfActions(ctx).maySee(found)) throw new Problem("not-found");
  return found;
}

/** The same, as the page showed it. @throws Problem "changed-meanwhile" where something happened since */
export async function findShownAction(
  ctx: TeamContext,
  { id, version }: z.output<typeof actionInput>,
): Promise<NamedAction> {
  const found = await findAction(ctx, id);
  if (found.version !== version) throw new Problem("changed-meanwhile");
  return found;
}
