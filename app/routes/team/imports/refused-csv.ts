import { teamLanguage } from "#app/http/team-session.server";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { csvResponse } from "#app/services/team/files/csv";
import { importChoices } from "#app/services/team/imports/import-choices";
import { planImport } from "#app/services/team/imports/plan-import";
import { refusedLines } from "#app/services/team/imports/show-plan";

export const loader = forTeam("suppliers.import", async (ctx, { request, params }) => {
  const plan = await planImport(ctx, params.upload ?? "", importChoices(new URL(request.url).searchParams));
  return csvResponse("avow-rows-to-correct.csv", refusedLines(ctx, plan, teamLanguage(request)));
});
