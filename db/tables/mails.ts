import type { Kit } from "#db/database/kit";
import type { Mail, MailState } from "#db/records";
import type { CampaignTables } from "./campaigns";

export function mailTables(k: Kit, { invitations }: CampaignTables) {
  const mails = k.table(
    "mails",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      kind: k.word<Mail["kind"]>("kind").notNull(),
      invitation: k.str("invitation").notNull(),
      to: k.str("recipient").notNull(),
      language: k.str("language").notNull(),
      messageId: k.str("message_id").notNull(),
      state: k.word<MailState>("state").notNull(),
      attempts: k.int("attempts").notNull(),
      queuedAt: k.time("queued_at").notNull(),
      sentAt: k.time("sent_at"),
      lastError: k.str("last_error"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      // Not led by the organisation: a mail server sees them all.
      k.uniqueIndex("mails_message_id").on(t.messageId),
      k.index("mails_queued").on(t.org, t.queuedAt),
      k.foreignKey({ columns: [t.org, t.invitation], foreignColumns: [invitations.org, invitations.id] }),
    ],
  );
  return { mails };
}
