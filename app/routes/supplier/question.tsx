import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConflictPage } from "#app/components/supplier/conflict-page";
import { QuestionPage } from "#app/components/supplier/question-page";
import { languageCookie } from "#app/i18n/language-cookie";
import { Problem } from "#app/problem";
import { conflictPage } from "#app/services/supplier/conflict-page";
import { questionPage, type Typed } from "#app/services/supplier/question-page";
import { saveQuestion } from "#app/services/supplier/save-question";
import { afterQuestion } from "#app/services/supplier/way";
import { forForm, forOpenSitting } from "./answering";
import { type FormFields, fieldOf, revisionOf } from "./form";
import { titleOf } from "./title";
import { handedOn, handOn } from "./turn";
import { draftInWords, keptAnswer, unsavedStatus, wishOf } from "./wish";

export const meta = titleOf;

type Turn = Typed & { readonly conflict: boolean };

export const loader = forOpenSitting(({ ctx, sitting, param }, { context, request }) => {
  const question = param("question");
  const turn = handedOn<Turn>(context);
  if (turn?.conflict) return conflictPage(ctx, sitting, { question, fields: turn.fields });
  const from = new URL(request.url).searchParams.get("from") === "check" ? "check" : undefined;
  return questionPage(ctx, sitting, { question, typed: turn, from: turn ? fromOf(turn.fields) : from });
});

export const action = forForm(async ({ ctx, sitting, param, fields }, { context }) => {
  const question = param("question");
  const { then, language, intent } = wishOf(fields);
  const outcome = await saveQuestion(ctx, sitting, { question, fields, basedOn: revisionOf(fields), intent });
  if (then === "typing") return keptAnswer(outcome.kind);
  if (outcome.kind === "too-large") throw new Problem("too-large", { limit: draftInWords });
  const from = fromOf(fields);
  if (outcome.kind === "saved" || outcome.kind === "draft") {
    const here = `/attest/${sitting.file.attestation.id}/${question}${from ? `?from=${from}` : ""}`;
    if (language) return redirect(here, { headers: { "set-cookie": languageCookie(language) } });
    return redirect(
      afterQuestion(outcome.kind === "saved" ? outcome.sitting : sitting, { question, button: then, from }),
    );
  }
  handOn<Turn>(context, {
    fields,
    errors: outcome.kind === "errors" ? outcome.errors : [],
    notSaved: outcome.kind === "not-saved",
    conflict: outcome.kind === "conflict",
  });
  return data(null, { status: unsavedStatus[outcome.kind] });
});

function fromOf(fields: FormFields): string | undefined {
  return fieldOf(fields, "from") === "check" ? "check" : undefined;
}

export default function Question() {
  const view = useLoaderData<typeof loader>();
  return "conflict" in view ? <ConflictPage view={view} /> : <QuestionPage view={view} />;
}
