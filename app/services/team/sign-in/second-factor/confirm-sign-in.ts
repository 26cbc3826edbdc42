import * as z from "zod";
import type { VisitorContext } from "#app/services/context/contexts";
import { visitorUseCase } from "#app/services/context/use-case";
import type { SignIn } from "#app/services/team/sign-in/sign-in";
import { startTeamSession } from "#app/services/team/sign-in/start-session";
import { knownDevice, rememberDevice } from "#app/services/team/sign-in/throttle/known-device";
import { beginSignIn, endSignIn } from "#app/services/team/sign-in/throttle/throttle";
import { note } from "#app/services/team/trail/note";
import type { User } from "#db/records";
import { recoveryHash, stepOf } from "./codes";
import { openPending } from "./pending-sign-in";

const pending = z.string().max(2_000);

/** Whether somebody whose password was right is still awaited with a code. */
export const checkPending = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ pending }),
  events: [],
  run: async (ctx, input) => (await openPending(ctx, input.pending)) !== undefined,
});

/** What a code came to; `expired`: the password has to be given again. */
export type CodeOutcome = Exclude<SignIn, { kind: "code-needed" }> | { readonly kind: "expired" };

/** Opens a session with a code of the authenticator, or with a recovery code; each opens one, once. */
export const confirmSignIn = visitorUseCase({
  permission: "accounts.open",
  input: z.object({
    pending,
    code: z.string().max(200),
    address: z.string(),
    device: z.string().max(1_000).optional().catch(undefined),
  }),
  events: ["user.signed-in", "user.recovery-code-used", "attempt.refused", "attempt.counted"],
  async run(ctx, input, event): Promise<CodeOutcome> {
    const account = await openPending(ctx, input.pending);
    if (!account) return { kind: "expired" };
    const { user } = account;
    const device = knownDevice(ctx, input.device, user.id);
    const tried = { login: `code ${user.id}`, address: input.address, device };
    const refused = (reason: "wait" | "code") => {
      const audit = event("attempt.refused", user.id, { what: "code", reason });
      return note(ctx, event, { org: user.org, kind: "stranger", audit });
    };
    const until = await beginSignIn(ctx, tried);
    if (until) {
      await refused("wait");
      return { kind: "wait", until };
    }
    const by = { by: { kind: "person", id: user.id, name: user.name } as const };
    const recovery = event("user.recovery-code-used", user.id, {}, by);
    if (!(await usesCode(ctx, user, input.code)) && !(await usesRecovery(ctx, user, input.code, recovery))) {
      await refused("code");
      return { kind: "refused" };
    }
    await endSignIn(ctx, tried);
    const session = await startTeamSession(ctx, event, user);
    return { kind: "signed-in", session, device: rememberDevice(ctx, input.device, user.id) };
  },
});

async function usesCode(ctx: VisitorContext, user: User, code: string): Promise<boolean> {
  const second = await ctx.store.secondFactors.get(user.org, user.id);
  const step = second?.isOn ? stepOf(ctx, user, second.generation, code) : undefined;
  return step !== undefined && ctx.store.secondFactors.spendStep({ org: user.org, user: user.id, step });
}

async function usesRecovery(
  ctx: VisitorContext,
  { org, id: user }: User,
  code: string,
  audit: ReturnType<Parameters<typeof note>[1]>,
): Promise<boolean> {
  const codeHash = recoveryHash(ctx, { id: user }, code);
  return ctx.store.secondFactors.spendRecoveryCode({ org, user, codeHash, at: ctx.clock.now(), audit });
}
