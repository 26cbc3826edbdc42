import { daysUntil } from "#app/i18n/dates/days";
import { dueInRow, dueWords, timeMoment } from "#app/i18n/dates/moments";
import { findLanguage } from "#app/i18n/languages";
import type { TeamContext } from "#app/services/context/contexts";
import { findCampaign } from "#app/services/team/drafts/draft";
import { csvLine } from "#app/services/team/files/csv";
import { type CampaignView, readCampaign, recipientState } from "./read-campaign";

/** A campaign as its page shows it: plain words and numbers. */
export async function showCampaign(ctx: TeamContext, id: string, view: CampaignView, language: string) {
  const { campaign, questionnaireTitle, regimes, inviting, funnel, recipients, total, now } = await readCampaign(
    ctx,
    id,
    view,
  );
  return {
    id: campaign.id,
    name: campaign.name,
    state: campaign.state,
    due: dueWords(campaign.dueAt, campaign.zone, language),
    daysLeft: daysUntil(campaign.dueAt, now),
    questionnaire: questionnaireTitle,
    version: campaign.version,
    regimes,
    inviting,
    funnel,
    total,
    view,
    mayWrite: ctx.may("campaigns.write"),
    recipients: recipients.map(({ invitation, supplier, contact, attestation, journey, progress, link, lastMail }) => ({
      id: invitation.id,
      supplier: supplier.id,
      name: supplier.name,
      ref: supplier.ref,
      reference: attestation.reference,
      email: contact.email,
      language: contact.language,
      languageName: findLanguage(contact.language)?.endonym ?? contact.language,
      journey,
      progress,
      mail: lastMail && { state: lastMail.state, at: timeMoment(lastMail.at, language).text, error: lastMail.error },
      until: dueInRow(invitation.expiresAt, campaign.zone, language),
      link,
      open: campaign.state === "live" && invitation.state !== "withdrawn" && attestation.state === "open",
    })),
  };
}

const pageSize = 1_000;

/** Every recipient of a view as lines of CSV. Without links: a file is handed on more easily than a page. */
export async function recipientLines(
  ctx: TeamContext,
  id: string,
  view: CampaignView,
  language: string,
): Promise<string[]> {
  const t = ctx.t(language);
  await findCampaign(ctx, id);
  const now = ctx.clock.now();
  const heads = [
    "ref",
    "supplier",
    "country",
    "contact",
    "email",
    "language",
    "reference",
    "journey",
    "answered",
    "lastMail",
    "lastMailAt",
    "linkUntil",
  ] as const;
  const lines = [csvLine(heads.map((head) => t(`team:recipientsCsv.${head}`)))];
  for (let page = 1; ; page++) {
    const { rows } = await ctx.store.campaigns.recipients(ctx.organisation.id, id, { ...view, page, pageSize, now });
    for (const row of rows) {
      const { supplier, contact, attestation, invitation, lastMail, answered } = row;
      lines.push(
        csvLine([
          supplier.ref,
          supplier.name,
          supplier.country,
          contact.name,
          contact.email,
          contact.language,
          attestation.reference,
          t(`team:journey.${recipientState(row, now)}`),
          answered,
          lastMail && t(`team:mailState.${lastMail.state}`),
          lastMail?.at.toISOString(),
          invitation.expiresAt.toISOString(),
        ]),
      );
    }
    if (rows.length < pageSize) return lines;
  }
}
