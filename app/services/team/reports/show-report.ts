import { teamUseCase } from "#app/services/context/use-case";
import { benchmarkView } from "./benchmark/benchmark-view";
import { readReport } from "./read-report";
import { readScope, reportInput } from "./report-scope";
import { reportIds } from "./reports";

/** The figures of a report for a period or a campaign, each with the lists that show what was counted. */
export const showReport = teamUseCase({
  permission: "suppliers.read",
  input: reportInput,
  events: [],
  async run(ctx, asked) {
    ctx.require("campaigns.read");
    const t = ctx.t(ctx.language);
    const scope = await readScope(ctx, asked);
    const { query, choices } = scope;
    return {
      title: t("reports:title"),
      query,
      choices,
      reports: reportIds.map((id) => ({ id, title: t(`reports:law.${id}.title`) })),
      report: await readReport(ctx, scope),
      benchmark: await benchmarkView(ctx),
      files: ctx.may("suppliers.export") ? String(new URLSearchParams(query)) : undefined,
    };
  },
});
