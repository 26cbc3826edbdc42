import { mailHtmlFile } from "#app/http/letter-file";
import { findLanguage } from "#app/i18n/languages";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { findDraft } from "#app/services/team/drafts/draft";
import { previewMail } from "#app/services/team/drafts/message";

export const loader = forTeam("campaigns.write", async (ctx, { request, params }) => {
  const campaign = await findDraft(ctx, params.id ?? "");
  const language = findLanguage(new URL(request.url).searchParams.get("preview"))?.tag ?? "en";
  return mailHtmlFile(await previewMail(ctx, campaign, language), `message-${language}`);
});
