import { formatDue } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { countWaiting } from "#app/services/help/waiting";
import { backupView } from "#app/services/installation/backup-age";
import { mailHoldView } from "#app/services/mails/mail-status";
import { newestEdition } from "#app/services/ratings/rating-versions";
import { seesReturns } from "#app/services/returns/find-signed";
import { newestVersion } from "#app/services/team/drafts/versions";
import type { Campaign } from "#db/records";
import { readConcerns } from "./concerns";
import { documentsFullnessView, fullnessView } from "./fullness";
import { waitingWork } from "./waiting-work";

/** What needs the person: counts to look at, campaigns that run or wait, and what they may do next. */
export const showToday = teamUseCase({
  permission: "suppliers.read",
  input: noInput,
  events: [],
  async run(ctx) {
    const org = ctx.organisation.id;
    const [table, campaigns, concerns, edition, newest, questions, returned] = await Promise.all([
      ctx.store.suppliers.table(org, { sort: "rating", direction: "down", page: 1, pageSize: 1 }),
      ctx.store.campaigns.list(org),
      readConcerns(ctx),
      newestEdition(ctx, org),
      newestVersion(ctx),
      countWaiting(ctx),
      seesReturns(ctx) ? ctx.store.returns.counts(org) : undefined,
    ]);
    const open = campaigns.filter((campaign) => campaign.state !== "closed");
    return {
      suppliers: table.all,
      bands: table.byBand,
      concerns,
      campaigns: await Promise.all(open.map((campaign) => campaignView(ctx, campaign))),
      hold: await mailHoldView(ctx),
      backup: await backupView(ctx),
      fullness: await fullnessView(ctx),
      documentsFullness: await documentsFullnessView(ctx),
      /** Campaigns ever made, closed ones too. */
      campaignsEver: campaigns.length,
      edition: { title: edition.title, countries: Object.keys(edition.definition.tiers).length },
      /** Of suppliers, that nobody answered. */
      waitingQuestions: questions,
      /** Suppliers with returned questions, for whoever may return them. */
      returned,
      /** Reviews and actions, for whoever decides on them. */
      work: await waitingWork(ctx),
      /** Of the version that a new campaign takes. */
      questions: newest?.order.length ?? 0,
      mayImport: ctx.may("suppliers.import"),
      mayCampaign: ctx.may("campaigns.write"),
    };
  },
});

async function campaignView(ctx: TeamContext, { id, name, state, dueAt, zone }: Campaign) {
  const live = state === "live";
  return {
    id,
    name,
    state: live ? ("live" as const) : ("draft" as const),
    due: formatDue(dueAt, zone, ctx.language),
    funnel: live ? await ctx.store.campaigns.funnel(ctx.organisation.id, id, ctx.clock.now()) : undefined,
  };
}
