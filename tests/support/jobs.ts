import { doDueJobs } from "#app/jobs/do-due-jobs";
import { pausedKinds, registry } from "#app/jobs/registry";
import type { ServiceContext } from "#app/services/context/contexts";
import type { JobKind } from "#app/services/context/resources/jobs";

/** Does all jobs, or those of some kinds, that are due by the clock of the test. Returns how many were done or tried. */
export function doJobs(ctx: ServiceContext, kinds?: readonly JobKind[]): Promise<number> {
  const others = Object.keys(registry).filter((kind) => kinds !== undefined && !kinds.some((one) => one === kind));
  return doDueJobs(ctx, registry, { paused: [...pausedKinds(ctx), ...others] });
}
