import type { ServiceContext } from "#app/services/context/contexts";

/** How long a browser may take from Start to the first page, in milliseconds: lines are slow. */
const startMs = 2 * 60_000;
/** Most that are remembered; the oldest go first. */
const mostStarts = 10_000;

// One for each installation that runs in this process.
const starts = new WeakMap<object, Map<string, number>>();

/** Remembers that a browser was just given the cookie of an attestation. */
export function rememberStart({ store, clock }: Pick<ServiceContext, "store" | "clock">, attestation: string): void {
  const known = starts.get(store) ?? new Map<string, number>();
  starts.set(store, known);
  // Put at the end again, so that the first is always the oldest.
  known.delete(attestation);
  known.set(attestation, clock.now().getTime());
  const [oldest] = known.keys();
  if (known.size > mostStarts && oldest !== undefined) known.delete(oldest);
}

/**
 * Whether the cookie of an attestation was given out a moment ago. A browser that comes without it right after that keeps no
 * cookies, and sending it back to Start would lead in a circle. Another process may have given it: then this says no.
 */
export function wasJustStarted(
  { store, clock }: Pick<ServiceContext, "store" | "clock">,
  attestation: string,
): boolean {
  const at = starts.get(store)?.get(attestation);
  return at !== undefined && clock.now().getTime() - at <= startMs;
}
