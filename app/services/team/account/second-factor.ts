import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { TeamContext } from "#app/services/context/contexts";
import { fault } from "#app/services/context/faults";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { ownPassword } from "#app/services/team/sign-in/passwords/account-fields";
import { isLongEnough } from "#app/services/team/sign-in/passwords/password-rules";
import { authenticatorSetting, newRecoveryCodes, stepOf } from "#app/services/team/sign-in/second-factor/codes";
import { proveOneself } from "./prove-oneself";

async function nextGeneration({ store, user }: TeamContext): Promise<number> {
  const second = await store.secondFactors.get(user.org, user.id);
  if (second?.isOn) throw new Problem("changed-meanwhile");
  return (second?.generation ?? 0) + 1;
}

/** What an authenticator has to be told before its first code is asked for. Says the same until that was shown. */
export const showSecondFactorSetup = teamUseCase({
  permission: "own-account.change",
  input: noInput,
  events: [],
  async run(ctx) {
    const { org, id } = ctx.user;
    const second = await ctx.store.secondFactors.get(org, id);
    const isNeeded = (await ctx.store.secondFactors.roles(org)).includes(ctx.user.role);
    if (second?.isOn) return { isOn: true, isNeeded, codesLeft: second.codesLeft };
    return {
      isOn: false,
      isNeeded,
      codesLeft: 0,
      setting: authenticatorSetting(ctx, ctx.user, (second?.generation ?? 0) + 1),
    };
  },
});

/** Turns the second factor on with the first code and the password. All other sessions of the account end. Gives the recovery codes, once. */
export const setSecondFactor = teamUseCase({
  permission: "own-account.change",
  input: z.object({ code: z.string().max(200), password: ownPassword }),
  events: ["user.second-factor-set", "attempt.refused", "attempt.counted"],
  async run(ctx, { code, password }, event) {
    const { org, id } = ctx.user;
    const generation = await nextGeneration(ctx);
    const refused = await proveOneself(ctx, event, { field: "password", password });
    if (refused) return refused;
    const step = stepOf(ctx, ctx.user, generation, code);
    if (step === undefined) return fault("code", "code-wrong");
    const { codes, codeHashes } = newRecoveryCodes(ctx, ctx.user);
    await ctx.store.secondFactors.set({
      org,
      user: id,
      generation,
      step,
      at: ctx.clock.now(),
      codeHashes,
      ...(ctx.session ? { exceptSession: ctx.session } : {}),
      audit: event("user.second-factor-set", id, {}),
    });
    return { codes };
  },
});

/** Turns it off with the password, which must then be long enough to stand alone. */
export const removeSecondFactor = teamUseCase({
  permission: "own-account.change",
  input: z.object({ password: ownPassword }),
  events: ["user.second-factor-removed", "attempt.refused", "attempt.counted"],
  async run(ctx, { password }, event) {
    const { org, id, role } = ctx.user;
    if ((await ctx.store.secondFactors.roles(org)).includes(role)) return fault("password", "second-factor-must");
    if (!(await ctx.store.secondFactors.get(org, id))?.isOn) return { removed: true };
    const refused = await proveOneself(ctx, event, { field: "password", password });
    if (refused) return refused;
    if (!isLongEnough(password)) return fault("password", "password-too-short-alone");
    await ctx.store.secondFactors.remove({ org, user: id, audit: event("user.second-factor-removed", id, {}) });
    return { removed: true };
  },
});

/** New recovery codes in place of those before, with the password. Gives them once. */
export const renewRecoveryCodes = teamUseCase({
  permission: "own-account.change",
  input: z.object({ password: ownPassword }),
  events: ["user.recovery-codes-renewed", "attempt.refused", "attempt.counted"],
  async run(ctx, { password }, event) {
    const { org, id } = ctx.user;
    const refused = await proveOneself(ctx, event, { field: "password", password });
    if (refused) return refused;
    const { codes, codeHashes } = newRecoveryCodes(ctx, ctx.user);
    const audit = event("user.recovery-codes-renewed", id, {});
    await ctx.store.secondFactors.renewRecoveryCodes({ org, user: id, codeHashes, audit });
    return { codes };
  },
});
