import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Catalogue } from "#app/services/context/resources/catalogue";
import type {
  TrialMessage,
  TrialOrder,
  TrialPart,
  TrialTask,
} from "#app/services/context/resources/threads/rule-trials";
import type { RatedAnswers, Store } from "#db/store";
import { countTried, noCounts, type Tried } from "#scoring/trial/tally";
import { standingOf, TrialVersions } from "./try-supplier";

/** What a trial reads: a thread has its own. */
export type TrialSources = { readonly store: Pick<Store, "ratedAnswers">; readonly catalogue: Catalogue };

/**
 * Suppliers read at once: few enough that most of them are done with when what is young in memory is collected, for what is
 * still needed is copied. With 200 a trial of 100,000 took a quarter longer, with 20 a tenth (`whatif.100k.all_ms`).
 */
const batch = 50;
const speakEveryMs = 200;

/**
 * Tries an order on a part of the rated suppliers, and says from time to time how far it is. Reads and keeps nothing.
 * @param stop whether it should end before it is through
 */
export async function runTrial(
  sources: TrialSources,
  { order, part }: TrialTask,
  say: (message: TrialMessage) => void,
  stop: () => boolean,
): Promise<void> {
  const versions = new TrialVersions(sources, order);
  const counts = noCounts();
  let movers: Tried[] = [];
  let spokeAt = performance.now();
  const next = await batches(sources, order, part);
  while (!stop()) {
    const { rows, isDone } = await next();
    for (const row of rows) {
      const by = await versions.of(row);
      if (by === undefined) {
        counts.passed += 1;
        continue;
      }
      const tried = {
        supplier: row.supplier,
        before: { score: row.score, band: row.band },
        after: standingOf(row, by),
      };
      if (countTried(counts, tried)) movers.push(tried);
    }
    if (isDone || performance.now() - spokeAt >= speakEveryMs) {
      say({ counts, movers, isDone });
      movers = [];
      spokeAt = performance.now();
    }
    if (isDone) return;
    await yieldToOthers();
  }
}

type Batch = { readonly rows: readonly RatedAnswers[]; readonly isDone: boolean };

/** Gives the next suppliers each time. Who is in a part of them is settled first: looking again for each batch would take longest. */
async function batches(
  { store: { ratedAnswers } }: TrialSources,
  { org, part: filter }: TrialOrder,
  { after: first, until }: TrialPart,
): Promise<() => Promise<Batch>> {
  if (filter === undefined) {
    let after = first;
    return async () => {
      const rows = await ratedAnswers.after(org, { after, until, most: batch });
      after = rows.at(-1)?.supplier.id;
      return { rows, isDone: rows.length < batch };
    };
  }
  const all = await ratedAnswers.ids(org, filter);
  const ids = all.filter((id) => (first === undefined || id > first) && (until === undefined || id <= until));
  let at = 0;
  return async () => {
    const rows = at < ids.length ? await ratedAnswers.of(org, ids.slice(at, at + batch)) : [];
    at += batch;
    return { rows, isDone: at >= ids.length };
  };
}
