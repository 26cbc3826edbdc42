import type { DateRules } from "#questionnaires/reading/date-rules";

/**
 * What dates of version 1 have to be when they are given, which its published definition could not yet say: nothing is refused
 * in what was signed before.
 */
export const dates: DateRules = {
  "E2.from": { past: true },
  "E2.to": { past: true, notBefore: "from" },
  "E4.steps.visited": { past: true },
  "E8.orders.from": { past: true },
  "E8.orders.to": { past: true, notBefore: "from" },
  "K3.last-check": { past: true },
  "K3.last-audit": { past: true },
};
