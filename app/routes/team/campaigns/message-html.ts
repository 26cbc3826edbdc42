import { forTeam } from "#app/http/team-session.server";
import { findLanguage } from "#app/i18n/languages";
import { findDraft } from "#app/services/team/campaigns/draft";
import { previewMail } from "#app/services/team/campaigns/message";
import { letterFile } from "#app/services/team/letter-file";

export const loader = forTeam("campaigns.write", async (ctx, { request, params }) => {
  const campaign = await findDraft(ctx, params.id ?? "");
  const language = findLanguage(new URL(request.url).searchParams.get("preview"))?.tag ?? "en";
  return letterFile(await previewMail(ctx, campaign, language), `message-${language}`);
});
