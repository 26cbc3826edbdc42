import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import type { User } from "#db/records";

/** Milliseconds from the right password to the code. */
const pendingMs = 10 * 60_000;

const Pending = z.object({ org: z.string(), user: z.string(), until: z.number() });

type Account = { readonly user: User; readonly passwordHash: string };

/** Says that the password of somebody was right just now. It is signed, so it needs no place in the database. */
export function pendingSignIn(ctx: ServiceContext, { user, passwordHash }: Account): string {
  const until = ctx.clock.now().getTime() + pendingMs;
  const said = { org: user.org, user: user.id, until } satisfies z.output<typeof Pending>;
  const payload = Buffer.from(JSON.stringify(said), "utf8").toString("base64url");
  return `${payload}.${signatureOf(ctx, payload, passwordHash)}`;
}

// The word and the colons keep these signatures apart from links. With another password, what the old one proved is over.
const signatureOf = (ctx: ServiceContext, payload: string, passwordHash: string) =>
  ctx.links.tokenFor(`second:${payload}:${ctx.sha256(passwordHash)}`, 0);

/** Whose password was right, or undefined for what is not ours or too old. */
export async function openPending(ctx: ServiceContext, pending: string): Promise<Account | undefined> {
  const [payload = "", signature = ""] = pending.split(".");
  const said = readPayload(payload);
  if (!said || said.until < ctx.clock.now().getTime()) return undefined;
  const account = await ctx.store.users.get(said.org, said.user);
  if (!account || account.user.disabledAt) return undefined;
  // Hashes are compared: how long a comparison takes then says nothing about the signature.
  const isOurs = ctx.sha256(signatureOf(ctx, payload, account.passwordHash)) === ctx.sha256(signature);
  return isOurs ? account : undefined;
}

function readPayload(payload: string): z.output<typeof Pending> | undefined {
  try {
    return Pending.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8"))).data;
  } catch {
    return undefined;
  }
}
