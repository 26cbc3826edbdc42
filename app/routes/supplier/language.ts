import { redirect } from "@remix-run/node";
import { languageCookie } from "#app/i18n/language-cookie";
import { findLanguage } from "#app/i18n/languages";
import { Problem } from "#app/problem";
import { addressOf } from "#app/services/supplier/sitting";
import { forForm } from "./answering";
import { fieldOf } from "./form";

/** Pages that may be gone back to: below the attestation, plain names only, so that nobody is sent elsewhere. */
const ownPage = /^[\w-]+(?:\/[\w-]+){0,3}$/;

/** For pages with nothing typed on them; the others take the choice with their own form. */
export const action = forForm(({ ctx, sitting, fields }) => {
  const language = findLanguage(fieldOf(fields, "language"))?.tag;
  if (!language) throw new Problem("bad-request");
  const from = fieldOf(fields, "from");
  const base = addressOf(sitting);
  return redirect(ownPage.test(from) ? `${base}/${from}` : base, {
    headers: { "set-cookie": languageCookie(language, ctx.config) },
  });
});
