import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNull, min, or, sql } from "drizzle-orm";
import type { RecordPlace, UpkeepStore } from "#db/store/upkeep";
import type { QueryContext } from "./query-context";
import { withoutNulls } from "./without-nulls";

/** What each database says of itself in its own way. */
export type DatabaseUpkeep = Pick<UpkeepStore, "faults" | "bytes">;

export function upkeepQueries(
  { tables: t, read, writeUnaudited }: QueryContext,
  database: DatabaseUpkeep,
): UpkeepStore {
  const { installation, evidence } = t;
  const fact: UpkeepStore["fact"] = async (name) => {
    const [row] = await read.select().from(installation).where(eq(installation.name, name));
    return row?.value;
  };
  const afterPlace = (
    table: typeof t.attestations | typeof t.ratings | typeof t.removals | typeof evidence,
    place?: RecordPlace,
  ) => place && or(gt(table.org, place.org), and(eq(table.org, place.org), gt(table.id, place.id)));

  return {
    ...database,
    fact,
    keepFact: (name, value) =>
      writeUnaudited(async (tx) => {
        await tx
          .insert(installation)
          .values({ name, value })
          .onConflictDoUpdate({ target: installation.name, set: { value } });
      }),
    async newestLinks(most) {
      return read
        .select({
          invitation: t.links.invitation,
          generation: t.links.generation,
          tokenHash: t.links.tokenHash,
        })
        .from(t.links)
        .innerJoin(
          t.invitations,
          and(
            eq(t.invitations.org, t.links.org),
            eq(t.invitations.id, t.links.invitation),
            eq(t.invitations.generation, t.links.generation),
          ),
        )
        .orderBy(desc(t.invitations.createdAt))
        .limit(most);
    },
    async documentBytes() {
      const files = read
        .selectDistinct({ sha256: evidence.sha256, bytes: evidence.bytes })
        .from(evidence)
        .where(isNull(evidence.removedAt))
        .as("files");
      const [row] = await read.select({ bytes: sql<number | string>`coalesce(sum(${files.bytes}), 0)` }).from(files);
      return Number(row?.bytes ?? 0);
    },
    async openJobs() {
      const { kind, state, dueAt } = t.jobs;
      const rows = await read
        .select({ kind, state, jobs: count(), oldestDueAt: min(dueAt) })
        .from(t.jobs)
        .where(inArray(state, ["waiting", "running"]))
        .groupBy(kind, state)
        .orderBy(asc(kind), asc(state));
      return rows.map((row) => withoutNulls(row));
    },
    async attestations({ after, most }) {
      return read
        .select({ org: t.attestations.org, id: t.attestations.id })
        .from(t.attestations)
        .where(afterPlace(t.attestations, after))
        .orderBy(asc(t.attestations.org), asc(t.attestations.id))
        .limit(most);
    },
    async ratings({ after, most }) {
      const { org, id, attestation, createdAt, rating, cause, given } = t.ratings;
      const rows = await read
        .select({ org, id, attestation, createdAt, rating, cause, given })
        .from(t.ratings)
        .where(afterPlace(t.ratings, after))
        .orderBy(asc(org), asc(id))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },
    async documents({ after, most }) {
      const { org, id, attestation, sha256, bytes, removedAt } = evidence;
      const rows = await read
        .select({ org, id, attestation, sha256, bytes, removedAt })
        .from(evidence)
        .where(afterPlace(evidence, after))
        .orderBy(asc(org), asc(id))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },
    async removals({ after, most }) {
      const { through, ...columns } = getTableColumns(t.removals);
      const rows = await read
        .select(columns)
        .from(t.removals)
        .where(afterPlace(t.removals, after))
        .orderBy(asc(t.removals.org), asc(t.removals.id))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },
    async recorded(files) {
      if (files.length === 0) return new Set();
      const rows = await read
        .selectDistinct({ sha256: evidence.sha256 })
        .from(evidence)
        .where(inArray(evidence.sha256, [...files]));
      return new Set(rows.map(({ sha256 }) => sha256));
    },
  };
}
