import { letterFile } from "#app/services/team/letter-file";
import { readMail } from "#app/services/team/mails";
import { forTeam } from "#app/team-session.server";

export const loader = forTeam("mails.read", async (ctx, { params }) => {
  ctx.require("campaigns.links");
  const { mail, message } = await readMail(ctx, params.id ?? "");
  return letterFile(message, `mail-${mail.id}`);
});
