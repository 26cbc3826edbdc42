import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { VisitorContext } from "#app/services/context/contexts";
import { fault, faultCode } from "#app/services/context/faults";
import { visitorUseCase } from "#app/services/context/use-case";
import { chosenPassword } from "#app/services/team/sign-in/passwords/account-fields";
import { hashPassword } from "#app/services/team/sign-in/passwords/password-hashes";
import { isOwnEmail, passwordLimits } from "#app/services/team/sign-in/passwords/password-rules";
import { MissingError } from "#db/errors";

const token = z.string().max(200);

async function openReset(ctx: VisitorContext, given: string) {
  const found = await ctx.store.passwordResets.byToken(ctx.links.hash(given), ctx.clock.now());
  if (!found) throw new Problem("link-expired");
  const { org, id } = found.user;
  const second = await ctx.store.secondFactors.get(org, id);
  const least = second?.isOn ? passwordLimits.withSecondFactor : passwordLimits.characters;
  return { ...found, least };
}

/** Whose password a link lets choose anew. Changes nothing. @throws Problem "link-expired" for one that opens nothing */
export const checkReset = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ token }),
  events: [],
  async run(ctx, input) {
    const { user, least } = await openReset(ctx, input.token);
    return { email: user.email, characters: least };
  },
});

/**
 * Keeps a new password, once, and ends all sessions. Nobody is signed in by it: whoever has a second factor still needs it.
 * @throws Problem as `checkReset`
 */
export const resetPassword = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ token, password: z.string() }),
  events: ["user.password-reset"],
  async run(ctx, { token: given, password }, event) {
    const { reset, user, least } = await openReset(ctx, given);
    const read = chosenPassword(least).safeParse(password);
    if (!read.success) return fault("password", faultCode(read.error.issues[0]?.message ?? ""));
    if (isOwnEmail(password, user.email)) return fault("password", "password-is-email");
    const by = { kind: "person", id: user.id, name: user.name } as const;
    const passwordHash = await hashPassword(ctx, password);
    const at = ctx.clock.now();
    try {
      const audit = event("user.password-reset", user.id, {}, { by, at });
      await ctx.store.passwordResets.use({ org: reset.org, id: reset.id, at, passwordHash, audit });
    } catch (error) {
      if (error instanceof MissingError) throw new Problem("link-expired");
      throw error;
    }
    return { email: user.email };
  },
});
