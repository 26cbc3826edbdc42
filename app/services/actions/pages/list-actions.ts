import { isoDay } from "#app/i18n/dates/days";
import { timeMoment } from "#app/i18n/dates/moments";
import { actionLine } from "#app/services/actions/action-line";
import { seenOfActions } from "#app/services/actions/north-korea";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import type { ActionGroup, ActionLine, ActionsView } from "#app/views/team/actions/actions";
import type { ActionFilter, NamedAction } from "#db/store";
import { actionStates, isOpen } from "#terms/actions/action-states";
import { actionViews } from "#terms/actions/action-views";
import { dayAfter } from "#terms/actions/reminders";
import { type ActionsAsked, actionsAddress, actionsInput } from "./actions-address";

const pageSize = 100;
/** Days within which an action is due soon. */
const soonDays = 14;

/** The actions of a view, by the day they are due, in groups: what is overdue costs points. */
export const listActions = teamUseCase({
  permission: "actions.read",
  input: actionsInput,
  events: [],
  async run(ctx, asked): Promise<ActionsView> {
    const org = ctx.organisation.id;
    const t = ctx.t(ctx.language);
    const filter = filterOf(ctx, asked);
    const { page } = asked;
    const [counts, found] = await Promise.all([
      ctx.store.actions.counts(org, filter),
      ctx.store.actions.list(org, filter, { skip: (page - 1) * pageSize, most: pageSize }),
    ]);
    const { showsPoints, showsNorthKorea } = seenOfActions(ctx);
    const lines = await linesOf(ctx, found, filter.today);
    const inView = counts.views[asked.view];
    const all = asked.state === undefined ? inView : (counts.states[asked.state] ?? 0);
    const of = asked.supplier === undefined ? undefined : await ctx.store.suppliers.get(org, asked.supplier);
    return {
      title: t("actions:title"),
      groups: groupsOf(found, lines, filter.today),
      views: actionViews
        .filter((view) => view !== "north-korea" || showsNorthKorea)
        .map((view) => ({
          id: view,
          href: actionsAddress({ ...asked, view, state: undefined, page: 1 }),
          count: counts.views[view],
          isShown: view === asked.view,
        })),
      states: actionStates
        .filter((state) => isOpen(state) === (asked.view !== "closed"))
        .map((state) => ({
          id: state,
          href: actionsAddress({ ...asked, state: state === asked.state ? undefined : state, page: 1 }),
          count: counts.states[state] ?? 0,
          isShown: state === asked.state,
        })),
      shape: asked.shape,
      otherShape: actionsAddress({ ...asked, shape: asked.shape === "board" ? "table" : "board" }),
      ...(ctx.may("suppliers.export") && {
        csv: actionsAddress({ ...asked, shape: "table", page: 1 }, "/actions.csv"),
      }),
      found: all,
      shown: found.length,
      all: counts.all,
      open: counts.views.open,
      overdue: counts.views.overdue,
      at: timeMoment(ctx.clock.now(), ctx.language).text,
      ...(of && {
        supplier: {
          name: of.supplier.name,
          href: `/suppliers/${of.supplier.id}`,
          all: actionsAddress({ ...asked, supplier: undefined, page: 1 }),
        },
      }),
      ...(page > 1 && { previous: actionsAddress({ ...asked, page: page - 1 }) }),
      ...(page * pageSize < all && { next: actionsAddress({ ...asked, page: page + 1 }) }),
      showsPoints,
      mayWrite: ctx.may("actions.write"),
    };
  },
});

/** What the store is asked for, as far as whoever asks may see it. */
export function filterOf(ctx: TeamContext, { view, state, supplier }: ActionsAsked): ActionFilter {
  const { showsNorthKorea } = seenOfActions(ctx);
  return {
    view: view === "north-korea" && !showsNorthKorea ? "open" : view,
    ...(state && { state }),
    ...(supplier && { supplier }),
    ...{ user: ctx.user.id, today: isoDay(ctx.clock.now()), showsNorthKorea },
  };
}

/** Actions with what each does to the newest rating of its supplier. */
export async function linesOf(
  ctx: TeamContext,
  actions: readonly NamedAction[],
  today: string,
): Promise<readonly ActionLine[]> {
  const suppliers = [...new Set(actions.map(({ supplier }) => supplier))];
  const newest = suppliers.length === 0 ? [] : await ctx.store.ratings.newest(ctx.organisation.id, suppliers);
  const bySupplier = new Map(newest.map((one) => [one.supplier.id, one.newest]));
  return Promise.all(actions.map((action) => actionLine(ctx, action, bySupplier.get(action.supplier), today)));
}

function groupsOf(
  actions: readonly NamedAction[],
  lines: readonly ActionLine[],
  today: string,
): readonly ActionGroup[] {
  const soon = dayAfter(today, soonDays);
  const groupOf = ({ state, due }: NamedAction): ActionGroup["id"] => {
    if (!isOpen(state)) return "closed";
    if (due < today) return "overdue";
    return due <= soon ? "soon" : "later";
  };
  return (["overdue", "soon", "later", "closed"] as const)
    .map((id) => ({
      id,
      lines: lines.filter((_, at) => {
        const action = actions[at];
        return action !== undefined && groupOf(action) === id;
      }),
    }))
    .filter((group) => group.lines.length > 0);
}
