import { findLanguage } from "#app/i18n/languages";
import type { Message } from "#app/mail/message";
import { composeMail } from "#app/mail/write-mail";
import type { TeamContext } from "#app/services/context/contexts";
import { eventMaker } from "#app/services/context/events";
import type { Campaign, Contact, Supplier } from "#db/records";
import { changeDraft, findDraft } from "./draft";

/** Characters a reason may have: half a page, or nobody reads it. */
export const longestReason = 2_000;

/** Saves the reason by language; empty ones are left out, and English is always there. */
export async function changeReasons(
  ctx: TeamContext,
  id: string,
  reasons: Readonly<Record<string, string>>,
): Promise<boolean> {
  await findDraft(ctx, id);
  const kept = Object.entries(reasons)
    .map(([language, text]) => [language, text.trim().slice(0, longestReason)] as const)
    .filter(([language, text]) => findLanguage(language) && text !== "");
  const reason = Object.fromEntries(kept);
  if (!reason.en) return false;
  await changeDraft(ctx, eventMaker(ctx), id, { reason });
  return true;
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

/** The first of those chosen who reads this language, or an example where there is none. */
async function readerOf(ctx: TeamContext, campaign: Campaign, language: string) {
  for await (const batch of ctx.store.campaigns.chosen(ctx.organisation.id, campaign.id)) {
    for (const { supplier, contact } of batch) if (contact?.language === language) return { supplier, contact };
  }
  return sampleOf(ctx, language);
}

/** The mail a supplier who reads this language would get: one of those chosen, or an example where there is none. */
export async function previewMail(ctx: TeamContext, campaign: Campaign, language: string): Promise<Message> {
  const { supplier, contact } = await readerOf(ctx, campaign, language);
  const now = ctx.clock.now();
  const org = ctx.organisation.id;
  const facts = {
    supplier,
    contact,
    campaign,
    organisation: ctx.organisation,
    answered: 0,
    // No link exists before the launch, and a preview must not look as if one did.
    link: `${ctx.config.publicOrigin}/s/preview`,
    invitation: {
      org,
      id: "preview",
      campaign: campaign.id,
      supplier: supplier.id,
      contact: contact.id,
      generation: 1,
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
