import { Problem } from "#app/domain/problem";

/**
 * Writes of one attestation in an hour. Each leaves a row and an event for ever, and whoever holds a link can send them as
 * fast as a program: at this pace, one link makes 40 MB in a day, and people at work come nowhere near. Mails go to whomever that link's holder names.
 */
export const linkBudget = { windowMs: 3_600_000, writes: 4_000, starts: 120, mails: 40 } as const;

/** Attestations that are counted at once; the oldest are forgotten first. */
const mostCounted = 20_000;

type Counted = { readonly begun: number; writes: number; starts: number; mails: number };

// Of this process: with several, each counts for itself.
const counted = new Map<string, Counted>();

/** Counts one write, or one start of a session or one mail, of an attestation. @throws Problem "too-often" past the budget of an hour */
export function spendOfLink(attestation: string, what: "writes" | "starts" | "mails", now = performance.now()): void {
  const before = counted.get(attestation);
  const spent =
    before && now - before.begun < linkBudget.windowMs ? before : { begun: now, writes: 0, starts: 0, mails: 0 };
  if (spent !== before) {
    counted.delete(attestation);
    counted.set(attestation, spent);
    const [oldest] = counted.keys();
    if (counted.size > mostCounted && oldest !== undefined) counted.delete(oldest);
  }
  spent[what] += 1;
  if (spent[what] > linkBudget[what]) throw new Problem("too-often");
}
