/** Where a corrective action stands. That it is overdue is no state: the day says so. */
export const actionStates = ["proposed", "asked", "agreed", "working", "proven", "done", "dropped"] as const;
export type ActionState = (typeof actionStates)[number];

/** Those in which something is still to be done. */
export const openStates = [
  "proposed",
  "asked",
  "agreed",
  "working",
  "proven",
] as const satisfies readonly ActionState[];

/** Those that the supplier sees: from when it was asked, to the end. */
export const sharedStates = ["asked", "agreed", "working", "proven", "done"] as const satisfies readonly ActionState[];

/** Those in which the buyer has accepted the plan: rules give relief for it until the day it is due. */
export const plannedStates = ["agreed", "working", "proven", "done"] as const satisfies readonly ActionState[];

export function isOpen(state: ActionState): boolean {
  return openStates.some((one) => one === state);
}

export function isPlanned(state: ActionState): boolean {
  return plannedStates.some((one) => one === state);
}

export function isShared(state: ActionState): boolean {
  return sharedStates.some((one) => one === state);
}

/** What an action is about: what did not fit, what raised the score, or a line of the supplier's own plan. */
export const actionSources = ["flag", "finding", "plan"] as const;
export type ActionSource = (typeof actionSources)[number];

/** How far a supplier says that it is. */
export const actionProgress = ["not-begun", "begun", "half", "nearly", "finished"] as const;
export type ActionProgress = (typeof actionProgress)[number];

/** What is told in the history of an action, oldest first. */
export const actionSteps = [
  "opened",
  "changed",
  "asked",
  "answered",
  "agreed",
  "proof",
  "looked",
  "returned",
  "done",
  "dropped",
  "overdue",
  "reminded",
] as const;
export type ActionStep = (typeof actionSteps)[number];

/** From which states the buyer takes a step, and to which it leads. */
export const buyerSteps = {
  asked: { from: ["proposed"], to: "asked" },
  agreed: { from: ["proposed", "asked"], to: "agreed" },
  looked: { from: ["agreed", "working", "proven"], to: undefined },
  returned: { from: ["proven"], to: "working" },
  done: { from: ["agreed", "working", "proven"], to: "done" },
  dropped: { from: ["proposed", "asked", "agreed", "working", "proven"], to: "dropped" },
} as const satisfies Partial<
  Record<ActionStep, { readonly from: readonly ActionState[]; readonly to: ActionState | undefined }>
>;
export type BuyerStep = keyof typeof buyerSteps;
