import { formInput } from "#app/http/form-input";
import { data } from "#app/router/api/answers.server";
import type { TeamContext } from "#app/services/context/contexts";
import type { Fault } from "#app/services/context/faults";
import { acceptReturnedAnswer } from "#app/services/returns/answers/accept-answer";
import { takeOffReturnedQuestion } from "#app/services/returns/put-question";
import { callBackReturned } from "#app/services/returns/sending/call-back";
import { type SendOutcome, sendReturned } from "#app/services/returns/sending/send-returned";

type Wrong = {
  readonly typed?: { readonly date: string; readonly name: string };
  readonly faults: readonly Fault[];
  readonly outcome?: Exclude<SendOutcome, "sent" | "there"> | "answered";
};

const wrong = (what: Wrong, status: number) => data(what, { status });

/** Does what a button of the page of returned questions asks for. @returns what went wrong; undefined where nothing did */
export async function changeReturned(ctx: TeamContext, attestation: string, form: FormData) {
  const question = String(form.get("question") ?? "");
  switch (form.get("do")) {
    case "take-off":
      await takeOffReturnedQuestion(ctx, { attestation, question });
      return undefined;
    case "accept":
      await acceptReturnedAnswer(ctx, { attestation, question });
      return undefined;
    case "call-back": {
      const outcome = await callBackReturned(ctx, { attestation });
      return outcome === "answered" ? wrong({ faults: [], outcome }, 409) : undefined;
    }
    default:
      return send(ctx, attestation, form);
  }
}

async function send(ctx: TeamContext, attestation: string, form: FormData) {
  const given = formInput(form, sendReturned.input);
  const typed = { date: String(given.date ?? ""), name: String(given.name ?? "") };
  const outcome = await sendReturned.submit(ctx, { ...given, attestation });
  if ("faults" in outcome) return wrong({ typed, faults: outcome.faults }, 422);
  const { done } = outcome;
  return done === "sent" || done === "there" ? undefined : wrong({ typed, faults: [], outcome: done }, 409);
}
