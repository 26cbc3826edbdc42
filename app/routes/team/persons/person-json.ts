import { download } from "#app/http/downloads";
import { personAsked } from "#app/routes/team/requests/person-asked";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportPersonJson } from "#app/services/team/persons/person-data";

export const loader = forTeam(async (ctx, { params }) =>
  download({ ...(await exportPersonJson(ctx, personAsked(params))), type: "application/json; charset=utf-8" }),
);
