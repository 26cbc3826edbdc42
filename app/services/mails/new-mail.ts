import type { ServiceContext } from "#app/services/context/contexts";
import type { Contact, Mail } from "#db/records";
import type { NewMail } from "#db/store";

type About = Pick<Mail, "org" | "id" | "kind" | "invitation" | "colleague" | "help"> & {
  readonly contact: Pick<Contact, "email" | "language">;
  readonly at: Date;
};

/** A mail as it joins the outbox: to be sent at once, with the RFC 5322 Message-ID that every copy of it will carry. */
export function newMail(ctx: ServiceContext, { contact, at, ...mail }: About): NewMail {
  return {
    ...mail,
    to: contact.email,
    language: contact.language,
    messageId: `<${mail.id}@${new URL(ctx.config.publicOrigin).hostname}>`,
    queuedAt: at,
  };
}
