import { and, asc, count, eq, getTableColumns, ne, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import type { SavedView, SavedViewStore } from "#db/store/suppliers/saved-views";

type Key = Pick<SavedView, "org" | "id" | "owner">;

export function savedViewQueries({ tables: { savedViews: v, users: u }, read, write }: QueryContext): SavedViewStore {
  const columns = getTableColumns(v);
  const ofOwner = ({ org, owner }: Pick<Key, "org" | "owner">) => and(eq(v.org, org), eq(v.owner, owner));
  const own = (key: Key) => and(ofOwner(key), eq(v.id, key.id));

  /** Whether it is there; somebody else's is an error, since a new one never has the id of another. */
  async function isThere(tx: Transaction, view: SavedView): Promise<boolean> {
    const known = and(eq(v.org, view.org), eq(v.id, view.id));
    const [found] = await tx.select({ owner: v.owner }).from(v).where(known);
    if (found && found.owner !== view.owner) throw new MissingError("view of theirs", view.id);
    return found !== undefined;
  }

  return {
    list: (org, { user, most }) =>
      read
        .select({ ...columns, by: u.name })
        .from(v)
        .innerJoin(u, and(eq(u.org, v.org), eq(u.id, v.owner)))
        .where(and(eq(v.org, org), or(eq(v.owner, user), eq(v.isShared, true))))
        .orderBy(sql`case when ${eq(v.owner, user)} then 0 else 1 end`, asc(v.name), asc(v.id))
        .limit(most),

    async first(org, owner) {
      const [found] = await read
        .select(columns)
        .from(v)
        .where(and(ofOwner({ org, owner }), eq(v.isFirst, true)));
      return found;
    },

    save: ({ view, most, audit }) =>
      write(
        view.org,
        (outcome) => (outcome === "saved" ? [audit] : []),
        async (tx): Promise<"saved" | "full"> => {
          if (view.isFirst)
            await tx
              .update(v)
              .set({ isFirst: false })
              .where(and(ofOwner(view), ne(v.id, view.id)));
          if (await isThere(tx, view)) {
            await tx.update(v).set(view).where(own(view));
            return "saved";
          }
          const [kept] = await tx.select({ all: count() }).from(v).where(ofOwner(view));
          if (kept && kept.all >= most) return "full";
          await tx.insert(v).values(view);
          return "saved";
        },
      ),

    remove: ({ audit, ...key }) =>
      write(key.org, audit, async (tx) => {
        const [gone] = await tx.delete(v).where(own(key)).returning({ id: v.id });
        if (!gone) throw new MissingError("view of theirs", key.id);
      }),
  };
}
