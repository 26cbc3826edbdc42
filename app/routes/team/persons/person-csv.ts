import { csvDownload } from "#app/http/downloads";
import { personAsked } from "#app/routes/team/requests/person-asked";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportPersonCsv } from "#app/services/team/persons/person-data";

export const loader = forTeam(async (ctx, { params }) => csvDownload(await exportPersonCsv(ctx, personAsked(params))));
