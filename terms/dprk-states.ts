/**
 * The six states of North Korean (DPRK) labour, from no link to a link now. `past-before` and `past-after` tell whether it
 * ended before 22 December 2019, the day by which United Nations resolution 2397 had such workers sent home.
 * Never reorder: databases hold a state by its place here.
 */
export const dprkStates = ["no-checked", "no-not-checked", "unknown", "past-before", "past-after", "present"] as const;
export type DprkState = (typeof dprkStates)[number];

/** As filters and legends list them: the strongest link first. */
export const dprkStatesWorstFirst = [
  "present",
  "past-after",
  "past-before",
  "unknown",
  "no-not-checked",
  "no-checked",
] as const satisfies readonly DprkState[];
