import * as z from "zod";

/** The right to work on a job, for the writes that belong to it. */
export const jobLease = z.object({ id: z.int(), token: z.int() });

/** Aborted when the work is to stop; between its steps it throws the reason. */
export const stopSignal = z.instanceof(AbortSignal);
