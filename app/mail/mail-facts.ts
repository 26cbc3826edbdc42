import { Problem } from "#app/domain/problem";
import { defaultLanguage, findLanguage, type LanguageTag } from "#app/i18n/languages";
import { hasMailTexts } from "#app/i18n/texts/coverage";
import type { ServiceContext } from "#app/services/context/contexts";
import type { Campaign, Declaration, Mail, Organisation } from "#db/records";
import type { RecipientRow } from "#db/store";

/** What a mail is about, read when it is written. */
export type MailFacts = RecipientRow & {
  organisation: Organisation;
  campaign: Campaign;
  declaration?: Declaration;
  /** The supplier's own link; exists only while the mail is written. */
  link: string;
};

/** Throws Problem "not-found" when what the mail is about is gone. */
export async function mailFacts(ctx: ServiceContext, mail: Pick<Mail, "org" | "invitation">): Promise<MailFacts> {
  const recipient = await ctx.store.invitations.get(mail.org, mail.invitation);
  if (!recipient) throw new Problem("not-found");
  const { invitation, attestation } = recipient;
  const [organisation, campaign, file] = await Promise.all([
    ctx.store.organisations.get(mail.org),
    ctx.store.campaigns.get(mail.org, invitation.campaign),
    ctx.store.attestations.get(mail.org, attestation.id),
  ]);
  if (!organisation || !campaign) throw new Problem("not-found");
  const link = `${ctx.config.publicOrigin}/s/${ctx.links.tokenFor(invitation.id, invitation.generation)}`;
  return { ...recipient, organisation, campaign, declaration: file?.declaration, link };
}

/**
 * In which language a part of a mail is, and for readers of which: they differ where a language has no mail texts yet.
 * `language` is ours, `reader` what the contact reads; BCP 47 tags.
 */
export type MailPart = { language: LanguageTag; reader: LanguageTag };

/** The supplier's language first, then English; English alone, and once, where our texts are not there in it. */
export function mailParts(language: string): readonly MailPart[] {
  const reader = findLanguage(language)?.tag ?? defaultLanguage;
  if (reader === defaultLanguage || !hasMailTexts(reader)) return [{ language: defaultLanguage, reader }];
  return [
    { language: reader, reader },
    { language: defaultLanguage, reader: defaultLanguage },
  ];
}
