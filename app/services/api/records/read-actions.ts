import * as z from "zod";
import { findAction } from "#app/services/actions/find-action";
import { filterOf } from "#app/services/actions/pages/list-actions";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import type { NamedAction } from "#db/store";
import { actionProgress, actionSources, actionStates } from "#terms/actions/action-states";
import { actionViews } from "#terms/actions/action-views";
import { instant, partInput, partOf } from "./parts";

/** A corrective action. `version` is sent back with each step: it says what the program saw. */
export const actionRecord = z.strictObject({
  id: z.string(),
  version: z.int(),
  supplier: z.strictObject({ id: z.string(), ref: z.string(), name: z.string() }),
  attestation: z.string(),
  source: z.enum(actionSources),
  question: z.string().optional(),
  rule: z.string().optional(),
  isOnNorthKorea: z.boolean(),
  gap: z.string(),
  cause: z.string(),
  step: z.string(),
  owner: z.string().optional().meta({ description: "Id of a person of the team" }),
  due: z.iso.date(),
  state: z.enum(actionStates),
  progress: z.enum(actionProgress),
  responsible: z.string(),
  ownStep: z.string().meta({ description: "What the supplier says that it does" }),
  ownDue: z.string().optional(),
  proofs: z.int(),
  createdAt: instant,
  closedAt: instant.optional(),
});
export type ActionRecord = z.output<typeof actionRecord>;

/** A list of actions, as the page has them. */
export const actionFilterInput = z.object({
  view: z.enum(actionViews).default("open"),
  state: z.enum(actionStates).optional(),
  supplier: recordId.optional(),
});

/** Actions by their ids. Those on North Korean labour only for whoever may see them. */
export const readActions = teamUseCase({
  permission: "actions.read",
  input: actionFilterInput.extend(partInput.shape),
  events: [],
  async run(ctx, { after, most, ...asked }) {
    const filter = filterOf(ctx, { ...asked, shape: "table", page: 1 });
    const found = await ctx.store.actions.after(ctx.organisation.id, filter, { after, most: most + 1 });
    const { items, more } = partOf(found, most);
    return { items: items.map(recordOf), more };
  },
});

/** One action. @throws Problem "not-found" also for one that the reader may not see */
export const readAction = teamUseCase({
  permission: "actions.read",
  input: z.object({ id: recordId }),
  events: [],
  run: async (ctx, { id }) => recordOf(await findAction(ctx, id)),
});

function recordOf(action: NamedAction): ActionRecord {
  const { id, version, of, attestation, source, question, rule, gap, cause, step, owner, due, state } = action;
  const { progress, responsible, ownStep, ownDue, proofs, createdAt, closedAt, northKorea } = action;
  return {
    ...{ id, version, supplier: { id: of.id, ref: of.ref, name: of.name }, attestation, source, question, rule },
    ...{ gap, cause, step, owner, due, state, progress, responsible, ownStep, ownDue, proofs },
    isOnNorthKorea: northKorea,
    createdAt: createdAt.toISOString(),
    closedAt: closedAt?.toISOString(),
  };
}
