import { csvDownload } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { sampleList } from "#app/services/team/imports/sample-list";

export const loader = forTeam(async (ctx) => csvDownload(await sampleList(ctx, {})));
