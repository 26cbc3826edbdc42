import type { Kit } from "#db/database/kit";
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
      passwordHash: k.str("password_hash").notNull(),
      createdAt: k.time("created_at").notNull(),
      disabledAt: k.time("disabled_at"),
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
