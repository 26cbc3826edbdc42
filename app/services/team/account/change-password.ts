import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { type Faults, fault, faultCode } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { chosenPassword, ownPassword } from "#app/services/team/sign-in/passwords/account-fields";
import { hashPassword } from "#app/services/team/sign-in/passwords/password-hashes";
import { isOwnEmail, passwordLimits } from "#app/services/team/sign-in/passwords/password-rules";
import { proveOneself } from "./prove-oneself";

/** Chooses another password with the one so far. All other sessions of the account end. */
export const changePassword = teamUseCase({
  permission: "own-account.change",
  input: z.object({ current: ownPassword, password: z.string() }),
  events: ["user.password-changed", "attempt.refused", "attempt.counted"],
  async run(ctx, { current, password }, event) {
    const wrong = passwordFault(ctx, password);
    if (wrong) return wrong;
    const refused = await proveOneself(ctx, event, { field: "current", password: current });
    if (refused) return refused;
    const { org, id } = ctx.user;
    await ctx.store.users.changePassword({
      org,
      id,
      passwordHash: await hashPassword(ctx, password),
      ...(ctx.session ? { exceptSession: ctx.session } : {}),
      audit: event("user.password-changed", id, {}),
    });
    return { changed: true };
  },
});

function passwordFault({ user, hasSecondFactor }: TeamContext, password: string): Faults | undefined {
  const least = hasSecondFactor ? passwordLimits.withSecondFactor : passwordLimits.characters;
  const read = chosenPassword(least).safeParse(password);
  if (!read.success) return fault("password", faultCode(read.error.issues[0]?.message ?? ""));
  return isOwnEmail(password, user.email) ? fault("password", "password-is-email") : undefined;
}
