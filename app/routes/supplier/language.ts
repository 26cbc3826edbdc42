import { Problem } from "#app/domain/problem";
import { languageCookie } from "#app/i18n/language-cookie";
import { findLanguage } from "#app/i18n/languages";
import { redirect } from "#app/router/answers.server";
import { addressOf } from "#app/services/supplier/session/supplier-session";
import { fieldOf } from "./requests/form-fields";
import { forForm } from "./requests/session-requests";

/** Pages that may be gone back to: below the attestation, plain names only, so that nobody is sent elsewhere. */
const ownPage = /^[\w-]+(?:\/[\w-]+){0,3}$/;

/** For pages with nothing typed on them; the others take the choice with their own form. */
export const action = forForm(({ ctx, session, fields }) => {
  const language = findLanguage(fieldOf(fields, "language"))?.tag;
  if (!language) throw new Problem("bad-request");
  const from = fieldOf(fields, "from");
  const base = addressOf(session);
  return redirect(ownPage.test(from) ? `${base}/${from}` : base, {
    headers: { "set-cookie": languageCookie(language, ctx.config) },
  });
});
