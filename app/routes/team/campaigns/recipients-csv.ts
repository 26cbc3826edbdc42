import { csvDownload } from "#app/http/downloads";
import { formInput } from "#app/http/form-input";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportRecipients } from "#app/services/team/recipients/export-recipients";

export const loader = forTeam(async (ctx, { request, params }) => {
  const view = formInput(new URL(request.url).searchParams, exportRecipients.input);
  return csvDownload(await exportRecipients(ctx, { ...view, campaign: params.id ?? "" }));
});
