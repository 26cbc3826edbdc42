import { type Caller, may, type Permission } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Actor } from "#db/audit";
import type { Organisation, User } from "#db/records";
import type {
  CallerContext,
  OperatorContext,
  ServiceContext,
  SupplierContext,
  TeamContext,
  VisitorContext,
} from "./contexts";

/** The world as one caller may use it: whatever the permission table does not list is refused. */
export function calledBy<C extends Caller>(
  ctx: ServiceContext,
  { caller, actor, language }: { caller: C; actor: Actor; language: string },
): CallerContext & { readonly caller: C } {
  return {
    ...ctx,
    caller,
    actor,
    language,
    may: (permission: Permission) => may(caller, permission),
    require: (permission: Permission) => {
      if (!may(caller, permission)) throw new Problem("not-allowed");
    },
  };
}

/** Anybody who asks for a page. @param language BCP 47 tag of what they read */
export function asVisitor(ctx: ServiceContext, language: string): VisitorContext {
  return calledBy(ctx, { caller: "visitor", actor: { kind: "system", name: "visitor" }, language });
}

/** The program itself. @param name what works, for the trail: `mail`, `launch`, `demo` */
export function asOperator(ctx: ServiceContext, name: string): OperatorContext {
  return calledBy(ctx, { caller: "system", actor: { kind: "system", name }, language: "en" });
}

/** A person who has proved who they are. */
export function asPerson(
  ctx: ServiceContext,
  { user, organisation, language }: { user: User; organisation: Organisation; language: string },
): TeamContext {
  const actor = { kind: "person", id: user.id, name: user.name } as const;
  return { ...calledBy(ctx, { caller: user.role, actor, language }), user, organisation };
}

/** Whoever works on one attestation. @param session an open one: see `openSupplierSession` */
export function asSupplier(
  ctx: ServiceContext,
  { session, language }: { session: SupplierSession; language: string },
): SupplierContext {
  const actor = { kind: "supplier", attestation: session.file.attestation.id } as const;
  return { ...calledBy(ctx, { caller: "supplier", actor, language }), session };
}
