import * as z from "zod";
import { pageNumber, recordId } from "#app/services/context/inputs";
import type { RecipientFilter } from "#db/store";
import { funnelSteps, recipientTroubles } from "#terms/recipients";

/** Some recipients of a campaign, as an address asks for them; what it says wrongly narrows nothing. */
export const recipientView = z.object({
  campaign: recordId,
  step: z.enum(funnelSteps).optional().catch(undefined),
  problem: z.enum(recipientTroubles).optional().catch(undefined),
  /** Part of a supplier's name, number or address. */
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 200))
    .default(""),
  page: pageNumber.default(1),
});

/** The same as the record is asked for them. */
export function recipientFilter({
  step,
  problem,
  q,
}: z.output<typeof recipientView>): Pick<RecipientFilter, "step" | "problem" | "search"> {
  return { step, problem, search: q || undefined };
}
