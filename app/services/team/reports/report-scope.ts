import * as z from "zod";
import { dayMs, isoDay } from "#app/i18n/dates/days";
import type { TeamContext } from "#app/services/context/contexts";
import { type ReportId, reportIds } from "./reports";

/** Campaigns that one report adds up, newest first. */
export const mostCampaigns = 50;

const day = z.string().transform((text) => z.iso.date().safeParse(text).data ?? "");

/** What the address of a report asks for. What it says wrongly is as if it said nothing. */
export const reportInput = z.object({
  report: z.string().transform((word): ReportId => reportIds.find((id) => id === word) ?? "international"),
  campaign: z.string().max(200).catch(""),
  from: day,
  until: day,
});
export type ReportQuery = z.output<typeof reportInput>;

type Named = { readonly id: string; readonly name: string };

/** What a report is about. Days are those of UTC, both included. */
export type ReportScope = {
  readonly query: ReportQuery;
  /** All that were launched, for the choice. */
  readonly choices: readonly Named[];
  /** Those that are added up. */
  readonly campaigns: readonly Named[];
  /** How many of the period are left out, because one report adds up only so many. */
  readonly left: number;
  readonly campaign?: Named;
};

/** The period where none was asked for is this year until today; a period that ends before it begins has no campaign. */
export async function readScope(ctx: TeamContext, asked: ReportQuery): Promise<ReportScope> {
  const today = isoDay(ctx.clock.now());
  const until = asked.until === "" ? today : asked.until;
  const from = asked.from === "" ? `${until.slice(0, 4)}-01-01` : asked.from;
  const launched = (await ctx.store.campaigns.all(ctx.organisation.id)).flatMap(({ id, name, launchedAt }) =>
    launchedAt ? [{ id, name, at: launchedAt.getTime() }] : [],
  );
  const campaign = launched.find(({ id }) => id === asked.campaign);
  const [begins, ends] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${until}T00:00:00Z`) + dayMs];
  const inPeriod = launched.filter(({ at }) => begins <= at && at < ends);
  const campaigns = campaign ? [campaign] : inPeriod.slice(0, mostCampaigns);
  return {
    query: { report: asked.report, campaign: campaign?.id ?? "", from, until },
    choices: launched.slice(0, mostChoices).map(({ id, name }) => ({ id, name })),
    campaigns,
    left: campaign ? 0 : inPeriod.length - campaigns.length,
    ...(campaign && { campaign }),
  };
}

const mostChoices = 200;
