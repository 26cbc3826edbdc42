import { daysUntil } from "#app/i18n/dates/distance";
import { formatDue, formatShortDue } from "#app/i18n/dates/moments";
import { findLanguage, languages, languageWithAllTexts, offeredLanguages } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { teamUseCase } from "#app/services/context/use-case";
import { countWaiting } from "#app/services/help/waiting";
import { mailHoldView } from "#app/services/mails/mail-status";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { reminderSummary } from "#app/services/reminders/show-reminders";
import { seesReturns } from "#app/services/returns/find-signed";
import { declinedView } from "#app/services/team/recipients/declined-words";
import { lastMailView } from "#app/services/team/recipients/last-mail";
import { type Progress, progressReader } from "#app/services/team/recipients/recipient-progress";
import { canStillChange, linkOf, recipientState } from "#app/services/team/recipients/recipient-state";
import { recipientFilter, recipientView } from "#app/services/team/recipients/recipient-view";
import { noteOnce } from "#app/services/team/trail/note";
import type { Campaign } from "#db/records";
import type { RecipientRow } from "#db/store";
import { campaignWords } from "./campaign-words";
import { findCampaign } from "./find-campaign";

const pageSize = 50;

/**
 * A campaign as its page shows it: its funnel and one page of recipients, in plain words and numbers; `inviting` while its
 * launch goes on.
 * @throws Problem "not-found"; Error when the catalogue does not have the version that was sent
 */
export const showCampaign = teamUseCase({
  permission: "campaigns.read",
  input: recipientView,
  events: ["link.shown"],
  async run(ctx, view, event) {
    const campaign = await findCampaign(ctx, view.campaign);
    const org = ctx.organisation.id;
    const now = ctx.clock.now();
    const filter = recipientFilter(view);
    const [launch, funnel, { rows, total }, waitingQuestions, returned] = await Promise.all([
      ctx.store.launches.get(org, campaign.id),
      ctx.store.campaigns.funnel(org, campaign.id, now),
      ctx.store.campaigns.recipients(org, campaign.id, { ...filter, page: view.page, pageSize, now }),
      countWaiting(ctx, campaign.id),
      seesReturns(ctx) ? ctx.store.returns.counts(org, campaign.id) : undefined,
    ]);
    const words = campaignWords(await requireQuestionnaire(ctx, campaign), campaign, ctx.language);
    const progressOf = await progressReader(ctx, campaign);
    const recipients = await Promise.all(
      rows.map(async (row) => recipientOf(ctx, campaign, row, await progressOf(row))),
    );
    if (recipients.some(({ link }) => link)) {
      await noteOnce(ctx, event("link.shown", campaign.id, {}, { about: "campaign" }));
    }
    return {
      id: campaign.id,
      name: campaign.name,
      state: campaign.state,
      due: formatDue(campaign.dueAt, campaign.zone, languageWithAllTexts(ctx.language)),
      past: campaign.dueAt.getTime() < now.getTime(),
      daysLeft: daysUntil(campaign.dueAt, now, campaign.zone),
      questionnaire: words.title,
      version: campaign.version,
      regimes: words.regimes,
      offered: offeredLanguages(campaign).map(({ endonym }) => endonym),
      offersAll: offeredLanguages(campaign).length === languages.length,
      inviting: launch && !launch.endedAt ? { done: funnel.invited, all: launch.invitations } : undefined,
      funnel,
      total,
      view: { ...filter, page: view.page },
      pageSize,
      sharesResults: campaign.sharesResults ?? false,
      mayWrite: ctx.may("campaigns.write"),
      hold: await mailHoldView(ctx),
      recipients,
      reminders: await reminderSummary(ctx, campaign),
      /** Of its suppliers, that nobody answered. */
      waitingQuestions,
      returned,
    };
  },
});

/** One recipient as a row shows it. */
function recipientOf(ctx: TeamContext, campaign: Campaign, row: RecipientRow, progress: Progress | undefined) {
  const { invitation, supplier, contact, attestation } = row;
  const language = languageWithAllTexts(ctx.language);
  return {
    id: invitation.id,
    supplier: supplier.id,
    name: supplier.name,
    ref: supplier.ref,
    reference: attestation.reference,
    email: contact.email,
    language: contact.language,
    languageName: findLanguage(contact.language)?.endonym ?? contact.language,
    state: recipientState(row, ctx.clock.now()),
    progress,
    mail: lastMailView(ctx, row),
    optedOut: invitation.unsubscribedAt !== undefined,
    declined: declinedView(ctx, invitation),
    until: formatShortDue(invitation.expiresAt, campaign.zone, language),
    link: linkOf(ctx, campaign, row),
    open: canStillChange(campaign, row),
  };
}
