import { asOperator } from "#app/services/context/callers";
import type { JobPayloads } from "#app/services/context/resources/jobs";
import { sweepEvidence } from "#app/services/evidence/sweep-evidence";
import { forgetJobs } from "#app/services/jobs/forget-jobs";
import type { JobHandler } from "./handler";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const daily = { atOnce: 1, waitsMs: [5 * minuteMs, 60 * minuteMs], everyMs: dayMs };

/** How each kind of job is done. */
export const registry: { readonly [Kind in keyof JobPayloads]: JobHandler<JobPayloads[Kind]> } = {
  "evidence.sweep": {
    ...daily,
    run: async (ctx) => ({ result: { removed: await sweepEvidence(asOperator(ctx, "sweep"), {}) } }),
  },
  "jobs.forget": {
    ...daily,
    run: async (ctx) => ({ result: { forgotten: await forgetJobs(asOperator(ctx, "sweep"), {}) } }),
  },
};
