import * as z from "zod";
import { visitorUseCase } from "#app/services/context/use-case";
import { beginSignIn } from "#app/services/team/sign-in/throttle/throttle";
import { withoutInvisible } from "#terms/texts/typed-text";

export type AskedReset =
  /** Nobody is told whether there is such an account. */
  | { readonly kind: "asked" }
  | { readonly kind: "wait"; readonly until: Date }
  /** There is no mail server here: a colleague has to help. */
  | { readonly kind: "no-mail" };

/** Whether links for a new password can be sent here. */
export const canAskReset = visitorUseCase({
  permission: "accounts.open",
  input: z.object({}),
  events: [],
  run: (ctx) => ctx.mailer !== undefined,
});

/**
 * Has a link for a new password sent to an address, if somebody signs in with it. Known and unknown ones are answered alike and in
 * the same time: either way one job is kept, and only the job finds out what there is to do.
 */
export const askReset = visitorUseCase({
  permission: "accounts.open",
  input: z.object({
    email: z.string().overwrite(withoutInvisible).trim().toLowerCase().min(1, "required").max(254, "not-an-email"),
    address: z.string(),
  }),
  events: [],
  async run(ctx, { email, address }): Promise<AskedReset> {
    if (!ctx.mailer) return { kind: "no-mail" };
    const until = await beginSignIn(ctx, { login: `reset ${email}`, address: `reset ${address}` });
    if (until) return { kind: "wait", until };
    const found = await ctx.store.users.byEmail(email);
    const payload = { user: found?.user.id ?? "", org: found?.user.org ?? "", from: ctx.from ?? {} };
    const at = ctx.clock.now();
    // Named after what was typed, so that one who asks again and again has one job.
    await ctx.store.jobs.enqueue({
      org: "",
      kind: "reset.send",
      key: ctx.sha256(email),
      payload,
      dueAt: at,
      createdAt: at,
    });
    ctx.jobs.wake();
    return { kind: "asked" };
  },
});
