import { timeMoment } from "#app/i18n/dates/moments";
import { languageWithAllTexts } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { mailErrorWords } from "#app/services/mails/mail-status";
import type { RecipientRow } from "#db/store";

/** What was sent to a recipient last, and why it failed if it did; also while it is tried again. */
export function lastMailView(ctx: TeamContext, { lastMail }: Pick<RecipientRow, "lastMail">) {
  if (!lastMail) return undefined;
  const { state, at, error } = lastMail;
  return {
    state,
    at: timeMoment(at, languageWithAllTexts(ctx.language)).text,
    error: error === undefined ? undefined : mailErrorWords(ctx, error),
  };
}
