import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { campaignView } from "#app/services/team/campaigns/read-campaign";
import { recipientLines } from "#app/services/team/campaigns/show-campaign";
import { csvResponse } from "#app/services/team/files/csv";

export const loader = forTeam("campaigns.read", async (ctx, { request, params }) => {
  const view = campaignView(new URL(request.url).searchParams);
  return csvResponse("avow-recipients.csv", await recipientLines(ctx, params.id ?? "", view, teamLanguage(request)));
});
