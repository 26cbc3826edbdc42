import type { ServiceContext } from "#app/services/context/contexts";
import { tooLong } from "./password-rules";
import { beginSignIn, endSignIn } from "./sign-in-throttle";
import { startTeamSession } from "./team-session";

export type SignIn =
  | { readonly kind: "signed-in"; readonly session: string }
  /** Unknown address or wrong password: nobody is told which. */
  | { readonly kind: "refused" }
  | { readonly kind: "wait"; readonly until: Date };

type SignInState = { dummy?: Promise<string> };

// One for each installation that runs in this process.
const states = new WeakMap<object, SignInState>();

function signInStateOf(ctx: ServiceContext): SignInState {
  const state = states.get(ctx.store) ?? {};
  states.set(ctx.store, state);
  return state;
}

/** Checks a password and opens a session. `address` is the network address of the request. */
export async function signIn(
  ctx: ServiceContext,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<SignIn> {
  const login = email.trim().toLowerCase().slice(0, 254);
  const state = signInStateOf(ctx);
  const caller = { login, address };
  const until = await beginSignIn(ctx, caller);
  if (until) return { kind: "wait", until };
  if (tooLong(password)) return { kind: "refused" };
  const found = await ctx.store.users.byEmail(login);
  // An unknown address takes as long as a wrong password: a hash is verified either way.
  state.dummy ??= ctx.passwords.hash(ctx.ids.secret());
  const verified = await ctx.passwords.verify(found?.passwordHash ?? (await state.dummy), password);
  if (!found || !verified || found.user.disabledAt) return { kind: "refused" };
  await endSignIn(ctx, caller);
  return { kind: "signed-in", session: await startTeamSession(ctx, found.user) };
}
