import type { SystemContext } from "#app/services/context/contexts";
import type { JobLease, MailHold } from "#db/records";
import type { MailTrouble } from "#terms/recipients";

const secondMs = 1_000;
/** Waits before each further try while no mail leaves; the last one again and again. */
const waitsMs = [10, 30, 60, 120, 300, 600].map((seconds) => seconds * secondMs);
/** As long as one try can take; whoever makes it may die meanwhile. */
const tryMs = 120 * secondMs;
/** Until one looks again while somebody else tries. */
const lookAgainMs = 5 * secondMs;
/** Jobs that were put off come one after the other, each time in another order. */
const spreadMs = secondMs;
const longestSaid = 300;

/** What the mail server refuses for all. `refused`: mails that it said so of when it saw them. */
export type Trouble = { readonly trouble: MailTrouble; readonly said: string; readonly refused: readonly string[] };

/**
 * Whether a job may send: either no mail has to wait, or it is the one that tries.
 * @returns undefined if it may, else when it looks again
 */
export async function waitsUntil(
  ctx: SystemContext,
  lease: JobLease,
  hold: MailHold | undefined,
): Promise<Date | undefined> {
  if (hold === undefined || hold.endedAt) return undefined;
  const at = ctx.clock.now();
  if (hold.dueAt > at) return new Date(hold.dueAt.getTime() + spread(lease));
  const isOurs = await ctx.store.mailHolds.takeTry({ at, until: new Date(at.getTime() + tryMs) });
  return isOurs ? undefined : new Date(at.getTime() + lookAgainMs + spread(lease));
}

function spread({ id, token }: JobLease): number {
  return (Math.imul(id * 7_919 + token, 0x9e3779b1) >>> 0) % spreadMs;
}

/** Keeps that mails wait, and gives the job back. */
export async function troubleSeen(
  ctx: SystemContext,
  { before, lease, trouble }: { before: MailHold | undefined; lease: JobLease; trouble: Trouble },
): Promise<void> {
  const at = ctx.clock.now();
  const lasting = before && !before.endedAt ? before : undefined;
  const tries = (lasting?.tries ?? 0) + 1;
  const wait = waitsMs[Math.min(tries, waitsMs.length) - 1] ?? 0;
  const dueAt = new Date(at.getTime() + wait);
  const said = withoutAddresses(trouble.said, ctx.config.mailFrom).slice(0, longestSaid);
  const { trouble: name, refused } = trouble;
  ctx.log.warn({ trouble: name, said, tries, dueAt }, "no mail leaves; all of them wait");
  await ctx.store.mailHolds.keep({
    hold: { trouble: name, said, since: lasting?.since ?? at, tries, dueAt, refused },
    lease,
    // After all others: it may have been about this one.
    jobDueAt: new Date(dueAt.getTime() + spreadMs + spread(lease)),
  });
}

/** All organisations read it, and the recipient is one organisation's own. */
function withoutAddresses(said: string, mailFrom: string): string {
  return said.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, (address) => (mailFrom.includes(address) ? address : "…"));
}
