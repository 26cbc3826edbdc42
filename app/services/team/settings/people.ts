import { may, type Role } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import { dayMs } from "#app/i18n/dates/days";
import type { ServiceContext, TeamContext } from "#app/services/context/contexts";
import { isEmail, type PasswordFault, passwordFault } from "#app/services/team/sign-in/password-rules";
import { startTeamSession } from "#app/services/team/sign-in/team-session";
import type { User } from "#db/records";

export const roles = ["admin", "buyer", "analyst", "viewer"] as const satisfies readonly Role[];
const linkMs = 7 * dayMs;

export function listPeople(ctx: TeamContext): Promise<readonly User[]> {
  ctx.require("people.read");
  return ctx.store.users.list(ctx.organisation.id);
}

/** What a joining link says; it is signed, so it needs no place in the database. */
type Joining = {
  readonly org: string;
  readonly by: string;
  readonly email: string;
  readonly role: Role;
  readonly until: number;
};

/** Characters of a person's name. */
const longestName = 200;

const encode = (joining: Joining) => Buffer.from(JSON.stringify(joining), "utf8").toString("base64url");

// The word and the colon keep these signatures apart from those of suppliers' links, whose ids hold no colon.
const signatureOf = (ctx: ServiceContext, payload: string) => ctx.links.tokenFor(`join:${payload}`, 0);

/**
 * A link by which a colleague joins with a role and chooses a password. It works once, for seven days: once used, the
 * address has an account. Returns undefined for what is no address or has an account already.
 */
export async function invitePerson(
  ctx: TeamContext,
  { email, role }: { email: string; role: string },
): Promise<{ link: string; until: Date } | { fault: "not-an-email" | "email-taken" }> {
  ctx.require("people.write");
  const address = email.trim().toLowerCase();
  if (!isEmail(address)) return { fault: "not-an-email" };
  if (await ctx.store.users.byEmail(address)) return { fault: "email-taken" };
  const known = roles.find((one) => one === role) ?? "viewer";
  const until = new Date(ctx.clock.now().getTime() + linkMs);
  const payload = encode({
    org: ctx.organisation.id,
    by: ctx.user.id,
    email: address,
    role: known,
    until: until.getTime(),
  });
  return { link: `${ctx.config.publicOrigin}/join/${payload}.${signatureOf(ctx, payload)}`, until };
}

function readJoining(ctx: ServiceContext, token: string): Joining {
  const [payload = "", signature = ""] = token.split(".");
  // Hashes are compared: how long a comparison takes then says nothing about the signature.
  if (ctx.sha256(signatureOf(ctx, payload)) !== ctx.sha256(signature)) throw new Problem("not-found");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
}

/** Who is invited by a link. Throws Problem "not-found" for a link that is not ours, "link-expired" for one that has ended or was used. */
export async function checkJoining(ctx: ServiceContext, token: string): Promise<Joining & { organisation: string }> {
  const joining = readJoining(ctx, token);
  const organisation = await ctx.store.organisations.get(joining.org);
  if (!organisation) throw new Problem("not-found");
  const people = await ctx.store.users.list(joining.org);
  const inviter = people.find(({ id }) => id === joining.by);
  const used = await ctx.store.users.byEmail(joining.email);
  // Whoever may not add people any more can neither by a link they made before.
  const standing = inviter && !inviter.disabledAt && may(inviter.role, "people.write");
  if (joining.until < ctx.clock.now().getTime() || used || !standing) throw new Problem("link-expired");
  return { ...joining, organisation: organisation.name };
}

/** Makes the account a link offers and signs in. */
export async function join(
  ctx: ServiceContext,
  token: string,
  { name, password }: { name: string; password: string },
): Promise<{ fault: PasswordFault | "required" | "too-long" } | { session: string }> {
  const { org, email, role, by } = await checkJoining(ctx, token);
  if (name.trim() === "") return { fault: "required" };
  if (name.trim().length > longestName) return { fault: "too-long" };
  const fault = passwordFault(password, email);
  if (fault) return { fault };
  const createdAt = ctx.clock.now();
  const user: User = { org, id: ctx.ids.next(), email, name: name.trim(), role, createdAt };
  const inviter = (await ctx.store.users.list(org)).find(({ id }) => id === by);
  await ctx.store.users.add({
    user,
    passwordHash: await ctx.passwords.hash(password),
    audit: {
      action: "user.created",
      details: { role },
      at: createdAt,
      actor: { kind: "person", id: by, name: inviter?.name ?? "" },
      subject: { type: "user", id: user.id },
    },
  });
  return { session: await startTeamSession(ctx, user) };
}
