import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { actionLimits } from "#app/services/actions/find-action";
import type { SupplierContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { recordId } from "#app/services/context/inputs";
import { supplierUseCase } from "#app/services/context/use-case";
import { pageFields } from "#app/services/supplier/session/page-input";
import { writeIfOpen } from "#app/services/supplier/session/write-if-open";
import { ConflictError } from "#db/errors";
import type { NamedAction } from "#db/store";
import { type ActionProgress, actionProgress, isOpen } from "#terms/actions/action-states";
import { cleanLine, cleanLines } from "#terms/texts/typed-text";
import { askedAction } from "./asked-actions";

/** What can be wrong with an answer. */
export const answerErrors = ["blank", "long", "long-comment", "day", "progress"] as const;
export type AnswerError = (typeof answerErrors)[number];

export type AnswerOutcome =
  | { readonly kind: "kept" | "not-saved" }
  | { readonly kind: "errors"; readonly errors: readonly AnswerError[] };

/** Lines of the history that a supplier adds to one action at most. */
const mostAnswers = 200;

/**
 * Keeps what a supplier says of what is asked of it: its own step, who does it, by when, how far it is, and a comment. The same
 * form sent twice is kept once. Who has begun with an agreed plan is at work on it.
 * @throws Problem "not-found"; "changed-meanwhile" where the buyer closed it meanwhile; "too-often"
 */
export const answerAction = supplierUseCase({
  permission: "actions.answer",
  input: z.object({ action: recordId, fields: pageFields }),
  events: ["action.answered"],
  async run(ctx, { action: id, fields }, event): Promise<AnswerOutcome> {
    const said = readAnswer(fields);
    if (said.errors.length > 0) return { kind: "errors", errors: said.errors };
    // Tried again where the buyer did something at the same moment: what the two say does not get in each other's way.
    for (let left = 3; ; left -= 1) {
      try {
        return { kind: await keepAnswer(ctx, event, id, said) };
      } catch (error) {
        if (!(error instanceof ConflictError) || left === 0) throw error;
      }
    }
  },
});

async function keepAnswer(
  ctx: SupplierContext,
  event: EventMaker<"action.answered">,
  id: string,
  said: Said,
): Promise<"kept" | "not-saved"> {
  const action = await askedAction(ctx, id);
  if (!isOpen(action.state) || action.version > mostAnswers) throw new Problem("changed-meanwhile");
  const changes = changesOf(action, said);
  const isChanged = Object.keys(changes).length > 0;
  const { ownStep, responsible, ownDue, progress, comment } = said;
  if (!isChanged && (comment === "" || (await isSaid(ctx, action, comment)))) return "kept";
  const isBegun = action.state === "agreed" && progress !== "not-begun";
  const kept = await writeIfOpen(ctx.session.file, () =>
    ctx.store.actions.change({
      ...{ org: action.org, id, version: action.version },
      set: {
        ...{ ownStep, responsible, progress, ownDue: ownDue === "" ? null : ownDue },
        ...(isBegun && { state: "working" as const }),
      },
      entry: {
        ...{ at: ctx.clock.now(), step: "answered", side: "supplier", text: comment, language: ctx.language },
        ...(isChanged && { changes }),
      },
      audit: [event("action.answered", action.attestation, { action: id })],
    }),
  );
  return kept === "not-saved" ? kept : "kept";
}

/** Whether a comment was the last thing that the supplier wrote: the same form came twice. */
async function isSaid({ store }: SupplierContext, { org, id }: NamedAction, comment: string): Promise<boolean> {
  const own = (await store.actions.entries(org, id)).filter(
    ({ side, step }) => side === "supplier" && step === "answered",
  );
  return own.at(-1)?.text === comment;
}

type Said = {
  readonly ownStep: string;
  readonly responsible: string;
  readonly ownDue: string;
  readonly progress: ActionProgress;
  readonly comment: string;
  readonly errors: readonly AnswerError[];
};

function readAnswer(fields: z.output<typeof pageFields>): Said {
  const typed = (name: string) => fields.get(name)?.at(-1) ?? "";
  const ownStep = cleanLines(typed("ownStep"));
  const comment = cleanLines(typed("comment"));
  const ownDue = cleanLine(typed("ownDue"));
  const progress = actionProgress.find((one) => one === typed("progress"));
  const isDay = ownDue === "" || (/^\d{4}-\d{2}-\d{2}$/.test(ownDue) && !Number.isNaN(Date.parse(ownDue)));
  const errors: AnswerError[] = [
    ...(ownStep === "" ? (["blank"] as const) : []),
    ...(ownStep.length > actionLimits.text ? (["long"] as const) : []),
    ...(isDay ? [] : (["day"] as const)),
    ...(progress ? [] : (["progress"] as const)),
    ...(comment.length > actionLimits.text ? (["long-comment"] as const) : []),
  ];
  const responsible = cleanLine(typed("responsible")).slice(0, actionLimits.line);
  return { ownStep, responsible, ownDue, progress: progress ?? "not-begun", comment, errors };
}

function changesOf(action: NamedAction, said: Said) {
  const before = { ...action, ownDue: action.ownDue ?? "" };
  return Object.fromEntries(
    (["ownStep", "responsible", "ownDue", "progress"] as const)
      .filter((field) => before[field] !== said[field])
      .map((field) => [field, { from: before[field], to: said[field] }]),
  );
}
