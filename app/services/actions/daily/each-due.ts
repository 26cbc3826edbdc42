import { ConflictError, MissingError } from "#db/errors";
import type { CorrectiveAction } from "#db/records";

/** Actions that are looked at before the record is asked for more. */
export const dueBatch = 100;

/**
 * Does something with each action that is due, a batch at a time, until none is left. What changes meanwhile, and what `work`
 * leaves as it is, is looked at again the next time.
 * @param read the next ones: those that were done are not among them any more
 * @param work whether it was done
 * @returns how many were
 */
export async function eachDue(
  signal: AbortSignal,
  read: () => Promise<readonly CorrectiveAction[]>,
  work: (action: CorrectiveAction) => Promise<boolean>,
): Promise<number> {
  let all = 0;
  for (let isMore = true; isMore; ) {
    const actions = await read();
    let done = 0;
    for (const action of actions) {
      signal.throwIfAborted();
      if (await unlessChanged(() => work(action))) done += 1;
    }
    all += done;
    isMore = actions.length === dueBatch && done > 0;
  }
  return all;
}

async function unlessChanged(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConflictError || error instanceof MissingError) return false;
    throw error;
  }
}
