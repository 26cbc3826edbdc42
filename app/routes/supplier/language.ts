import { languageCookie } from "#app/http/language-cookie";
import { redirect } from "#app/router/api/answers.server";
import { choosePageLanguage } from "#app/services/supplier/session/choose-language";
import { fieldOf } from "./requests/form-fields";
import { forForm } from "./requests/session-requests";

/** For pages with nothing typed on them; the others take the choice with their own form. */
export const action = forForm(async ({ ctx, fields }) => {
  const chosen = { language: fieldOf(fields, "language"), from: fieldOf(fields, "from") };
  const { language, address } = await choosePageLanguage(ctx, chosen);
  return redirect(address, { headers: { "set-cookie": languageCookie(language, ctx.config) } });
});
