import { asOperator } from "#app/services/context/callers";
import type { ServiceContext } from "#app/services/context/contexts";
import { sweepEvidence } from "#app/services/evidence/sweep-evidence";

const dayMs = 86_400_000;

/** Clears away documents that nobody has attached any more: now, and once a day. */
export function startSweeper(ctx: ServiceContext): { stop(): Promise<void> } {
  const sweep = () =>
    sweepEvidence(asOperator(ctx, "sweeper"), {}).then(
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
