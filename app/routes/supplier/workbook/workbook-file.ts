import { workbookDownload } from "#app/http/downloads";
import { forOpenSession } from "#app/routes/supplier/requests/session-requests";
import { downloadWorkbook } from "#app/services/supplier/workbook/file/download-workbook";

export const loader = forOpenSession(async ({ ctx }) => workbookDownload(await downloadWorkbook(ctx, {})));
