import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/database/transaction";
import { ConflictError, MissingError } from "#db/errors";
import { attestationStates } from "#db/queries/attestations/attestation-state";
import { addRating } from "#db/queries/attestations/ratings";
import { jobWrites } from "#db/queries/jobs/job-writes";
import type { QueryContext } from "#db/queries/query-context";
import { isNotArchived } from "#db/queries/suppliers/marks/archived";
import { withoutNulls } from "#db/queries/without-nulls";
import type { MadeStanding, RatedMover, Rerated, ReratingScope, ReratingStore } from "#db/store/rules/reratings";
import type { Rating } from "#scoring/rating";

function madeStanding({ score, band, ruleSet, edition }: Rating): MadeStanding {
  return { score, band, ruleSet: ruleSet.id, edition: edition.id };
}

export function reratingQueries(context: QueryContext): ReratingStore {
  const { tables: t, read, write, dialect } = context;
  const { reratings: r, suppliers: s, ratings, invitations: i, attestations: a, users: u } = t;
  const { enqueueJob, noteProgress, finishJob } = jobWrites(context);
  const { stateOf } = attestationStates(context);
  const oneOf = (org: string, id: string) => and(eq(r.org, org), eq(r.id, id));

  const listed = (where: SQL | undefined) =>
    read
      .select({ rerating: r, name: u.name })
      .from(r)
      .innerJoin(u, and(eq(u.org, r.org), eq(u.id, r.orderedBy)))
      .where(where)
      .orderBy(desc(r.orderedAt), desc(r.id));
  type Row = Awaited<ReturnType<typeof listed>>[number];
  const reratingOf = ({ rerating: { ruleSet, ...rerating }, name }: Row) => ({
    ...withoutNulls(rerating),
    ...(ruleSet === "" ? {} : { ruleSet }),
    name,
  });

  /** Whoever was rated by it already has its rules and countries, or those from before, and is not in it any more. */
  function scopeOf(org: string, { ruleSet, edition, takesBack, country, campaign, questionnaires }: ReratingScope) {
    // Everybody would be due for ever.
    if (ruleSet === undefined && edition === undefined) throw new Error("It has neither rules nor countries");
    const made = [
      ...(ruleSet === undefined ? [] : [{ column: s.ruleSet, id: ruleSet }]),
      ...(edition === undefined ? [] : [{ column: s.edition, id: edition }]),
    ];
    const hasAll = and(...made.map(({ column, id }) => eq(column, id)));
    const lacksOne = or(...made.map(({ column, id }) => ne(column, id)));
    const ofCampaign = read
      .select({ one: sql`1` })
      .from(a)
      .innerJoin(i, and(eq(i.org, a.org), eq(i.id, a.invitation)))
      .where(and(eq(a.org, s.org), eq(a.id, s.attestation), eq(i.campaign, campaign ?? "")));
    const ratedByIt = read
      .select({ one: sql`1` })
      .from(ratings)
      .where(and(eq(ratings.org, s.org), eq(ratings.supplier, s.id), eq(ratings.rerating, takesBack ?? "")));
    return and(
      ...[eq(s.org, org), isNotArchived(t), isNotNull(s.rating), inArray(s.questionnaire, [...questionnaires])],
      takesBack === undefined ? lacksOne : and(hasAll, sql`exists ${ratedByIt}`),
      country === undefined ? undefined : eq(s.country, country),
      campaign === undefined ? undefined : sql`exists ${ofCampaign}`,
    );
  }

  async function keepOne(tx: Transaction, org: string, { rating }: Rerated): Promise<boolean> {
    try {
      // Held first, so that it cannot be removed while it is rated.
      const { state } = await stateOf(tx, { org, id: rating.attestation });
      if (state === "removed") return false;
      await addRating(context, tx, org, rating);
      return true;
    } catch (error) {
      // Both are thrown before anything is written.
      if (error instanceof ConflictError || error instanceof MissingError) return false;
      throw error;
    }
  }

  const { moved, supplier } = ratings;
  const ratedBy = (org: string, id: string) => and(eq(ratings.org, org), eq(ratings.rerating, id));

  async function moverIds(org: string, id: string, most?: number): Promise<readonly string[]> {
    const found = read
      .select({ supplier })
      .from(ratings)
      .where(and(ratedBy(org, id), ne(moved, 0)))
      .orderBy(desc(sql`abs(${moved})`), desc(moved), asc(supplier));
    return (await (most === undefined ? found : found.limit(most))).map((row) => row.supplier);
  }

  async function moversOf(org: string, id: string, suppliers: readonly string[]): Promise<readonly RatedMover[]> {
    const unsorted = await read
      .select({ supplier: { id: s.id, ref: s.ref, name: s.name }, rating: ratings.rating, cause: ratings.cause })
      .from(ratings)
      .innerJoin(s, and(eq(s.org, ratings.org), eq(s.id, supplier)))
      .where(and(ratedBy(org, id), inArray(supplier, [...suppliers])));
    const rows = suppliers.flatMap((one) => unsorted.find((row) => row.supplier.id === one) ?? []);
    const ids = rows.flatMap(({ cause }) => cause?.before ?? []);
    const before = await read
      .select({ id: ratings.id, rating: ratings.rating })
      .from(ratings)
      .where(and(eq(ratings.org, org), inArray(ratings.id, ids)));
    const byId = new Map(before.map(({ id: one, rating }) => [one, rating]));
    return rows.flatMap(({ supplier: of, rating, cause }) => {
      const earlier = byId.get(cause?.before ?? "");
      return earlier === undefined
        ? []
        : [{ supplier: of, before: madeStanding(earlier), after: madeStanding(rating) }];
    });
  }

  return {
    async list(org) {
      return (await listed(eq(r.org, org))).map(reratingOf);
    },
    async get(org, id) {
      const [row] = await listed(oneOf(org, id));
      return row && reratingOf(row);
    },
    async count(org, scope) {
      const [counted] = await read.select({ all: count() }).from(s).where(scopeOf(org, scope));
      return counted?.all ?? 0;
    },
    async due(org, scope, { after, most }) {
      const rows = await read
        .select({ id: s.id })
        .from(s)
        .where(and(scopeOf(org, scope), gt(s.id, after)))
        .orderBy(asc(s.id))
        .limit(most);
      return rows.map(({ id }) => id);
    },
    order: ({ rerating, job, audit }) =>
      write(
        rerating.org,
        (outcome) => (outcome === "ordered" ? [audit].flat() : []),
        async (tx): Promise<"ordered" | "busy"> => {
          const { organisations: o } = t;
          await dialect.locked(tx.select({ id: o.id }).from(o).where(eq(o.id, rerating.org)), o);
          const [busy] = await tx
            .select({ id: r.id })
            .from(r)
            .where(and(eq(r.org, rerating.org), isNull(r.endedAt)))
            .limit(1);
          if (busy !== undefined) return "busy";
          await tx.insert(r).values({ ...rerating, ruleSet: rerating.ruleSet ?? "" });
          if (job) await enqueueJob(tx, job);
          return "ordered";
        },
      ),
    settle: (change) =>
      write(change.org, change.audit, async (tx) => {
        const { org, id, as, by, at } = change;
        const waits = and(oneOf(org, id), eq(r.second, "asked"), ne(r.orderedBy, by));
        const ended = as === "declined" ? { endedAt: at, left: 0 } : {};
        const said = { second: as, secondBy: by, secondAt: at, ...ended };
        const [settled] = await tx.update(r).set(said).where(waits).returning({ id: r.id });
        if (settled === undefined) throw new MissingError("rerating that waits for them", id);
        if (change.as === "agreed") await enqueueJob(tx, change.job);
      }),
    keep: async ({ org, id, lease, rated }) => {
      const kept = await write(
        org,
        (added: readonly Rerated[]) => added.map(({ audit }) => audit),
        async (tx): Promise<readonly Rerated[]> => {
          const [row] = await tx.select({ counts: r.counts, all: r.all }).from(r).where(oneOf(org, id));
          if (row === undefined) throw new MissingError("rerating", id);
          const added: Rerated[] = [];
          const counts = { ...row.counts };
          for (const one of rated) {
            if (!(await keepOne(tx, org, one))) continue;
            added.push(one);
            const way = `${one.from} ${one.to}`;
            counts[way] = (counts[way] ?? 0) + 1;
          }
          const done = Object.values(counts).reduce((sum, more) => sum + more, 0);
          await noteProgress(tx, lease, { done, all: row.all });
          await tx.update(r).set({ counts }).where(oneOf(org, id));
          return added;
        },
      );
      return kept.length;
    },
    end: ({ org, id, lease, at, left, audit }) =>
      write(org, audit, async (tx) => {
        await finishJob(tx, lease, { at, result: { left } });
        const isOpen = and(oneOf(org, id), isNull(r.endedAt));
        const [ended] = await tx.update(r).set({ endedAt: at, left }).where(isOpen).returning({ id: r.id });
        if (ended === undefined) throw new MissingError("rerating that goes on", id);
      }),
    movers: async (org, id, most) => moversOf(org, id, await moverIds(org, id, most)),
    moverIds: (org, id) => moverIds(org, id),
    moversOf,
  };
}
