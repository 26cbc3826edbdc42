import type { TrialWorker } from "#app/adapters/trials/trial-desk";
import { runTrial, type TrialSources } from "#app/services/what-if/run/run-trial";

/** Does parts of trials in this thread, over a store that no other thread can open. */
export function trialsHere(sources: TrialSources): TrialWorker {
  return {
    prepare: () => {},
    begin(task, say) {
      let isWanted = true;
      const done = runTrial(sources, task, say, () => !isWanted);
      done.catch((error: unknown) => say({ failed: String(error) }));
      return {
        end: () => {
          isWanted = false;
        },
      };
    },
  };
}
