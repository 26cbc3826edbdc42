import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext } from "#app/services/context/contexts";
import { sweepEvidence } from "#app/services/evidence/sweep-evidence";

/** Clears away documents that nobody has attached any more: now, and once a day. */
export function startSweeper(ctx: ServiceContext): { stop(): Promise<void> } {
  const sweep = () =>
    sweepEvidence(ctx).then(
      (removed) => ctx.log.debug({ removed }, "documents swept"),
      (error: unknown) => ctx.log.error({ err: error }, "documents could not be swept"),
    );
  let running = sweep();
  const timer = setInterval(() => {
    running = sweep();
  }, dayMs);
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
