import { forTeam } from "#app/http/team-session.server";
import { letterFile } from "#app/services/team/letter-file";
import { readMail } from "#app/services/team/mails";

export const loader = forTeam("mails.read", async (ctx, { params }) => {
  ctx.require("campaigns.links");
  const { mail, message } = await readMail(ctx, params.id ?? "");
  return letterFile(message, `mail-${mail.id}`);
});
