import type { ServiceContext } from "#app/services/context/contexts";
import type { SignInTries } from "#db/records";

/** Wrong tries that cost nothing. After them each further one doubles the wait. */
const freeTries = 5;
const firstWaitMs = 15_000;
/** Longest wait. The right person is never shut out for longer, whatever others try. */
const longestWaitMs = 15 * 60_000;
/** Quiet time after which tries are forgotten. */
const forgetMs = 60 * 60_000;
const mostKept = 20_000;

/** Who tries: an account and an address together, so that who guesses elsewhere locks out their own address only. */
export type SignInCaller = { readonly login: string; readonly address: string };

// As a hash: who tried from where is nobody's business once it is counted.
function keyOf(ctx: ServiceContext, { login, address }: SignInCaller): string {
  return ctx.sha256(`${login} ${address}`);
}

/** The instant until which one must wait who tried so often, or undefined. */
function waitUntil(tries: SignInTries | undefined, now: Date): Date | undefined {
  const left = (tries?.until?.getTime() ?? 0) - now.getTime();
  // More than was ever set: the clock has been put back since, and nobody waits for it to come round.
  return left > 0 && left <= longestWaitMs ? tries?.until : undefined;
}

function withOneMore(before: SignInTries | undefined, now: Date): SignInTries {
  const fresh = before === undefined || now.getTime() - before.last.getTime() > forgetMs;
  const count = fresh ? 1 : before.count + 1;
  if (count < freeTries) return { count, last: now };
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(count - freeTries, 10));
  return { count, last: now, until: new Date(now.getTime() + wait) };
}

/**
 * Slows down guessing, over all processes: counts a try before it is judged, so that many sent at once are counted too.
 * Who must wait is not counted, and costs no write.
 * @returns the instant until which they must wait; undefined: they may try
 */
export async function beginSignIn(ctx: ServiceContext, caller: SignInCaller): Promise<Date | undefined> {
  const { signInTries } = ctx.store;
  const at = ctx.clock.now();
  const key = keyOf(ctx, caller);
  const must = waitUntil(await signInTries.get(key), at);
  if (must) return must;
  const counted = await signInTries.count({
    key,
    at,
    forgetBefore: new Date(at.getTime() - forgetMs),
    mostKept,
    next: (before) => (waitUntil(before, at) ? undefined : withOneMore(before, at)),
  });
  // Somebody else counted in between, and now it must wait.
  return counted ? undefined : beginSignIn(ctx, caller);
}

/** Forgets the tries of somebody who had the right password. */
export function endSignIn(ctx: ServiceContext, caller: SignInCaller): Promise<void> {
  return ctx.store.signInTries.forget(keyOf(ctx, caller));
}
