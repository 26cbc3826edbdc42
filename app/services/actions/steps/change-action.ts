import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { actionInput, findShownAction } from "#app/services/actions/find-action";
import { isOfTeam } from "#app/services/actions/owners";
import { reliefOf } from "#app/services/actions/relief";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { isOpen } from "#terms/actions/action-states";
import { nextReminder } from "#terms/actions/reminders";
import { actionFields } from "./open-action";
import { asItWill } from "./take-step";

const changeable = ["gap", "cause", "step", "owner", "due"] as const;

/**
 * Changes what the team says of an action that is open; both values stay in its history. A later day for a plan that is accepted
 * may bring relief back, and a new rating says so.
 * @throws Problem "changed-meanwhile" also for one that is closed
 */
export const changeAction = teamUseCase({
  permission: "actions.write",
  input: actionInput.extend(actionFields.shape),
  events: ["action.changed", "attestation.rated", "record.mismatched"],
  async run(ctx, { id, version, ...said }, event) {
    const action = await findShownAction(ctx, { id, version });
    if (!isOpen(action.state)) throw new Problem("changed-meanwhile");
    const { owner, due } = said;
    const before = { ...action, owner: action.owner ?? "" };
    if (owner !== "" && owner !== before.owner && !(await isOfTeam(ctx, owner))) return fault("owner", "not-valid");
    const at = ctx.clock.now();
    const today = isoDay(at);
    if (due !== action.due && due < today) return fault("due", "past-day");
    const fields = changeable.filter((field) => said[field] !== before[field]);
    if (fields.length === 0) return { id };
    const set = { ...said, owner: owner === "" ? null : owner };
    const isMoved = due !== action.due;
    const relief = isMoved ? await reliefOf(ctx, event, asItWill(action, { due }), { why: "changed", at }) : undefined;
    await ctx.store.actions.change({
      ...{ org: action.org, id, version },
      set: {
        ...set,
        ...(relief && { reliefUntil: relief.until }),
        ...(isMoved && action.remindOn !== undefined && { remindOn: nextReminder(due, today) ?? null }),
      },
      entry: {
        ...{ at, step: "changed", side: "buyer", user: ctx.user.id, text: "", language: ctx.language },
        changes: Object.fromEntries(fields.map((field) => [field, { from: before[field], to: said[field] }])),
      },
      ...(relief?.rating && { rating: relief.rating }),
      audit: [event("action.changed", action.attestation, { action: id, fields }), ...(relief?.audit ?? [])],
    });
    return { id };
  },
});
