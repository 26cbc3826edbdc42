import * as z from "zod";
import { fault } from "#app/services/context/faults";
import { givenName } from "#app/services/context/inputs";
import { visitorUseCase } from "#app/services/context/use-case";
import type { User } from "#db/records";
import { newPassword } from "./account-fields";
import { openJoining } from "./joining-link";
import { isOwnEmail } from "./password-rules";
import { startTeamSession } from "./start-session";

const token = z.string().max(4_000);

/**
 * Who is invited by a link, where to, and as what.
 * @throws Problem "not-found" for a link that is not ours, "link-expired" for one that has ended or was used
 */
export const checkJoining = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ token }),
  events: [],
  async run(ctx, input) {
    const { joining, organisation } = await openJoining(ctx, input.token);
    return { email: joining.email, role: joining.role, organisation: organisation.name };
  },
});

/** Makes the account that a link offers and signs in. @throws Problem as `checkJoining` */
export const join = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ token, name: givenName, password: newPassword }),
  events: ["user.created", "user.signed-in"],
  async run(ctx, { token: given, name, password }, event) {
    const { joining, inviter } = await openJoining(ctx, given);
    const { org, email, role } = joining;
    if (isOwnEmail(password, email)) return fault("password", "password-is-email");
    const createdAt = ctx.clock.now();
    const user: User = { org, id: ctx.ids.next(), email, name, role, createdAt };
    const by = { kind: "person", id: inviter.id, name: inviter.name } as const;
    await ctx.store.users.add({
      user,
      passwordHash: await ctx.passwords.hash(password),
      audit: event("user.created", user.id, { role }, { by, at: createdAt }),
    });
    return { session: await startTeamSession(ctx, event, user) };
  },
});
