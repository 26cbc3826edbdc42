import { and, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { QueryContext } from "#db/queries/query-context";
import type { ActionFilter } from "#db/store";
import { openStates } from "#terms/actions/action-states";
import type { ActionView } from "#terms/actions/action-views";

/** Conditions of lists of actions. */
export function actionConditions({ tables: { actions: a } }: Pick<QueryContext, "tables">) {
  const isOpen = inArray(a.state, [...openStates]);

  /** Those of each view. */
  function inView(view: ActionView, { user, today }: ActionFilter): SQL | undefined {
    switch (view) {
      case "mine":
        return and(isOpen, eq(a.owner, user));
      case "proof":
        return eq(a.state, "proven");
      case "overdue":
        return and(isOpen, lt(a.due, today));
      case "north-korea":
        return and(isOpen, eq(a.northKorea, true));
      case "closed":
        return inArray(a.state, ["done", "dropped"]);
      default:
        return isOpen;
    }
  }

  /** What somebody may see at all, of one supplier where it is said. */
  function seen(org: string, { supplier, showsNorthKorea }: ActionFilter): SQL | undefined {
    return and(
      eq(a.org, org),
      supplier === undefined ? undefined : eq(a.supplier, supplier),
      showsNorthKorea ? undefined : eq(a.northKorea, false),
    );
  }

  return {
    inView,
    seen,
    listed: (org: string, filter: ActionFilter): SQL | undefined =>
      and(seen(org, filter), filter.view && inView(filter.view, filter), filter.state && eq(a.state, filter.state)),
    /** How many rows meet a condition, among those that a statement reads anyway. */
    countOf: (condition: SQL | undefined) => sql<number>`count(case when ${condition} then 1 end)`.mapWith(Number),
  };
}
