import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { fault } from "#app/services/context/faults";
import { givenName } from "#app/services/context/inputs";
import { visitorUseCase } from "#app/services/context/use-case";
import { ConflictError, MissingError, TakenError } from "#db/errors";
import type { User } from "#db/records";
import { openJoining } from "./joining-link";
import { newPassword } from "./passwords/account-fields";
import { hashPassword } from "./passwords/password-hashes";
import { isOwnEmail } from "./passwords/password-rules";
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
    const { org, id, generation, email, role } = joining;
    if (isOwnEmail(password, email)) return fault("password", "password-is-email");
    const at = ctx.clock.now();
    const user: User = { org, id: ctx.ids.next(), email, name, role, readsNorthKorea: false, createdAt: at };
    const by = { kind: "person", id: inviter.id, name: inviter.name } as const;
    const passwordHash = await hashPassword(ctx, password);
    const audit = event("user.created", user.id, { role }, { by, at });
    try {
      await ctx.store.joinings.use({ org, id, generation, at, user, passwordHash, audit });
    } catch (error) {
      // Used, withdrawn or made again while the password was being hashed.
      if (error instanceof MissingError || error instanceof ConflictError || error instanceof TakenError) {
        throw new Problem("link-expired");
      }
      throw error;
    }
    return { session: await startTeamSession(ctx, event, user) };
  },
});
