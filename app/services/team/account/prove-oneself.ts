import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { type Faults, fault } from "#app/services/context/faults";
import { isPassword } from "#app/services/team/sign-in/passwords/password-hashes";
import { beginSignIn, endSignIn } from "#app/services/team/sign-in/throttle/throttle";
import { note } from "#app/services/team/trail/note";

/**
 * Asks for the password of whoever is signed in: a browser that was left open must not be enough to take an account over. Guessing is
 * slowed down as at the door.
 * @returns what is wrong, beside the field named
 */
export async function proveOneself(
  ctx: TeamContext,
  event: EventMaker<"attempt.refused" | "attempt.counted">,
  { field, password }: { field: string; password: string },
): Promise<Faults | undefined> {
  const { org, id } = ctx.user;
  const tried = { login: `own ${id}`, address: "session", device: "session" };
  const refused = async (reason: "wait" | "password", code: "password-wrong" | "too-often") => {
    const audit = event("attempt.refused", id, { what: "password", reason } as const);
    await note(ctx, event, { org, kind: "refused", audit });
    return fault(field, code);
  };
  if (await beginSignIn(ctx, tried)) return refused("wait", "too-often");
  const account = await ctx.store.users.get(org, id);
  if (!account || !(await isPassword(ctx, { hash: account.passwordHash, password }))) {
    return refused("password", "password-wrong");
  }
  await endSignIn(ctx, tried);
  return undefined;
}
