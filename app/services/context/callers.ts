import { type Caller, may } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Actor } from "#db/audit";
import type { Organisation, User } from "#db/records";
import type {
  CallerContext,
  ServiceContext,
  SupplierContext,
  SystemContext,
  TeamContext,
  VisitorContext,
} from "./contexts";

type Rights = Pick<CallerContext, "may" | "require">;

const rights = new Map<Caller, Rights>();

/** What a caller may do, made once: whatever the permission table does not list is refused. */
function rightsOf(caller: Caller): Rights {
  const known = rights.get(caller);
  if (known) return known;
  const made: Rights = {
    may: (permission) => may(caller, permission),
    require: (permission) => {
      if (!may(caller, permission)) throw new Problem("not-allowed");
    },
  };
  rights.set(caller, made);
  return made;
}

/**
 * The world as one caller may use it; what another caller had besides is not handed on. Each resource by its name, because
 * every request makes two of these, and spreading them costs `save.per_s` of the bench more than a query.
 */
export function calledBy<C extends Caller>(
  ctx: ServiceContext,
  { caller, actor, language }: { caller: C; actor: Actor; language: string },
): CallerContext & { readonly caller: C } {
  const { store, catalogue, config, clock, ids, links, passwords, files, scanner, setupSecret } = ctx;
  const { jobs, uploads, backups, lists, mailer, sha256, t, log } = ctx;
  const { may, require } = rightsOf(caller);
  const world = {
    store,
    catalogue,
    config,
    clock,
    ids,
    links,
    passwords,
    files,
    scanner,
    setupSecret,
    jobs,
    uploads,
    backups,
    lists,
    mailer,
  };
  return Object.assign({ caller, actor, language, may, require, sha256, t, log }, world);
}

/** Anybody who asks for a page. @param language BCP 47 tag of what they read */
export function asVisitor(ctx: ServiceContext, language: string): VisitorContext {
  return calledBy(ctx, { caller: "visitor", actor: { kind: "system", name: "visitor" }, language });
}

/** The program itself. @param name what works, for the trail: `mail`, `launch`, `demo` */
export function asSystem(ctx: ServiceContext, name: string): SystemContext {
  return calledBy(ctx, { caller: "system", actor: { kind: "system", name }, language: "en" });
}

/** A person who has proved who they are. */
export function asUser(
  ctx: ServiceContext,
  { user, organisation, language }: { user: User; organisation: Organisation; language: string },
): TeamContext {
  const actor = { kind: "person", id: user.id, name: user.name } as const;
  return Object.assign(calledBy(ctx, { caller: user.role, actor, language }), { user, organisation });
}

/** Whoever works on one attestation. @param session an open one: see `openSupplierSession` */
export function asSupplier(
  ctx: ServiceContext,
  { session, language }: { session: SupplierSession; language: string },
): SupplierContext {
  const actor = { kind: "supplier", attestation: session.file.attestation.id } as const;
  return Object.assign(calledBy(ctx, { caller: "supplier", actor, language }), { session });
}
