import { mailDownload } from "#app/http/downloads";
import { formInput } from "#app/http/form-input";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { previewMail } from "#app/services/team/messages/preview-mail";

export const loader = forTeam(async (ctx, { request, params }) => {
  const asked = formInput(new URL(request.url).searchParams, previewMail.input);
  const { message, language } = await previewMail(ctx, { ...asked, campaign: params.id ?? "" });
  return mailDownload(message, `message-${language}`);
});
