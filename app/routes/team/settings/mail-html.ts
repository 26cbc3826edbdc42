import { mailDownload } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { showMail } from "#app/services/team/settings/mails";

export const loader = forTeam(async (ctx, { params }) => {
  const { id, message } = await showMail(ctx, { id: params.id ?? "" });
  return mailDownload(message, `mail-${id}`);
});
