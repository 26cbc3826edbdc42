import { and, asc, count, eq, max } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { OwnEditionStore } from "#db/store/rules/own-editions";

export function ownEditionQueries({ tables: { ownEditions: e }, read, write }: QueryContext): OwnEditionStore {
  const { position, ...columns } = {
    org: e.org,
    id: e.id,
    position: e.position,
    definition: e.definition,
    fingerprint: e.fingerprint,
    file: e.file,
    addedAt: e.addedAt,
    addedBy: e.addedBy,
  };
  return {
    list: (org) => read.select(columns).from(e).where(eq(e.org, org)).orderBy(asc(position)),
    async get(org, id) {
      const [row] = await read
        .select(columns)
        .from(e)
        .where(and(eq(e.org, org), eq(e.id, id)));
      return row;
    },
    add: ({ edition, most, audit }) =>
      write(
        edition.org,
        (outcome) => (outcome === "added" ? [audit] : []),
        async (tx): Promise<"added" | "there" | "full"> => {
          const own = eq(e.org, edition.org);
          const [there] = await tx
            .select({ id: e.id })
            .from(e)
            .where(and(own, eq(e.fingerprint, edition.fingerprint)));
          if (there !== undefined) return "there";
          const [before] = await tx
            .select({ all: count(), last: max(e.position) })
            .from(e)
            .where(own);
          if ((before?.all ?? 0) >= most) return "full";
          await tx.insert(e).values({ ...edition, position: (before?.last ?? 0) + 1 });
          return "added";
        },
      ),
  };
}
