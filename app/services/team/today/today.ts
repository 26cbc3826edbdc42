import type { TeamContext } from "#app/services/context/contexts";
import type { Funnel } from "#db/store";
import { currentQuestionnaire } from "#questionnaires/index";
import { currentEdition } from "#scoring/editions/index";
import { type Concern, readConcerns } from "./concerns";

export type TodayCampaign = {
  readonly id: string;
  readonly name: string;
  readonly state: "draft" | "live";
  readonly dueAt: Date;
  readonly zone: string;
  readonly funnel?: Funnel;
};

export type Today = {
  readonly suppliers: number;
  readonly bands: Readonly<Record<"critical" | "high" | "medium" | "low" | "none", number>>;
  readonly concerns: readonly Concern[];
  readonly campaigns: readonly TodayCampaign[];
  /** Campaigns ever made, closed ones too. */
  readonly campaignsEver: number;
  readonly edition: { readonly title: string; readonly countries: number };
  readonly questions: number;
};

/** What needs the person: counts to look at, campaigns that run or wait. */
export async function readToday(ctx: TeamContext): Promise<Today> {
  const org = ctx.organisation.id;
  const [table, campaigns, concerns] = await Promise.all([
    ctx.store.suppliers.table(org, { sort: "rating", direction: "down", page: 1, pageSize: 1 }),
    ctx.store.campaigns.list(org),
    readConcerns(ctx),
  ]);
  const now = ctx.clock.now();
  const open = campaigns.filter((campaign) => campaign.state !== "closed");
  const edition = currentEdition();
  return {
    suppliers: table.all,
    bands: table.byBand,
    concerns,
    campaigns: await Promise.all(
      open.map(async ({ id, name, state, dueAt, zone }) => ({
        id,
        name,
        state: state === "draft" ? ("draft" as const) : ("live" as const),
        dueAt,
        zone,
        funnel: state === "live" ? await ctx.store.campaigns.funnel(org, id, now) : undefined,
      })),
    ),
    campaignsEver: campaigns.length,
    edition: { title: edition.title, countries: Object.keys(edition.definition.tiers).length },
    questions: currentQuestionnaire("forced-labour").order.length,
  };
}
