import { and, asc, count, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, lte, ne } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { openStates, plannedStates } from "#terms/actions/action-states";
import { namedActions } from "./action-columns";
import { actionConditions } from "./action-conditions";
import { actionWrites } from "./action-writes";

export function actionQueries(context: QueryContext): Store["actions"] {
  const { tables: t, read } = context;
  const { actions: a, actionEntries: e, users: u } = t;
  const { rows, named } = namedActions(context);
  const { inView, seen, listed, countOf } = actionConditions(context);

  return {
    ...actionWrites(context),

    async get(org, id) {
      const [row] = await rows().where(and(eq(a.org, org), eq(a.id, id)));
      return row && named(row);
    },

    async list(org, filter, { skip, most }) {
      const found = await rows().where(listed(org, filter)).orderBy(asc(a.due), asc(a.id)).limit(most).offset(skip);
      return found.map(named);
    },

    async after(org, filter, { after, most }) {
      const past = after === undefined ? undefined : gt(a.id, after);
      const found = await rows()
        .where(and(listed(org, filter), past))
        .orderBy(asc(a.id))
        .limit(most);
      return found.map(named);
    },

    async counts(org, filter) {
      const view = (name: Parameters<typeof inView>[0]) => countOf(inView(name, filter));
      const [views] = await read
        .select({
          open: view("open"),
          mine: view("mine"),
          proof: view("proof"),
          overdue: view("overdue"),
          "north-korea": view("north-korea"),
          closed: view("closed"),
          all: count(),
        })
        .from(a)
        .where(seen(org, filter));
      const states = await read
        .select({ state: a.state, all: count() })
        .from(a)
        .where(listed(org, { ...filter, state: undefined }))
        .groupBy(a.state);
      const { all = 0, ...shown } = views ?? {};
      const none = { open: 0, mine: 0, proof: 0, overdue: 0, "north-korea": 0, closed: 0 };
      return {
        views: { ...none, ...shown },
        states: Object.fromEntries(states.map((one) => [one.state, one.all])),
        all,
      };
    },

    async ofAttestation(org, attestation) {
      const found = await rows()
        .where(and(eq(a.org, org), eq(a.attestation, attestation)))
        .orderBy(asc(a.due), asc(a.id));
      return found.map(named);
    },

    async entries(org, action) {
      const found = await read
        .select({ entry: getTableColumns(e), name: u.name })
        .from(e)
        .leftJoin(u, and(eq(u.org, e.org), eq(u.id, e.user)))
        .where(and(eq(e.org, org), eq(e.action, action)))
        .orderBy(asc(e.position));
      return found.map(({ entry, name }) => ({ ...withoutNulls(entry), ...(name !== null && { name }) }));
    },

    async planned(org, supplier) {
      const found = await read
        .select()
        .from(a)
        .where(and(eq(a.org, org), eq(a.supplier, supplier), inArray(a.state, [...plannedStates])))
        .orderBy(asc(a.due), asc(a.id));
      return found.map((row) => withoutNulls(row));
    },

    async lapsed(org, { today, most }) {
      const found = await read
        .select()
        .from(a)
        .where(and(eq(a.org, org), isNotNull(a.reliefUntil), lt(a.reliefUntil, today)))
        .orderBy(asc(a.reliefUntil), asc(a.id))
        .limit(most);
      return found.map((row) => withoutNulls(row));
    },

    async toRemind(org, { today, most }) {
      const { attestations: s, invitations: i, contacts: c } = t;
      const isDue = and(isNotNull(a.remindOn), lte(a.remindOn, today), inArray(a.state, [...openStates]));
      const isReached = and(isNull(i.unsubscribedAt), ne(i.state, "withdrawn"), isNull(c.erasedAt));
      const found = await read
        .select({ action: getTableColumns(a) })
        .from(a)
        .innerJoin(s, and(eq(s.org, a.org), eq(s.id, a.attestation)))
        .innerJoin(i, and(eq(i.org, s.org), eq(i.id, s.invitation)))
        .innerJoin(c, and(eq(c.org, i.org), eq(c.id, i.contact)))
        .where(and(eq(a.org, org), isDue, isReached))
        .orderBy(asc(a.remindOn), asc(a.id))
        .limit(most);
      return found.map(({ action }) => withoutNulls(action));
    },
  };
}
