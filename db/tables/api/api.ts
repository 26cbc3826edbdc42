import type { Kit } from "#db/database/kit";
import type { OrganisationTables } from "#db/tables/organisations";
import type { ApiScope } from "#terms/api-scopes";

/** By what programs of an organisation get in, and what they were answered. */
export function apiTables(k: Kit, { users }: OrganisationTables) {
  const apiKeys = k.table(
    "api_keys",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      name: k.str("name").notNull(),
      /** SHA-256 of the key: a copy of the database opens nothing. */
      keyHash: k.str("key_hash").notNull(),
      scopes: k.json<readonly ApiScope[]>("scopes").notNull(),
      /** The user in whose name it acts. */
      madeBy: k.str("made_by").notNull(),
      createdAt: k.time("created_at").notNull(),
      expiresAt: k.time("expires_at").notNull(),
      lastUsedAt: k.time("last_used_at"),
      revokedAt: k.time("revoked_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.foreignKey({ columns: [t.org, t.madeBy], foreignColumns: [users.org, users.id] }),
      // Not led by the organisation: a key names none.
      k.uniqueIndex("api_keys_by_hash").on(t.keyHash),
    ],
  );

  /** What a request that may be sent twice was answered, for a day. */
  const apiAnswers = k.table(
    "api_answers",
    {
      org: k.str("org").notNull(),
      key: k.str("api_key").notNull(),
      /** SHA-256 of the Idempotency-Key. */
      name: k.str("name_hash").notNull(),
      /** SHA-256 of method, address and body. */
      request: k.str("request_hash").notNull(),
      begunAt: k.time("begun_at").notNull(),
      /** Null while it is at work. */
      status: k.int("status"),
      body: k.str("body"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.key, t.name] }),
      k.foreignKey({ columns: [t.org, t.key], foreignColumns: [apiKeys.org, apiKeys.id] }),
      k.index("api_answers_begun").on(t.begunAt),
    ],
  );

  return { apiKeys, apiAnswers };
}
