import { mailDownload } from "#app/http/downloads";
import { forTeam } from "#app/http/team-session.server";
import { readMail } from "#app/services/team/settings/mails";

export const loader = forTeam("mails.read", async (ctx, { params }) => {
  ctx.require("campaigns.links");
  const { mail, message } = await readMail(ctx, params.id ?? "");
  return mailDownload(message, `mail-${mail.id}`);
});
