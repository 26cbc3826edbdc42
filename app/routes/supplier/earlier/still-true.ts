import { Problem } from "#app/domain/problem";
import { redirect } from "#app/router/api/answers.server";
import { forForm, forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { takeEarlierAnswer } from "#app/services/supplier/earlier/take-earlier";
import { afterQuestion } from "#app/services/supplier/session/after-question";
import { addressOf } from "#app/services/supplier/session/supplier-session";

/** Somebody opened the address of the act: its question is where it is done. */
export const loader = forOpenSession(({ ctx, param }) => {
  throw redirect(`${addressOf(ctx.session)}/${param("question")}`);
});

export const action = forForm(async ({ ctx, param, fields }) => {
  const question = param("question");
  const used = await takeEarlierAnswer(ctx, { question, fields });
  if (used.kind === "not-saved") throw new Problem("not-saved");
  const page = `${addressOf(ctx.session)}/${question}`;
  // What is there by now is shown, and what can be done with it.
  if (used.kind !== "saved") return redirect(page);
  return redirect(used.filesLeft ? `${page}/evidence` : afterQuestion(used.session, { question, button: "" }));
});
