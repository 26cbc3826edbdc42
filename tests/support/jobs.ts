import { doDueJobs } from "#app/jobs/do-due-jobs";
import { pausedKinds, registry } from "#app/jobs/registry";
import type { ServiceContext } from "#app/services/context/contexts";

/** Does all jobs that are due by the clock of the test, as the product would. Returns how many were done or tried. */
export function doJobs(ctx: ServiceContext): Promise<number> {
  return doDueJobs(ctx, registry, { paused: pausedKinds(ctx) });
}
