import * as z from "zod";
import { recordId } from "#app/services/context/inputs";

/** How many records come in one part of a list. */
export const partLimits = { usual: 50, most: 200 } as const;

/** A part of a list: so many after one of them. */
export const partInput = z.object({
  after: recordId.optional(),
  most: z.number().int().min(1).max(partLimits.most).default(partLimits.usual),
});

/** Whether more come after a part, which was asked for with one more than it shows. */
export function partOf<T>(found: readonly T[], most: number): { readonly items: readonly T[]; readonly more: boolean } {
  return { items: found.slice(0, most), more: found.length > most };
}

/** An instant in answers: ISO 8601, UTC. */
export const instant = z.iso.datetime();
