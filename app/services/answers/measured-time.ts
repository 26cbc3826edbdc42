import type { AnsweringTime, AnsweringTimes } from "#db/records";
import type { LoadedQuestionnaire } from "#questionnaires/load";

/** Whoever saves nothing for longer does something else. */
const longestMs = 10 * 60_000;
/** Saves that follow closer came from a file or a program, not from somebody who read a question. */
const shortestMs = 2_000;
/** Fewer signed attestations say too little. */
const fewest = 10;

type Work = {
  readonly startedAt?: Date;
  readonly saves: readonly { readonly question: string; readonly savedAt: Date }[];
};

/** Milliseconds by section of one attestation: from each save to the one before, within a sitting. */
function timesOf({ startedAt, saves }: Work, questionnaire: LoadedQuestionnaire): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  let before = startedAt;
  for (const { question, savedAt } of saves) {
    const took = before === undefined ? 0 : savedAt.getTime() - before.getTime();
    before = savedAt;
    if (took < shortestMs || took > longestMs || !questionnaire.questions.has(question)) continue;
    const section = questionnaire.sectionOf(question).id;
    times.set(section, (times.get(section) ?? 0) + took);
  }
  return times;
}

/** Medians over signed attestations, by section and of all together. Who took no time that counts is in none of them. */
export function measureTimes(works: readonly Work[], questionnaire: LoadedQuestionnaire): AnsweringTimes {
  const all = works.map((work) => timesOf(work, questionnaire)).filter(({ size }) => size > 0);
  const sections = questionnaire.sections.flatMap(({ id }): [string, AnsweringTime][] => {
    const times = all.flatMap((one) => one.get(id) ?? []);
    return times.length === 0 ? [] : [[id, medianOf(times)]];
  });
  return {
    whole: medianOf(all.map((one) => [...one.values()].reduce((sum, time) => sum + time, 0))),
    sections: Object.fromEntries(sections),
  };
}

function medianOf(times: readonly number[]): AnsweringTime {
  const sorted = times.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { seconds: Math.round(middle / 1_000), attestations: times.length };
}

/** The time of some sections one after the other, by the fewest attestations behind one; undefined where one has none. */
export function measuredTogether(times: readonly (AnsweringTime | undefined)[]): AnsweringTime | undefined {
  const known = times.flatMap((time) => time ?? []);
  if (known.length === 0 || known.length < times.length) return undefined;
  return {
    seconds: known.reduce((sum, { seconds }) => sum + seconds, 0),
    attestations: Math.min(...known.map(({ attestations }) => attestations)),
  };
}

/** A time as pages tell it, in whole minutes; undefined while too few stand behind it. */
export function toldTime(
  time: AnsweringTime | undefined,
): { readonly count: number; readonly signed: number } | undefined {
  if (time === undefined || time.attestations < fewest) return undefined;
  return { count: Math.max(1, Math.round(time.seconds / 60)), signed: time.attestations };
}
