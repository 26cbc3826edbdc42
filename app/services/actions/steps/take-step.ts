import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { actionMail } from "#app/services/actions/action-mails";
import { actionInput, findShownAction, neededText, typedText } from "#app/services/actions/find-action";
import { type ReliefCause, reliefOf } from "#app/services/actions/relief";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { teamUseCase } from "#app/services/context/use-case";
import type { CorrectiveAction } from "#db/records";
import type { ActionChange, NewMail } from "#db/store";
import { type BuyerStep, buyerSteps, isOpen } from "#terms/actions/action-states";
import { nextReminder } from "#terms/actions/reminders";

const events = ["action.moved", "attestation.rated", "record.mismatched"] as const;
type Events = EventMaker<(typeof events)[number]>;

const plainStep = actionInput.extend({ text: typedText });
const reasonedStep = actionInput.extend({ text: neededText });

type Taken = { readonly id: string; readonly version: number; readonly text: string };

/** What each step does to ratings, where it may do anything. */
const causes: Partial<Record<BuyerStep, ReliefCause>> = {
  agreed: "accepted",
  looked: "reviewed",
  returned: "reviewed",
  done: "reviewed",
  dropped: "dropped",
};

/** Steps of which the supplier is told by mail. */
const toldSteps: readonly BuyerStep[] = ["asked", "returned"];

/** @throws Problem "changed-meanwhile" where the action does not stand where this step begins */
async function takeStep(ctx: TeamContext, event: Events, step: BuyerStep, { text, ...shown }: Taken) {
  const action = await findShownAction(ctx, shown);
  const { from, to }: { readonly from: readonly string[]; readonly to?: CorrectiveAction["state"] } = buyerSteps[step];
  if (!from.includes(action.state)) throw new Problem("changed-meanwhile");
  const at = ctx.clock.now();
  const set = changeOf(action, step, to ?? action.state, at);
  const why = causes[step];
  const relief = why && (await reliefOf(ctx, event, asItWill(action, set), { why, at }));
  const mail = toldSteps.includes(step) ? await actionMail(ctx, action, "actions", at) : undefined;
  const details = { action: action.id, step, ...(toldSteps.includes(step) && { isMailed: mail !== undefined }) };
  await ctx.store.actions.change({
    ...{ org: action.org, id: action.id, version: action.version },
    set: { ...set, ...(relief && { reliefUntil: relief.until }) },
    entry: { at, step, side: "buyer", user: ctx.user.id, text, language: ctx.language },
    ...(relief?.rating && { rating: relief.rating }),
    mails: mail ? [mail satisfies NewMail] : [],
    audit: [event("action.moved", action.attestation, details), ...(relief?.audit ?? [])],
  });
  if (mail) ctx.jobs.wake();
  return { id: action.id };
}

function changeOf(action: CorrectiveAction, step: BuyerStep, state: CorrectiveAction["state"], at: Date): ActionChange {
  const today = isoDay(at);
  const isLooked = step !== "asked" && step !== "dropped";
  return {
    state,
    ...(isLooked && { reviewed: today }),
    // What is proven waits for the buyer, and nobody is reminded of what is over.
    remindOn:
      isOpen(state) && state !== "proposed" && state !== "proven" ? (nextReminder(action.due, today) ?? null) : null,
    ...(!isOpen(state) && { closedAt: at }),
  };
}

/** The action with what a write is about to change of it, as far as plans look at it. */
export function asItWill(action: CorrectiveAction, set: ActionChange): CorrectiveAction {
  const { state = action.state, due = action.due, reviewed = action.reviewed } = set;
  return { ...action, state, due, ...(reviewed !== undefined && { reviewed }) };
}

/** Asks the supplier, by mail where mails leave and on its pages. */
export const askAction = teamUseCase({
  permission: "actions.write",
  input: plainStep,
  events,
  run: (ctx, taken, event) => takeStep(ctx, event, "asked", taken),
});

/** Accepts the plan: ratings give relief for it from now on, as their rules say, and a new one says so. */
export const agreeAction = teamUseCase({
  permission: "actions.write",
  input: plainStep,
  events,
  run: (ctx, taken, event) => takeStep(ctx, event, "agreed", taken),
});

/** Notes that somebody looked at how far it is: rules count a plan only while that is young enough. */
export const lookAtAction = teamUseCase({
  permission: "actions.write",
  input: plainStep,
  events,
  run: (ctx, taken, event) => takeStep(ctx, event, "looked", taken),
});

/** Gives the proof back with what is missing. */
export const returnProof = teamUseCase({
  permission: "actions.write",
  input: reasonedStep,
  events,
  run: (ctx, taken, event) => takeStep(ctx, event, "returned", taken),
});

/** Accepts it as done. */
export const finishAction = teamUseCase({
  permission: "actions.write",
  input: plainStep,
  events,
  run: (ctx, taken, event) => takeStep(ctx, event, "done", taken),
});

/** Drops it, with the reason: where it gave relief the points are back. */
export const dropAction = teamUseCase({
  permission: "actions.write",
  input: reasonedStep,
  events,
  run: (ctx, taken, event) => takeStep(ctx, event, "dropped", taken),
});
