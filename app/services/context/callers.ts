import { type Caller, isOwn, may } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import type { SupplierSession } from "#app/services/supplier/session/supplier-session";
import type { Actor } from "#db/audit";
import type { CalledFrom, OpenApiKey, Organisation, User } from "#db/records";
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
      if (!may(caller, permission)) throw new Problem("not-allowed", { permission });
    },
  };
  rights.set(caller, made);
  return made;
}

/** Whoever was not given the right to see answers on North Korean labour has it by no role. */
function withoutNorthKorea({ may, require }: Rights): Rights {
  return {
    may: (permission) => permission !== "north-korea.read" && may(permission),
    require: (permission) => {
      if (permission === "north-korea.read") throw new Problem("not-allowed", { permission });
      require(permission);
    },
  };
}

/** Until somebody who must have a second factor has set it up, they may do nothing else. */
function withoutSecondFactor({ may, require }: Rights): Rights {
  return {
    may: (permission) => isOwn(permission) && may(permission),
    require: (permission) => {
      if (!isOwn(permission)) throw new Problem("second-factor-needed");
      require(permission);
    },
  };
}

/**
 * The world as one caller may use it; what another caller had besides is not handed on. Each resource by its name, because
 * every request makes two of these, and spreading them costs `save.per_s` of the bench more than a query.
 */
export function calledBy<C extends Caller>(
  ctx: ServiceContext,
  { caller, actor, language, from }: { caller: C; actor: Actor; language: string; from?: CalledFrom },
): CallerContext & { readonly caller: C } {
  const { store, catalogue, config, clock, ids, links, passwords, files, scanner, setupSecret } = ctx;
  const { jobs, uploads, backups, lists, printer, trials, mailer, sha256, t, log } = ctx;
  const { may, require } = rightsOf(caller);
  // One object in one go: put together from parts, it costs what spreading did.
  return {
    caller,
    actor,
    language,
    from,
    may,
    require,
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
    printer,
    trials,
    mailer,
    sha256,
    t,
    log,
  };
}

/** Anybody who asks for a page. @param language BCP 47 tag of what they read @param from where they call from, if it is to be kept */
export function asVisitor(ctx: ServiceContext, language: string, from?: CalledFrom): VisitorContext {
  return calledBy(ctx, { caller: "visitor", actor: { kind: "system", name: "visitor" }, language, from });
}

/** The program itself. @param name what works, for the trail: `mail`, `launch`, `demo` */
export function asSystem(ctx: ServiceContext, name: string): SystemContext {
  return calledBy(ctx, { caller: "system", actor: { kind: "system", name }, language: "en" });
}

/** A person who has proved who they are, as far as their organisation asks it. */
export function asUser(
  ctx: ServiceContext,
  person: {
    user: User;
    organisation: Organisation;
    language: string;
    from?: CalledFrom;
    session?: string;
    hasSecondFactor?: boolean;
    needsSecondFactor?: boolean;
  },
): TeamContext {
  const { user, organisation, language, from, session, hasSecondFactor, needsSecondFactor } = person;
  const actor = { kind: "person", id: user.id, name: user.name } as const;
  const called = calledBy(ctx, { caller: user.role, actor, language, from });
  const given = user.readsNorthKorea ? called : withoutNorthKorea(called);
  const { may, require } = needsSecondFactor && !hasSecondFactor ? withoutSecondFactor(given) : given;
  return Object.assign(called, { may, require }, { user, organisation, session, hasSecondFactor });
}

/** A program of an organisation: its key's maker, as far as they may now and as far as `may` says. */
export function asApiKey(
  ctx: ServiceContext,
  opened: OpenApiKey & Pick<TeamContext, "may" | "language"> & { from?: CalledFrom },
): TeamContext {
  const { key, may: mayByScope, ...person } = opened;
  const maker = asUser(ctx, person);
  const may: TeamContext["may"] = (permission) => mayByScope(permission) && maker.may(permission);
  const require: TeamContext["require"] = (permission) => {
    maker.require(permission);
    if (!mayByScope(permission)) throw new Problem("not-allowed", { permission });
  };
  const actor = { kind: "api-key", id: key.id, name: key.name } as const;
  return { ...maker, actor, may, require };
}

/**
 * Whoever works on one attestation: the supplier, a colleague it asked, or a person of the team who answers for it.
 * @param session an open one: see `openSupplierSession`
 */
export function asSupplier(
  ctx: ServiceContext,
  { session, language, from }: { session: SupplierSession; language: string; from?: CalledFrom },
): SupplierContext {
  const { standIn, colleague, file } = session;
  const attestation = file.attestation.id;
  if (colleague !== undefined) {
    const actor = { kind: "colleague", attestation, id: colleague.id, name: colleague.name } as const;
    const caller = colleague.approves ? "approver" : colleague.maySign ? "signing-colleague" : "colleague";
    return Object.assign(calledBy(ctx, { caller, actor, language }), { session });
  }
  if (standIn === undefined) {
    const actor = { kind: "supplier", attestation } as const;
    return Object.assign(calledBy(ctx, { caller: "supplier", actor, language }), { session });
  }
  const actor = { kind: "stand-in", attestation, id: standIn.user, name: standIn.name } as const;
  return Object.assign(calledBy(ctx, { caller: "stand-in", actor, language, from }), { session });
}
