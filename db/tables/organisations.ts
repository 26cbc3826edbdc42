import type { Kit } from "#db/database/kit";
import type { ResetWay } from "#db/records";
import type { Role } from "#terms/roles";

export function organisationTables(k: Kit) {
  const organisations = k.table("organisations", {
    id: k.str("org").primaryKey(),
    name: k.str("name").notNull(),
    createdAt: k.time("created_at").notNull(),
  });

  const users = k.table(
    "users",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      id: k.str("id").notNull(),
      email: k.str("email").notNull(),
      name: k.str("name").notNull(),
      role: k.word<Role>("role").notNull(),
      /** Whether they see what suppliers say of North Korean labour; given to each person by itself. */
      readsNorthKorea: k.bool("reads_north_korea").notNull().default(false),
      passwordHash: k.str("password_hash").notNull(),
      createdAt: k.time("created_at").notNull(),
      disabledAt: k.time("disabled_at"),
      /** When name and address were taken away for good; the id stays, because the record points at it. */
      erasedAt: k.time("erased_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      // Not led by the organisation: the login names none, so an address stands for one user of the installation.
      k.uniqueIndex("users_by_email").on(t.email),
    ],
  );

  const teamSessions = k.table(
    "team_sessions",
    {
      org: k.str("org").notNull(),
      sessionHash: k.str("session_hash").notNull(),
      user: k.str("user").notNull(),
      createdAt: k.time("created_at").notNull(),
      expiresAt: k.time("expires_at").notNull(),
      /** When it was last used, to within some minutes; absent before the first time. */
      lastSeenAt: k.time("last_seen_at"),
      address: k.str("address"),
      agent: k.str("agent"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.sessionHash] }),
      k.index("team_sessions_of_user").on(t.org, t.user),
      // Not led by the organisation: a cookie brings nothing but itself.
      k.uniqueIndex("team_sessions_by_hash").on(t.sessionHash),
      k.foreignKey({ columns: [t.org, t.user], foreignColumns: [users.org, users.id] }),
    ],
  );

  return { organisations, users, teamSessions };
}

export type OrganisationTables = ReturnType<typeof organisationTables>;

/** How people come to have an account, prove who they are, and get in again when they have forgotten it. */
export function accountTables(k: Kit, { organisations, users }: OrganisationTables) {
  const joinings = k.table(
    "joinings",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      id: k.str("id").notNull(),
      email: k.str("email").notNull(),
      role: k.word<Role>("role").notNull(),
      invitedBy: k.str("invited_by").notNull(),
      /** Counts the links that were made for it, from 1; only the newest works. */
      generation: k.int("generation").notNull(),
      tokenHash: k.str("token_hash").notNull(),
      createdAt: k.time("created_at").notNull(),
      expiresAt: k.time("expires_at").notNull(),
      endedAt: k.time("ended_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      // Not led by the organisation: a link brings nothing but itself.
      k.uniqueIndex("joinings_by_token").on(t.tokenHash),
      k.foreignKey({ columns: [t.org, t.invitedBy], foreignColumns: [users.org, users.id] }),
    ],
  );

  const passwordResets = k.table(
    "password_resets",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      user: k.str("user").notNull(),
      way: k.word<ResetWay>("way").notNull(),
      tokenHash: k.str("token_hash").notNull(),
      createdAt: k.time("created_at").notNull(),
      expiresAt: k.time("expires_at").notNull(),
      usedAt: k.time("used_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      // Not led by the organisation: a link brings nothing but itself.
      k.uniqueIndex("password_resets_by_token").on(t.tokenHash),
      k.index("password_resets_of_user").on(t.org, t.user),
      k.foreignKey({ columns: [t.org, t.user], foreignColumns: [users.org, users.id] }),
    ],
  );

  /** The row stays when it is turned off: a secret that was shown once is never used again. */
  const secondFactors = k.table(
    "second_factors",
    {
      org: k.str("org").notNull(),
      user: k.str("user").notNull(),
      /** Of the secret, which is derived and stored nowhere. */
      generation: k.int("generation").notNull(),
      /** Absent while it is off. */
      setAt: k.time("set_at"),
      /** Number of the newest half minute whose code was used: none up to it opens anything again. */
      lastStep: k.int("last_step").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.user] }),
      k.foreignKey({ columns: [t.org, t.user], foreignColumns: [users.org, users.id] }),
    ],
  );

  const recoveryCodes = k.table(
    "recovery_codes",
    {
      org: k.str("org").notNull(),
      user: k.str("user").notNull(),
      codeHash: k.str("code_hash").notNull(),
      usedAt: k.time("used_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.user, t.codeHash] }),
      k.foreignKey({ columns: [t.org, t.user], foreignColumns: [users.org, users.id] }),
    ],
  );

  const accessRules = k.table("access_rules", {
    org: k
      .str("org")
      .primaryKey()
      .references(() => organisations.id),
    secondFactorRoles: k.json<readonly Role[]>("second_factor_roles").notNull(),
  });

  return { joinings, passwordResets, secondFactors, recoveryCodes, accessRules };
}
