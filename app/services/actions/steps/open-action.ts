import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { actionLimits, neededText, typedDay, typedText } from "#app/services/actions/find-action";
import { seenOfActions } from "#app/services/actions/north-korea";
import { isOfTeam } from "#app/services/actions/owners";
import { findGap } from "#app/services/actions/pages/gaps";
import { fault } from "#app/services/context/faults";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import type { CorrectiveAction } from "#db/records";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";

/** What a person of the team says of an action. */
export const actionFields = z.object({
  gap: neededText,
  cause: typedText,
  step: neededText,
  owner: z.string().max(actionLimits.line, "too-long").default(""),
  due: typedDay,
});

/**
 * Opens an action about a red flag, a finding or a line of the supplier's own plan. The same form sent twice opens one.
 * `from`: which, as the page of gaps names it. @throws Problem "not-found" where the supplier has no such gap
 */
export const openAction = teamUseCase({
  permission: "actions.write",
  input: actionFields.extend({
    supplier: recordId,
    from: recordId,
    northKorea: z.literal("yes").optional().catch(undefined),
  }),
  events: ["action.opened", "record.mismatched"],
  async run(ctx, { supplier, from, northKorea, owner, ...said }, event) {
    const org = ctx.organisation.id;
    const at = ctx.clock.now();
    const found = await findGap(ctx, event, { supplier, from });
    if (!found) throw new Problem("not-found");
    const { attestation, gap } = found;
    const isHidden = northKorea === "yes" || gap.northKorea;
    if (!seenOfActions(ctx).maySee({ northKorea: isHidden })) throw new Problem("not-found");
    if (owner !== "" && !(await isOfTeam(ctx, owner))) return fault("owner", "not-valid");
    if (said.due < isoDay(at)) return fault("due", "past-day");
    const id = ctx.sha256(canonicalJson(["action", supplier, from, said.gap, said.step, isoDay(at)])).slice(0, 26);
    const action: CorrectiveAction = {
      ...{ org, id, supplier, attestation, source: gap.source, northKorea: isHidden, ...said },
      ...(gap.question && { question: gap.question }),
      ...(gap.rule && { rule: gap.rule }),
      ...(owner !== "" && { owner }),
      ...(gap.plan && { ownStep: gap.plan.step, responsible: gap.plan.responsible, ownDue: gap.plan.due }),
      ...(!gap.plan && { ownStep: "", responsible: "" }),
      ...{ state: "proposed", progress: "not-begun", version: 1, createdAt: at },
    } as CorrectiveAction;
    const entry = { at, step: "opened", side: "buyer", user: ctx.user.id, text: "", language: ctx.language } as const;
    await ctx.store.actions.open({ action, entry, audit: [event("action.opened", attestation, { action: id })] });
    return { id };
  },
});
