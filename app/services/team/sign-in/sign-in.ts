import * as z from "zod";
import type { ServiceContext, VisitorContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { visitorUseCase } from "#app/services/context/use-case";
import { note, onlyOrganisation } from "#app/services/team/trail/note";
import type { User } from "#db/records";
import { withoutInvisible } from "#terms/texts/typed-text";
import { hashPassword, isPassword } from "./passwords/password-hashes";
import { tooLong } from "./passwords/password-rules";
import { pendingSignIn } from "./second-factor/pending-sign-in";
import { startTeamSession } from "./start-session";
import { knownDevice, rememberDevice } from "./throttle/known-device";
import { beginSignIn, endSignIn } from "./throttle/throttle";

export type SignIn =
  /** `device`: what the browser is to keep, so that it is known the next time. */
  | { readonly kind: "signed-in"; readonly session: string; readonly device: string }
  /** The password was right and a code is needed besides. `pending` proves that for some minutes. */
  | { readonly kind: "code-needed"; readonly pending: string }
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

/**
 * Checks a password and opens a session. `address` is the network address of the request, of IPv6 its /64; `device` what the
 * browser kept from before.
 */
export const signIn = visitorUseCase({
  permission: "accounts.open",
  input: z.object({
    email: z.string().overwrite(withoutInvisible).trim().toLowerCase().max(254, "not-an-email"),
    password: z.string(),
    address: z.string(),
    device: z.string().max(1_000).optional().catch(undefined),
  }),
  events: ["user.signed-in", "attempt.refused", "attempt.counted"],
  async run(ctx, { email, password, address, device }, event): Promise<SignIn> {
    const found = await ctx.store.users.byEmail(email);
    const user = found?.user;
    const tried = { login: email, address, device: user && knownDevice(ctx, device, user.id) };
    const refused = (reason: RefusedReason) => noteRefused(ctx, event, user, reason);
    const until = await beginSignIn(ctx, tried);
    if (until) {
      await refused("wait");
      return { kind: "wait", until };
    }
    const isRight = await isRightPassword(ctx, found?.passwordHash, password);
    if (!user || !isRight || user.disabledAt) {
      await refused(!user ? "unknown" : isRight ? "ended" : "password");
      return { kind: "refused" };
    }
    await endSignIn(ctx, tried);
    const second = await ctx.store.secondFactors.get(user.org, user.id);
    if (second?.isOn) return { kind: "code-needed", pending: pendingSignIn(ctx, found) };
    return {
      kind: "signed-in",
      session: await startTeamSession(ctx, event, user),
      device: rememberDevice(ctx, device, user.id),
    };
  },
});

/** An unknown address takes as long as a wrong password: a hash is verified either way. */
async function isRightPassword(ctx: ServiceContext, kept: string | undefined, password: string): Promise<boolean> {
  if (tooLong(password)) return false;
  const state = signInStateOf(ctx);
  state.dummy ??= hashPassword(ctx, ctx.ids.secret());
  return isPassword(ctx, { hash: kept ?? (await state.dummy), password });
}

type RefusedReason = "wait" | "unknown" | "ended" | "password";

async function noteRefused(
  ctx: VisitorContext,
  event: EventMaker<"attempt.refused" | "attempt.counted">,
  user: User | undefined,
  reason: RefusedReason,
): Promise<void> {
  const org = user?.org ?? (await onlyOrganisation(ctx));
  // Of several organisations it is nobody's, and the typed address may be a password: it is told nowhere.
  if (org === undefined) return ctx.log.warn({ reason, ...ctx.from }, "a sign-in was refused");
  const details = { what: "sign-in", reason } as const;
  const audit = user
    ? event("attempt.refused", user.id, details)
    : event("attempt.refused", org, details, { about: "organisation" });
  await note(ctx, event, { org, kind: "stranger", audit });
}
