import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { formatCalendarDate, isoDay } from "#app/i18n/dates/days";
import { effectWords } from "#app/services/actions/effect-words";
import { seenOfActions } from "#app/services/actions/north-korea";
import { owners } from "#app/services/actions/owners";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import type { NewActionView } from "#app/views/team/actions/action";
import type { NamedAction } from "#db/store";
import { actionSources, isOpen } from "#terms/actions/action-states";
import { dayAfter } from "#terms/actions/reminders";
import { type Gap, type Gaps, gapsOf } from "./gaps";

/** Actions of a supplier that are looked at for those that are open about a gap. */
const mostOpen = 500;
/** Days that the form offers to close a gap in. */
const usualDays = 60;

/** The gaps of a supplier, and the form of the one that was chosen. @throws Problem "not-found" */
export const showNewAction = teamUseCase({
  permission: "actions.write",
  input: z.object({ supplier: recordId, from: z.string().max(200).optional() }),
  events: ["record.mismatched"],
  async run(ctx, { supplier: id, from }, event): Promise<NewActionView> {
    const org = ctx.organisation.id;
    const found = await ctx.store.suppliers.get(org, id);
    if (!found) throw new Problem("not-found");
    const { supplier } = found;
    const gaps = await gapsOf(ctx, event, id);
    const chosen = gaps?.gaps.find((gap) => gap.id === from);
    return {
      title: ctx.t(ctx.language)("actions:new.pageTitle", { supplier: supplier.name }),
      supplier: { id, name: supplier.name, href: `/suppliers/${id}` },
      isRated: gaps !== undefined,
      harm: (gaps?.gaps ?? []).some(({ northKorea }) => northKorea),
      groups: gaps && !chosen ? await groupsOf(ctx, id, gaps) : [],
      ...(chosen && { chosen: chosenView(ctx, chosen) }),
      owners: await owners(ctx),
    };
  },
});

async function groupsOf(ctx: TeamContext, supplier: string, { gaps, latest }: Gaps): Promise<NewActionView["groups"]> {
  const today = isoDay(ctx.clock.now());
  const { showsNorthKorea, showsPoints } = seenOfActions(ctx);
  const filter = { view: "open", supplier, user: ctx.user.id, today, showsNorthKorea } as const;
  const open = await ctx.store.actions.list(ctx.organisation.id, filter, { skip: 0, most: mostOpen });
  const view = async (gap: Gap) => ({
    ...{ id: gap.id, code: gap.question ?? "", text: gap.text },
    href: `/actions/new?supplier=${supplier}&from=${encodeURIComponent(gap.id)}`,
    open: open.filter((action) => isAbout(action, gap)).length,
    ...(showsPoints &&
      gap.source !== "plan" && {
        effect: await effectWords(ctx, { question: gap.question, state: "proposed", due: today }, latest, today),
      }),
    ...(gap.plan && {
      plan: { ...gap.plan, due: gap.plan.due === "" ? "" : formatCalendarDate(gap.plan.due, "day", ctx.language) },
    }),
  });
  const all = await Promise.all(gaps.map(async (gap) => ({ source: gap.source, view: await view(gap) })));
  return actionSources
    .map((source) => ({ source, gaps: all.filter((one) => one.source === source).map((one) => one.view) }))
    .filter((group) => group.gaps.length > 0);
}

function isAbout({ source, question, rule, state }: NamedAction, gap: Gap): boolean {
  return isOpen(state) && source === gap.source && question === gap.question && rule === gap.rule;
}

function chosenView(ctx: TeamContext, gap: Gap): NonNullable<NewActionView["chosen"]> {
  const today = isoDay(ctx.clock.now());
  const planned = gap.plan?.due ?? "";
  return {
    ...{ from: gap.id, code: gap.question ?? "", text: gap.text, northKorea: gap.northKorea },
    fields: {
      gap: gap.text,
      cause: "",
      step: gap.plan?.step ?? "",
      owner: ctx.user.id,
      due: planned >= today ? planned : dayAfter(today, usualDays),
    },
  };
}
