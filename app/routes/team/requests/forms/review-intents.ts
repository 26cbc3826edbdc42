import { type FormInput, formInput } from "#app/http/form-input";
import type { TeamContext } from "#app/services/context/contexts";
import type { Fault } from "#app/services/context/faults";
import { assignReview, reopenReview, setReviewDue, settleReview } from "#app/services/team/reviews/change-review";
import { acceptAsSigned } from "#app/services/team/reviews/decide/accept-as-signed";
import { agreeDecision, declineDecision, takeBackDecision } from "#app/services/team/reviews/decide/answer-decision";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { decideLink } from "#app/services/team/reviews/decide/decide-link";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { settleFinding } from "#app/services/team/reviews/decide/settle-finding";

/** What a form of the page came to: a word for what was done, or what can be corrected beside what was typed. */
export type Sent = { readonly done: Done } | { readonly faults: readonly Fault[]; readonly values: FormInput };

const dones = [
  "made",
  "asked",
  "same",
  "agreed",
  "declined",
  "taken-back",
  "assigned",
  "due",
  "settled",
  "reopened",
] as const;
export type Done = (typeof dones)[number];

/** What an address says was done. */
export function doneIn(word: string | null): Done | undefined {
  return dones.find((one) => one === word);
}

/** The buttons of a review by their `intent`; each fills in one use case. */
export const intents = [
  "accept",
  "evidence",
  "lift",
  "link",
  "settle",
  "agree",
  "decline",
  "take-back",
  "assign",
  "due",
  "settle-review",
  "reopen",
] as const;
export type Intent = (typeof intents)[number];

/** The fields of several forms of one page have names of their own: here they have those that the use cases know. */
function named(form: FormData, names: Readonly<Record<string, string>>): FormData {
  const own = new FormData();
  for (const [name, value] of form) own.append(names[name] ?? name, value);
  return own;
}

/** @throws Problem "not-found" for a button that the page does not have: nothing is accepted without a question */
export async function send(ctx: TeamContext, form: FormData, attestation: string): Promise<Sent & { intent: Intent }> {
  const intent = intents.find((one) => one === form.get("intent"));
  if (!intent) return { intent: "accept", ...(await submit(acceptAsSigned, ctx, new FormData(), attestation)) };
  return { intent, ...(await sendAs(intent, ctx, form, attestation)) };
}

function sendAs(intent: Intent, ctx: TeamContext, form: FormData, attestation: string): Promise<Sent> {
  switch (intent) {
    case "accept":
      return submit(acceptAsSigned, ctx, form, attestation);
    case "evidence":
      return submit(
        decideEvidence,
        ctx,
        named(form, { "file-reason": "reason", "file-second": "second" }),
        attestation,
      );
    case "lift":
      return submit(liftFloor, ctx, form, attestation);
    case "link": {
      const regime = String(form.get("regime"));
      const names = { [`link-reason-${regime}`]: "reason", [`link-second-${regime}`]: "second" };
      return submit(decideLink, ctx, named(form, names), attestation);
    }
    case "settle":
      return submit(settleFinding, ctx, form, attestation);
    case "agree":
      return submit(agreeDecision, ctx, form, attestation);
    case "decline":
      return submit(declineDecision, ctx, form, attestation);
    case "take-back":
      return submit(takeBackDecision, ctx, form, attestation);
    case "assign":
      return submit(assignReview, ctx, form, attestation, "assigned");
    case "due":
      return submit(setReviewDue, ctx, form, attestation, "due");
    case "settle-review":
      return submit(settleReview, ctx, form, attestation, "settled");
    case "reopen":
      return submit(reopenReview, ctx, form, attestation, "reopened");
  }
}

type Decides = {
  readonly input: Parameters<typeof formInput>[1];
  submit(
    ctx: TeamContext,
    values: unknown,
  ): Promise<{ readonly faults: readonly Fault[] } | { readonly done: unknown }>;
};

/** `done`: what was done, where the use case does not say it itself. */
async function submit(
  useCase: Decides,
  ctx: TeamContext,
  form: FormData,
  attestation: string,
  done?: Done,
): Promise<Sent> {
  const typed = formInput(form, useCase.input);
  const outcome = await useCase.submit(ctx, { ...typed, attestation });
  if ("faults" in outcome) return { faults: outcome.faults, values: typed };
  return { done: done ?? doneIn(String(outcome.done)) ?? "made" };
}
