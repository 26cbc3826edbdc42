import type { Kit } from "#db/database/kit";
import type { OrganisationTables } from "#db/tables/organisations";

/** What an organisation tries of its rules, and the countries of its own. */
export function ruleTables(k: Kit, { organisations, users }: OrganisationTables) {
  /** Other figures of a rule set that somebody tries. Never official: nothing is rated with it. */
  const trials = k.table(
    "trials",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      name: k.str("name").notNull(),
      owner: k.str("owner").notNull(),
      /** Id of the rule set that it comes from; null where each supplier keeps the one it was rated with. */
      rules: k.str("rules"),
      /** Id of a country edition; null where each supplier keeps its own. */
      edition: k.str("edition"),
      /** Figures by their places in the rules. */
      changes: k.json<Readonly<Record<string, number>>>("changes").notNull(),
      /** Filters of the suppliers table, as an address says them; null for all suppliers. */
      part: k.str("part"),
      isShared: k.bool("is_shared").notNull(),
      savedAt: k.time("saved_at").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.foreignKey({ columns: [t.org, t.owner], foreignColumns: [users.org, users.id] }),
    ],
  );

  /** Append-only. */
  const ownEditions = k.table(
    "own_editions",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      id: k.str("id").notNull(),
      /** Counts those of an organisation, from 1. */
      position: k.int("position").notNull(),
      /** Canonical JSON, of which `fingerprint` is the SHA-256. */
      definition: k.str("definition").notNull(),
      fingerprint: k.str("fingerprint").notNull(),
      /** SHA-256 of the file that it was read from. */
      file: k.str("file").notNull(),
      addedAt: k.time("added_at").notNull(),
      /** Id of a user. */
      addedBy: k.str("added_by").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.org, t.id] }), k.uniqueIndex("own_editions_position").on(t.org, t.position)],
  );

  return { trials, ownEditions };
}
