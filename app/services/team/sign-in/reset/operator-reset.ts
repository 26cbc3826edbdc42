import * as z from "zod";
import { systemUseCase } from "#app/services/context/use-case";
import { newReset } from "./reset-link";

/** A link for a new password, for whoever runs this installation. Undefined where nobody with this address may sign in. */
export const operatorReset = systemUseCase({
  permission: "system.work",
  input: z.object({ email: z.string() }),
  events: ["user.reset-offered"],
  async run(ctx, { email }, event) {
    const user = (await ctx.store.users.byEmail(email.trim()))?.user;
    if (!user || user.disabledAt) return undefined;
    const { reset, link } = newReset(ctx, { user, id: ctx.ids.next(), way: "operator" });
    await ctx.store.passwordResets.offer({ reset, audit: event("user.reset-offered", user.id, { way: reset.way }) });
    return { link, until: reset.expiresAt };
  },
});
