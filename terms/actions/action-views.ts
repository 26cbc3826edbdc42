/** The lists of actions that people of the team look at, as an address says them. */
export const actionViews = ["open", "mine", "proof", "overdue", "north-korea", "closed"] as const;
export type ActionView = (typeof actionViews)[number];
