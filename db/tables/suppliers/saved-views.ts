import type { Kit } from "#db/database/kit";
import type { OrganisationTables } from "#db/tables/organisations";

export function savedViewTables(k: Kit, { users }: OrganisationTables) {
  /** Views of the suppliers table under a name. */
  const savedViews = k.table(
    "saved_views",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      /** Id of the user whose it is. */
      owner: k.str("owner").notNull(),
      name: k.str("name").notNull(),
      /** What of the table's address it keeps, without the question mark. */
      query: k.str("query").notNull(),
      isShared: k.bool("is_shared").notNull(),
      /** Whether it is what its owner sees first. */
      isFirst: k.bool("is_first").notNull(),
      savedAt: k.time("saved_at").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.index("saved_views_of_owner").on(t.org, t.owner),
      k.foreignKey({ columns: [t.org, t.owner], foreignColumns: [users.org, users.id] }),
    ],
  );
  return { savedViews };
}
