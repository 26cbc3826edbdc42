import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PastePage } from "#app/components/supplier/rows/paste-page";
import { languageCookie } from "#app/i18n/language-cookie";
import { Problem } from "#app/problem";
import { forForm, forOpenSitting } from "#app/routes/supplier/answering";
import { fieldOf } from "#app/routes/supplier/form";
import { titleOf } from "#app/routes/supplier/title";
import { handedOn, handOn, showAgain } from "#app/routes/supplier/turn";
import { addPasted, pastePage } from "#app/services/supplier/rows/paste-page";
import { tableAt } from "#app/services/supplier/rows/save-row";
import { addressOf } from "#app/services/supplier/sitting";
import { wishOf } from "./wish";

export const meta = titleOf;

type Turn = { readonly text: string; readonly notSaved: boolean; readonly language?: string };

export const loader = forOpenSitting(({ ctx, sitting, param }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  const { text, notSaved = false, language = ctx.language } = handedOn<Turn>(context) ?? {};
  return pastePage({ ...ctx, language }, sitting, place, { text, notSaved });
});

export const action = forForm(async ({ ctx, sitting, param, fields }, { context }) => {
  const place = tableAt(sitting, param("question"), param("part"));
  const text = fieldOf(fields, "text");
  const { then, language } = wishOf(fields);
  if (then !== "add" || language) {
    handOn<Turn>(context, { text, notSaved: false, language });
    return data(null, language && { headers: { "set-cookie": languageCookie(language, ctx.config) } });
  }
  const outcome = await addPasted(ctx, sitting, place, { text, language: ctx.language });
  if (outcome.kind === "saved") return redirect(`${addressOf(sitting)}/${place.question.id}`);
  if (outcome.kind === "conflict") throw new Problem("changed-meanwhile");
  return showAgain<Turn>(context, { text, notSaved: true }, 507);
});

export default function Paste() {
  return <PastePage view={useLoaderData<typeof loader>()} />;
}
