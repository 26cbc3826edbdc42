import { csvDownload } from "#app/http/downloads";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { sampleEdition } from "#app/services/editions/own-editions";

export const loader = forTeam(async (ctx) => csvDownload(await sampleEdition(ctx, {})));
