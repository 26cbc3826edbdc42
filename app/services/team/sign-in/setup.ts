import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#app/domain/problem";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Organisation, User } from "#db/records";
import { isEmail, type PasswordFault, passwordFault } from "./password-rules";
import { startTeamSession } from "./team-session";

const fileOf = (ctx: ServiceContext) => join(ctx.config.dataDir, "setup");

/**
 * While there is no organisation: the address of the page where the first one is made. The secret in it is kept in
 * `DATA_DIR/setup`, readable by the owner only, so that a restart prints the same address until it is used.
 */
export async function offerSetup(ctx: ServiceContext): Promise<string | undefined> {
  if ((await ctx.store.organisations.count()) > 0) return undefined;
  const file = fileOf(ctx);
  if (!existsSync(file)) {
    mkdirSync(ctx.config.dataDir, { recursive: true });
    writeFileSync(file, ctx.ids.secret(), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return `${ctx.config.publicOrigin}/setup/${readFileSync(file, "utf8").trim()}`;
}

/** Throws Problem "setup-done" once there is an organisation, "not-found" for a wrong secret. */
export async function checkSetup(ctx: ServiceContext, secret: string): Promise<void> {
  if ((await ctx.store.organisations.count()) > 0) throw new Problem("setup-done");
  const file = fileOf(ctx);
  // Hashes are compared: how long a comparison takes then says nothing about the secret.
  const known = existsSync(file) && ctx.sha256(readFileSync(file, "utf8").trim()) === ctx.sha256(secret);
  if (!known) throw new Problem("not-found");
}

export type SetupFields = { organisation: string; name: string; email: string; password: string };
export type SetupFault = { field: keyof SetupFields; code: "required" | "too-long" | "not-an-email" | PasswordFault };

function textFault(field: "organisation" | "name", value: string): SetupFault | undefined {
  if (value.trim() === "") return { field, code: "required" };
  return value.trim().length > 200 ? { field, code: "too-long" } : undefined;
}

function faultsOf(fields: SetupFields): SetupFault[] {
  const password = passwordFault(fields.password, fields.email);
  return [
    textFault("organisation", fields.organisation),
    textFault("name", fields.name),
    isEmail(fields.email.trim()) ? undefined : ({ field: "email", code: "not-an-email" } as const),
    password && ({ field: "password", code: password } as const),
  ].filter((fault) => fault !== undefined);
}

/** Makes the first organisation and its administrator, and signs in. The address stops working. */
export async function setUp(
  ctx: ServiceContext,
  secret: string,
  fields: SetupFields,
): Promise<{ faults: readonly SetupFault[] } | { session: string }> {
  await checkSetup(ctx, secret);
  const faults = faultsOf(fields);
  if (faults.length > 0) return { faults };
  const passwordHash = await ctx.passwords.hash(fields.password);
  const used = `${fileOf(ctx)}.used`;
  // Of two who send the page at once, only one can move the file.
  try {
    renameSync(fileOf(ctx), used);
  } catch {
    throw new Problem("setup-done");
  }
  try {
    const user = await create(ctx, fields, passwordHash);
    rmSync(used, { force: true });
    return { session: await startTeamSession(ctx, user) };
  } catch (error) {
    if (existsSync(used)) renameSync(used, fileOf(ctx));
    throw error;
  }
}

async function create(ctx: ServiceContext, fields: SetupFields, passwordHash: string): Promise<User> {
  const createdAt = ctx.clock.now();
  const organisation: Organisation = { id: ctx.ids.next(), name: fields.organisation.trim(), createdAt };
  const admin: User = {
    org: organisation.id,
    id: ctx.ids.next(),
    email: fields.email.trim().toLowerCase(),
    name: fields.name.trim(),
    role: "admin",
    createdAt,
  };
  const by = { at: createdAt, actor: { kind: "person", id: admin.id, name: admin.name } as const };
  await ctx.store.organisations.create({
    organisation,
    admin,
    passwordHash,
    audit: [
      {
        ...by,
        action: "organisation.created",
        details: { name: organisation.name },
        subject: { type: "organisation", id: organisation.id },
      },
      { ...by, action: "user.created", details: { role: admin.role }, subject: { type: "user", id: admin.id } },
    ],
  });
  return admin;
}
