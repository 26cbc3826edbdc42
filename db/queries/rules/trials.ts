import { and, count, desc, eq } from "drizzle-orm";
import { MissingError } from "#db/errors";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { TrialStore } from "#db/store/rules/trials";

export function trialQueries({ tables: { trials: t, users: u }, read, write }: QueryContext): TrialStore {
  const { org, id, name, owner, rules, edition, changes, part, isShared, savedAt } = t;
  const trial = { org, id, name, owner, rules, edition, changes, part, isShared, savedAt };
  const named = (of: string) =>
    read
      .select({ ...trial, by: u.name })
      .from(t)
      .innerJoin(u, and(eq(u.org, t.org), eq(u.id, t.owner)))
      .where(eq(t.org, of))
      .$dynamic();
  const own = (key: { org: string; id: string; owner: string }) =>
    and(eq(t.org, key.org), eq(t.id, key.id), eq(t.owner, key.owner));

  return {
    async list(of) {
      const rows = await named(of).orderBy(desc(t.savedAt), desc(t.id));
      return rows.map((row) => withoutNulls(row));
    },
    async get(of, wanted) {
      const [row] = await named(of).where(and(eq(t.org, of), eq(t.id, wanted)));
      return row && withoutNulls(row);
    },
    save: ({ trial: kept, most, audit }) =>
      write(
        kept.org,
        (outcome) => (outcome === "saved" ? [audit] : []),
        async (tx): Promise<"saved" | "full"> => {
          const { rules = null, edition = null, part = null } = kept;
          const values = { ...kept, rules, edition, part };
          const [there] = await tx
            .select({ id: t.id })
            .from(t)
            .where(and(eq(t.org, kept.org), eq(t.id, kept.id)));
          if (there !== undefined) {
            const changed = await tx.update(t).set(values).where(own(kept)).returning({ id: t.id });
            if (changed.length === 0) throw new MissingError("trial of theirs", kept.id);
            return "saved";
          }
          const [counted] = await tx
            .select({ all: count() })
            .from(t)
            .where(and(eq(t.org, kept.org), eq(t.owner, kept.owner)));
          if ((counted?.all ?? 0) >= most) return "full";
          await tx.insert(t).values(values);
          return "saved";
        },
      ),
    remove: ({ audit, ...key }) =>
      write(key.org, audit, async (tx) => {
        const gone = await tx.delete(t).where(own(key)).returning({ id: t.id });
        if (gone.length === 0) throw new MissingError("trial of theirs", key.id);
      }),
  };
}
