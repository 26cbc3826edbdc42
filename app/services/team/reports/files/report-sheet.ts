import type { TeamContext } from "#app/services/context/contexts";
import { readReport } from "#app/services/team/reports/read-report";
import { type ReportQuery, readScope } from "#app/services/team/reports/report-scope";
import type { ReportSheet } from "#app/views/team/reports/report-sheet";

/** A report as it is put into a file for people. */
export async function reportSheet(ctx: TeamContext, asked: ReportQuery): Promise<ReportSheet> {
  ctx.require("campaigns.read");
  const t = ctx.t(ctx.language);
  return {
    language: ctx.language,
    at: ctx.clock.now().getTime(),
    report: await readReport(ctx, await readScope(ctx, asked)),
    page: t("reports:page", { page: "{page}", pages: "{pages}" }),
    substitute: t("ratings:brief.substitute"),
  };
}
