import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import { withoutInvisible } from "#terms/texts/typed-text";
import { tooLong } from "./password-rules";
import { beginSignIn, endSignIn } from "./sign-in-throttle";
import { startTeamSession } from "./start-session";

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
export const signIn = visitorUseCase({
  permission: "accounts.open",
  input: z.object({
    email: z.string().overwrite(withoutInvisible).trim().toLowerCase().max(254, "not-an-email"),
    password: z.string(),
    address: z.string(),
  }),
  events: ["user.signed-in"],
  async run(ctx, { email, password, address }, event): Promise<SignIn> {
    const state = signInStateOf(ctx);
    const tried = { login: email, address };
    const until = await beginSignIn(ctx, tried);
    if (until) return { kind: "wait", until };
    if (tooLong(password)) return { kind: "refused" };
    const found = await ctx.store.users.byEmail(email);
    // An unknown address takes as long as a wrong password: a hash is verified either way.
    state.dummy ??= ctx.passwords.hash(ctx.ids.secret());
    const verified = await ctx.passwords.verify(found?.passwordHash ?? (await state.dummy), password);
    if (!found || !verified || found.user.disabledAt) return { kind: "refused" };
    await endSignIn(ctx, tried);
    return { kind: "signed-in", session: await startTeamSession(ctx, event, found.user) };
  },
});
