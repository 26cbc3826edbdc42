import { formatCalendarDate } from "#app/i18n/dates/days";
import { timeMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { ActionPageView } from "#app/views/team/actions/action";
import type { NamedAction, NamedEntry } from "#db/store";
import { actionProgress } from "#terms/actions/action-states";

/** What happened to an action, newest first, with what was written and what was changed. */
export async function historyLines(
  ctx: TeamContext,
  { org, id, supplier }: NamedAction,
): Promise<ActionPageView["history"]> {
  const entries = await ctx.store.actions.entries(org, id);
  const names = new Map((await ctx.store.users.list(org)).map((user) => [user.id, user.name]));
  const t = ctx.t(ctx.language);
  return [...entries].reverse().map((entry) => ({
    key: entry.position,
    at: timeMoment(entry.at, ctx.language),
    what: t(`actions:entry.${entry.step}`, { name: entry.name ?? "" }),
    text: entry.text,
    changes: changeLines(ctx, entry, names),
    ...(entry.rating && { rating: `/suppliers/${supplier}?rating=${entry.rating}` }),
  }));
}

const labels = {
  gap: "actions:field.gap",
  cause: "actions:field.cause",
  step: "actions:field.step",
  owner: "actions:field.owner",
  due: "actions:field.due",
  ownStep: "actions:page.ownStep",
  responsible: "actions:page.responsible",
  ownDue: "actions:page.ownDue",
  progress: "actions:page.progress",
  proof: "actions:proof.title",
} as const;

function changeLines(ctx: TeamContext, { changes = {} }: NamedEntry, names: ReadonlyMap<string, string>) {
  const t = ctx.t(ctx.language);
  return Object.entries(changes).map(([field, { from, to }]) => {
    const said = (value: string) => valueWords(ctx, field, value, names) || t("actions:entry.nothing");
    const label = Object.entries(labels).find(([name]) => name === field)?.[1];
    const words = { field: label ? t(label) : field, to: said(to) };
    return from === "" ? t("actions:entry.first", words) : t("actions:entry.change", { ...words, from: said(from) });
  });
}

function valueWords(ctx: TeamContext, field: string, value: string, names: ReadonlyMap<string, string>): string {
  if (value === "") return "";
  if (field === "owner") return names.get(value) ?? value;
  if (field === "due" || field === "ownDue") return formatCalendarDate(value, "day", ctx.language);
  const progress = field === "progress" ? actionProgress.find((one) => one === value) : undefined;
  return progress ? ctx.t(ctx.language)(`actions:progress.${progress}`) : value;
}
