import { and, asc, count, desc, eq, getTableColumns, gt, inArray, lt, notInArray, or, type SQL } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { archivedOf } from "#db/queries/suppliers/marks/archived";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Review } from "#db/records";
import type { ReviewFilter, Store } from "#db/store";

type ListQueries = Pick<
  Store["reviews"],
  "get" | "list" | "after" | "counts" | "count" | "around" | "decisions" | "rules"
>;

export function reviewListQueries({ tables: t, read }: QueryContext): ListQueries {
  const { reviews: r, decisions: d, suppliers: s, attestations: a, reviewRules } = t;
  const { org: reviewOrg, ...review } = getTableColumns(r);
  const { org: decisionOrg, ...decision } = getTableColumns(d);

  /** Reviews of archived suppliers wait until they are restored, and stand in no list meanwhile. */
  function which(org: string, { state, assignedTo, waiting, kind }: Omit<ReviewFilter, "sort">): SQL | undefined {
    return and(
      eq(r.org, org),
      eq(r.state, state),
      assignedTo === undefined ? undefined : eq(r.assignedTo, assignedTo),
      waiting ? gt(r.waiting, 0) : undefined,
      kind && gt(r[kind], 0),
      notInArray(r.supplier, archivedOf({ tables: t, read }, org)),
    );
  }

  async function countOf(where: SQL | undefined): Promise<number> {
    const [row] = await read.select({ of: count() }).from(r).where(where);
    return row?.of ?? 0;
  }

  /** What comes before or after one of them: the places of the columns of the order, one after the other. */
  function beside(sort: ReviewFilter["sort"], { rank, dueAt, attestation }: Review, past: typeof gt): SQL | undefined {
    const due = or(past(r.dueAt, dueAt), and(eq(r.dueAt, dueAt), past(r.attestation, attestation)));
    return sort === "due" ? due : or(past(r.rank, rank), and(eq(r.rank, rank), due));
  }

  const order = (sort: ReviewFilter["sort"], way: typeof asc) =>
    [...(sort === "risk" ? [r.rank] : []), r.dueAt, r.attestation].map((column) => way(column));

  async function next(where: SQL | undefined, sort: ReviewFilter["sort"], way: typeof asc) {
    const [row] = await read
      .select({ id: r.attestation })
      .from(r)
      .where(where)
      .orderBy(...order(sort, way))
      .limit(1);
    return row?.id;
  }

  /** With whose it is. */
  const named = () =>
    read
      .select({ ...review, name: s.name, ref: s.ref, reference: a.reference })
      .from(r)
      .innerJoin(s, and(eq(s.org, r.org), eq(s.id, r.supplier)))
      .innerJoin(a, and(eq(a.org, r.org), eq(a.id, r.attestation)))
      .$dynamic();

  return {
    async get(org, attestation) {
      const [row] = await read
        .select(review)
        .from(r)
        .where(and(eq(r.org, org), eq(r.attestation, attestation)));
      return withoutNulls(row);
    },

    async list(org, { at, most, ...filter }) {
      // Found along an index first: what is joined to a row that is skipped would cost as much as one that is shown.
      const page = read
        .select({ attestation: r.attestation })
        .from(r)
        .where(which(org, filter))
        .orderBy(...order(filter.sort, asc))
        .limit(most)
        .offset(at)
        .as("page");
      const rows = await named()
        .innerJoin(page, eq(r.attestation, page.attestation))
        .where(eq(r.org, org))
        .orderBy(...order(filter.sort, asc));
      return rows.map((row) => withoutNulls(row));
    },

    async after(org, filter, { after, most }) {
      const rows = await named()
        .where(and(which(org, filter), after === undefined ? undefined : gt(r.attestation, after)))
        .orderBy(asc(r.attestation))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },

    async counts(org, { user, now }) {
      const open = which(org, { state: "open" });
      const [all, mine, waiting, settled, overdue] = await Promise.all([
        countOf(open),
        countOf(which(org, { state: "open", assignedTo: user })),
        countOf(which(org, { state: "open", waiting: true })),
        countOf(which(org, { state: "settled" })),
        countOf(and(open, lt(r.dueAt, now))),
      ]);
      return { open: all, mine, waiting, settled, overdue };
    },

    count: (org, filter) => countOf(which(org, filter)),

    async around(org, filter, of) {
      const [before, after] = [lt, gt].map((past) => and(which(org, filter), beside(filter.sort, of, past)));
      const [ahead, previous, following] = await Promise.all([
        countOf(before),
        next(before, filter.sort, desc),
        next(after, filter.sort, asc),
      ]);
      return {
        place: ahead + 1,
        ...(previous === undefined ? {} : { previous }),
        ...(following === undefined ? {} : { next: following }),
      };
    },

    async decisions(org, attestations) {
      if (attestations.length === 0) return [];
      const rows = await read
        .select(decision)
        .from(d)
        .where(and(eq(d.org, org), inArray(d.attestation, [...attestations])))
        .orderBy(asc(d.attestation), asc(d.position));
      return rows.map((row) => withoutNulls(row));
    },

    async rules(org) {
      const { second, days } = reviewRules;
      const [row] = await read.select({ second, days }).from(reviewRules).where(eq(reviewRules.org, org));
      return row;
    },
  };
}
