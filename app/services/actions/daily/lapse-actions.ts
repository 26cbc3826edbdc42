import * as z from "zod";
import { isoDay } from "#app/i18n/dates/days";
import { reliefOf } from "#app/services/actions/relief";
import type { SystemContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { systemUseCase } from "#app/services/context/use-case";
import { stopSignal } from "#app/services/jobs/job-input";
import type { CorrectiveAction } from "#db/records";
import { dueBatch, eachDue } from "./each-due";

type Events = "action.lapsed" | "attestation.rated" | "record.mismatched";

/**
 * Gives back the points of plans that are overdue, or whose progress nobody looked at for too long: each a new rating that
 * names the action. @returns how many
 */
export const lapseActions = systemUseCase({
  permission: "system.work",
  input: z.object({ signal: stopSignal }),
  events: ["action.lapsed", "attestation.rated", "record.mismatched"],
  async run(ctx, { signal }, event): Promise<number> {
    let lapsed = 0;
    for (const org of await ctx.store.organisations.ids()) {
      const next = () => ctx.store.actions.lapsed(org, { today: isoDay(ctx.clock.now()), most: dueBatch });
      lapsed += await eachDue(signal, next, (action) => lapse(ctx, event, action));
    }
    return lapsed;
  },
});

async function lapse(ctx: SystemContext, event: EventMaker<Events>, action: CorrectiveAction): Promise<boolean> {
  const { org, id, version, attestation } = action;
  const at = ctx.clock.now();
  const relief = await reliefOf(ctx, event, action, { why: "overdue", at });
  await ctx.store.actions.change({
    ...{ org, id, version },
    set: { reliefUntil: null },
    entry: { at, step: "overdue", side: "system", text: "", language: ctx.language },
    ...(relief.rating && { rating: relief.rating }),
    audit: [event("action.lapsed", attestation, { action: id }, { at }), ...relief.audit],
  });
  return true;
}
