import type { ServiceContext } from "#app/services/context/contexts";

/** Accounts that one browser is remembered for; the oldest goes first. */
const mostAccounts = 6;

/** What a browser keeps of the accounts that were opened in it: a name that says nothing, and a signature for each account. */
type Device = { readonly name: string; readonly accounts: readonly string[] };

function readDevice(cookie: string | undefined): Device | undefined {
  const [name = "", ...accounts] = (cookie ?? "").split(".");
  const isWhole = /^[\w-]{16,64}$/.test(name) && accounts.every((one) => /^[\w-]{43}$/.test(one));
  return isWhole ? { name, accounts: accounts.slice(0, mostAccounts) } : undefined;
}

// The word and the colons keep these signatures apart from links, whose ids hold no colon.
const signatureOf = (ctx: ServiceContext, name: string, user: string) =>
  ctx.links.tokenFor(`device:${name}:${user}`, 0);

/** The name of the browser, where this account was opened in it before; nobody can say so of a browser of theirs. */
export function knownDevice(ctx: ServiceContext, cookie: string | undefined, user: string): string | undefined {
  const device = readDevice(cookie);
  if (!device) return undefined;
  return device.accounts.includes(signatureOf(ctx, device.name, user)) ? device.name : undefined;
}

/** What the browser is to keep once an account was opened in it. */
export function rememberDevice(ctx: ServiceContext, cookie: string | undefined, user: string): string {
  const { name, accounts } = readDevice(cookie) ?? { name: ctx.ids.secret(), accounts: [] };
  const own = signatureOf(ctx, name, user);
  return [name, own, ...accounts.filter((one) => one !== own)].slice(0, mostAccounts + 1).join(".");
}
