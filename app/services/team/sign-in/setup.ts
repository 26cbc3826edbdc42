import * as z from "zod";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { givenName, noInput } from "#app/services/context/inputs";
import { systemUseCase, visitorUseCase } from "#app/services/context/use-case";
import type { Organisation, User } from "#db/records";
import { accountEmail, newPassword } from "./passwords/account-fields";
import { hashPassword } from "./passwords/password-hashes";
import { isOwnEmail } from "./passwords/password-rules";
import { startTeamSession } from "./start-session";

/** While there is no organisation: the address of the page where the first one is made, the same after a restart. */
export const offerSetup = systemUseCase({
  permission: "system.work",
  input: noInput,
  events: [],
  async run(ctx) {
    if ((await ctx.store.organisations.count()) > 0) return undefined;
    return `${ctx.config.publicOrigin}/setup/${await ctx.setupSecret.offer(ctx.ids.secret)}`;
  },
});

const secret = z.string().max(200);

/** @throws Problem "setup-done" once there is an organisation, "not-found" for a wrong secret */
export const checkSetup = visitorUseCase({
  permission: "accounts.open",
  input: z.object({ secret }),
  events: [],
  run: (ctx, input) => requireSetup(ctx, input.secret),
});

async function requireSetup(ctx: ServiceContext, given: string): Promise<void> {
  if ((await ctx.store.organisations.count()) > 0) throw new Problem("setup-done");
  const kept = await ctx.setupSecret.read();
  // Hashes are compared: how long a comparison takes then says nothing about the secret.
  if (kept === undefined || ctx.sha256(kept) !== ctx.sha256(given)) throw new Problem("not-found");
}

const fields = z.object({ organisation: givenName, name: givenName, email: accountEmail, password: newPassword });
const emailAndPassword = fields.pick({ email: true, password: true });

/**
 * Makes the first organisation and its administrator, and signs in. The address stops working.
 * @throws Problem as `checkSetup`
 */
export const setUp = visitorUseCase({
  permission: "accounts.open",
  input: fields.extend({ secret }).refine(({ email, password }) => !isOwnEmail(password, email), {
    error: "password-is-email",
    path: ["password"],
    // Told together with what is wrong with the names.
    when: ({ value }) => emailAndPassword.safeParse(value).success,
  }),
  events: ["organisation.created", "user.created", "user.signed-in"],
  async run(ctx, { secret: given, ...account }, event) {
    await requireSetup(ctx, given);
    const passwordHash = await hashPassword(ctx, account.password);
    const admin = await ctx.setupSecret.use(() => createFirst(ctx, event, account, passwordHash));
    if (admin === "used") throw new Problem("setup-done");
    return { session: await startTeamSession(ctx, event, admin) };
  },
});

async function createFirst(
  ctx: ServiceContext,
  event: EventMaker<"organisation.created" | "user.created">,
  account: Omit<z.output<typeof fields>, "password">,
  passwordHash: string,
): Promise<User> {
  const createdAt = ctx.clock.now();
  const organisation: Organisation = { id: ctx.ids.next(), name: account.organisation, createdAt };
  const { email, name } = account;
  const id = ctx.ids.next();
  // Else nobody would have this right, and somebody must have been told who gives it on.
  const rights = { role: "admin", readsNorthKorea: true } as const;
  const admin: User = { org: organisation.id, id, email, name, ...rights, createdAt };
  const by = { by: { kind: "person", id: admin.id, name } as const, at: createdAt };
  await ctx.store.organisations.create({
    organisation,
    admin,
    passwordHash,
    audit: [
      event("organisation.created", organisation.id, { name: organisation.name }, by),
      event("user.created", admin.id, { role: admin.role }, by),
    ],
  });
  return admin;
}
