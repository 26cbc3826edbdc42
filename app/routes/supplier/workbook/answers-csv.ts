import { csvDownload } from "#app/http/downloads";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { downloadAnswersCsv } from "#app/services/supplier/workbook/file/download-workbook";

export const loader = forOpenSession(async ({ ctx, param }) =>
  csvDownload(await downloadAnswersCsv(ctx, { part: param("part") })),
);
