import * as z from "zod";
import { languages } from "#app/i18n/languages";
import { composeMail } from "#app/mail/compose-mail";
import type { Message } from "#app/mail/message";
import { answeringMinutes } from "#app/services/answers/answering-time";
import type { TeamContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire } from "#app/services/ratings/rating-versions";
import { findCampaignDraft } from "#app/services/team/drafts/campaign-draft";
import type { Campaign, Contact, Supplier } from "#db/records";

const tags = languages.map(({ tag }) => tag);

/** The mail of a draft for readers of a language. What an address says wrongly is no choice. */
export const previewInput = z.object({ campaign: recordId, preview: z.enum(tags).optional().catch(undefined) });

/**
 * The mail a supplier who reads this language would get, English by default: one of those chosen, or an example where there
 * is none.
 * @throws Problem "not-found"; "changed-meanwhile" once the draft is launched
 */
export const previewMail = teamUseCase({
  permission: "campaigns.write",
  input: previewInput,
  events: [],
  async run(ctx, { campaign, preview: language = "en" }) {
    return { language, message: await composePreview(ctx, await findCampaignDraft(ctx, campaign), language) };
  },
});

/** The same for other use cases. */
export async function composePreview(ctx: TeamContext, campaign: Campaign, language: string): Promise<Message> {
  const { supplier, contact } = await readerOf(ctx, campaign, language);
  const now = ctx.clock.now();
  const org = ctx.organisation.id;
  const facts = {
    supplier,
    contact,
    campaign,
    organisation: ctx.organisation,
    minutes: answeringMinutes(await requireQuestionnaire(ctx, campaign), campaign.regimes),
    answered: 0,
    // No link exists before the launch, and a preview must not look as if one did.
    link: `${ctx.config.publicOrigin}/s/preview`,
    stopMails: `${ctx.config.publicOrigin}/stop-mails/preview`,
    invitation: {
      org,
      id: "preview",
      campaign: campaign.id,
      supplier: supplier.id,
      contact: contact.id,
      generation: 1,
      correction: 0,
      state: "invited" as const,
      expiresAt: campaign.dueAt,
      createdAt: now,
    },
    attestation: {
      org,
      id: "preview",
      invitation: "preview",
      reference: `AV-${now.getUTCFullYear()}-000000`,
      questionnaire: campaign.questionnaire,
      version: campaign.version,
      state: "open" as const,
      revision: 0,
    },
  };
  return composeMail(ctx, facts, { kind: "invitation", language, to: contact.email, messageId: "<preview@localhost>" });
}

/** The first of those chosen who reads this language, or an example where there is none. */
async function readerOf(ctx: TeamContext, campaign: Campaign, language: string) {
  for await (const batch of ctx.store.campaigns.chosen(ctx.organisation.id, campaign.id)) {
    for (const { supplier, contact } of batch) if (contact?.language === language) return { supplier, contact };
  }
  return sampleOf(ctx, language);
}

function sampleOf(ctx: TeamContext, language: string): { supplier: Supplier; contact: Contact } {
  const org = ctx.organisation.id;
  const supplier = {
    org,
    id: "sample",
    ref: "SUP-00000",
    name: ctx.t("en")("team:campaign.message.sample"),
    country: "VN",
    createdAt: ctx.clock.now(),
  };
  return { supplier, contact: { org, id: "sample", supplier: supplier.id, email: "name@example.com", language } };
}
