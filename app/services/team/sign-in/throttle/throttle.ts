import type { ServiceContext } from "#app/services/context/contexts";
import type { SignInTries } from "#db/records";

/** How tries of one key are slowed down: `free` ones cost nothing, after them each further one doubles the wait. */
type Rule = { readonly free: number; readonly firstWaitMs: number; readonly longestWaitMs: number };

const minuteMs = 60_000;
/** Longest wait. The right person is never shut out for longer, whatever others try. */
const longestWaitMs = 15 * minuteMs;
const slow = { firstWaitMs: 15_000, longestWaitMs } as const;
/** Quiet time after which tries are forgotten. */
const forgetMs = 60 * minuteMs;
const mostKept = 20_000;

const rules = {
  /** One account from one place. */
  pair: { ...slow, free: 5 },
  /** One place, whatever account: an office behind one address has many people who mistype. */
  address: { ...slow, free: 40 },
  /** One account from anywhere. */
  login: { ...slow, free: 20 },
  /** One account from a browser that it was opened in before. */
  device: { ...slow, free: 5 },
  /** Everybody together, within one minute: what hashing may cost the machine. */
  all: { free: 240, firstWaitMs: minuteMs, longestWaitMs: minuteMs },
} as const satisfies Record<string, Rule>;

/**
 * Who tries. `address`: their network address, of IPv6 the /64 that one customer has. `device`: the browser, where it was
 * used for this very account before: what others try elsewhere then holds nobody up.
 */
export type SignInCaller = { readonly login: string; readonly address: string; readonly device?: string };

type Counted = { readonly key: string; readonly rule: Rule; readonly isOwn: boolean };

// As a hash: who tried from where is nobody's business once it is counted.
function countedFor(ctx: ServiceContext, { login, address, device }: SignInCaller): readonly Counted[] {
  const counted = (text: string, rule: Rule, isOwn = false) => ({ key: ctx.sha256(text), rule, isOwn });
  if (device !== undefined) return [counted(`device ${device} ${login}`, rules.device, true)];
  const minute = Math.floor(ctx.clock.now().getTime() / minuteMs);
  return [
    counted(`${login} ${address}`, rules.pair, true),
    counted(`address ${address}`, rules.address),
    counted(`login ${login}`, rules.login),
    counted(`all ${minute}`, rules.all),
  ];
}

/** The instant until which one must wait who tried so often, or undefined. */
function waitUntil(tries: SignInTries | undefined, now: Date): Date | undefined {
  const left = (tries?.until?.getTime() ?? 0) - now.getTime();
  // More than was ever set: the clock has been put back since, and nobody waits for it to come round.
  return left > 0 && left <= longestWaitMs ? tries?.until : undefined;
}

function withOneMore(before: SignInTries | undefined, now: Date, rule: Rule): SignInTries {
  const fresh = before === undefined || now.getTime() - before.last.getTime() > forgetMs;
  const count = fresh ? 1 : before.count + 1;
  if (count < rule.free) return { count, last: now };
  const wait = Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(count - rule.free, 10));
  return { count, last: now, until: new Date(now.getTime() + wait) };
}

/**
 * Slows down guessing, over all processes: counts a try before it is judged, so that many sent at once are counted too. Who
 * must wait is not counted.
 * @returns the instant until which they must wait; undefined: they may try
 */
export async function beginSignIn(ctx: ServiceContext, caller: SignInCaller): Promise<Date | undefined> {
  const all = countedFor(ctx, caller);
  const at = ctx.clock.now();
  for (const { key } of all) {
    const must = waitUntil(await ctx.store.signInTries.get(key), at);
    if (must) return must;
  }
  for (const { key, rule } of all) {
    const counted = await countOne(ctx, key, (before) =>
      waitUntil(before, at) ? undefined : withOneMore(before, at, rule),
    );
    // Somebody else counted in between, and now it must wait.
    if (!counted)
      return waitUntil(await ctx.store.signInTries.get(key), at) ?? new Date(at.getTime() + slow.firstWaitMs);
  }
  return undefined;
}

function countOne(
  ctx: ServiceContext,
  key: string,
  next: (before: SignInTries | undefined) => SignInTries | undefined,
): Promise<boolean> {
  const at = ctx.clock.now();
  return ctx.store.signInTries.count({ key, at, forgetBefore: new Date(at.getTime() - forgetMs), mostKept, next });
}

/** Takes back the try of somebody who had it right, and forgets those before of their own: only wrong ones count. */
export async function endSignIn(ctx: ServiceContext, caller: SignInCaller): Promise<void> {
  for (const { key, isOwn } of countedFor(ctx, caller)) {
    if (isOwn) await ctx.store.signInTries.forget(key);
    // What others tried goes on counting: whoever has one account must not guess at all others for nothing.
    else await countOne(ctx, key, (before) => before && { ...before, count: Math.max(0, before.count - 1) });
  }
}
