import { workbookDownload } from "#app/http/downloads";
import { formInput } from "#app/http/form-input";
import { forTeam } from "#app/routes/team/requests/team-requests";
import { exportRecipientsWorkbook } from "#app/services/team/recipients/export-recipients";

export const loader = forTeam(async (ctx, { request, params }) => {
  const view = formInput(new URL(request.url).searchParams, exportRecipientsWorkbook.input);
  return workbookDownload(await exportRecipientsWorkbook(ctx, { ...view, campaign: params.id ?? "" }));
});
