import { findLanguage } from "#app/i18n/languages";
import { Problem } from "#app/problem";
import type { ServiceContext } from "#app/services/context";
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

/** The supplier's language first, then English, once. */
export function mailLanguages(language: string): readonly { tag: string; dir: "ltr" | "rtl" }[] {
  const own = findLanguage(language);
  const tags = own && own.tag !== "en" ? [own.tag, "en"] : ["en"];
  return tags.map((tag) => ({ tag, dir: findLanguage(tag)?.dir ?? "ltr" }));
}
