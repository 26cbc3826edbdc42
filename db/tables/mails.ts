import { sql } from "drizzle-orm";
import type { Kit } from "#db/database/kit";
import type { Mail, MailHold, MailState } from "#db/records";
import type { AttestationTables } from "./attestations";
import type { CampaignTables } from "./campaigns";

export function mailTables(k: Kit, { invitations }: CampaignTables, { attestations }: AttestationTables) {
  const mails = k.table(
    "mails",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      kind: k.word<Mail["kind"]>("kind").notNull(),
      invitation: k.str("invitation").notNull(),
      /** Whom the supplier asked, where the mail goes to them. */
      colleague: k.str("colleague"),
      /** The message of a help thread that it tells of. */
      help: k.str("help"),
      to: k.str("recipient").notNull(),
      language: k.str("language").notNull(),
      messageId: k.str("message_id").notNull(),
      state: k.word<MailState>("state").notNull(),
      attempts: k.int("attempts").notNull(),
      queuedAt: k.time("queued_at").notNull(),
      sentAt: k.time("sent_at"),
      lastError: k.str("last_error"),
      /** Which reminder it is, from 1; of reminders alone. */
      round: k.int("round"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      // Not led by the organisation: a mail server sees them all.
      k.uniqueIndex("mails_message_id").on(t.messageId),
      // Whatever dies or runs twice, nobody gets a reminder two times.
      k.uniqueIndex("mails_round").on(t.org, t.invitation, t.kind, t.round).where(sql`round is not null`),
      k.index("mails_queued").on(t.org, t.queuedAt),
      k.index("mails_invitation").on(t.org, t.invitation, t.queuedAt, t.id),
      k.foreignKey({ columns: [t.org, t.invitation], foreignColumns: [invitations.org, invitations.id] }),
    ],
  );

  const mailHolds = k.table(
    "mail_holds",
    {
      /** Always 1: there is one mail server. */
      id: k.int("id").notNull(),
      trouble: k.word<MailHold["trouble"]>("trouble").notNull(),
      said: k.str("said").notNull(),
      since: k.time("since").notNull(),
      tries: k.int("tries").notNull(),
      dueAt: k.time("due_at").notNull(),
      /** While somebody tries: when that has gone wrong at the latest. */
      tryingUntil: k.time("trying_until"),
      refused: k.json<readonly string[]>("refused").notNull(),
      endedAt: k.time("ended_at"),
    },
    // Not led by the organisation: all of them send by one mail server.
    (t) => [k.uniqueIndex("mail_holds_one").on(t.id)],
  );

  /** Codes that were asked for to confirm a signature. The code itself is kept nowhere: it is derived when its mail is written. */
  const signingCodes = k.table(
    "signing_codes",
    {
      org: k.str("org").notNull(),
      attestation: k.str("attestation").notNull(),
      /** The mail that brings it, which may be cleared before it. */
      mail: k.str("mail").notNull(),
      revision: k.int("revision").notNull(),
      statementHash: k.str("statement_hash").notNull(),
      askedAt: k.time("asked_at").notNull(),
      /** How many wrong codes were typed for it. */
      tries: k.int("tries").notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.mail] }),
      k.index("signing_codes_newest").on(t.org, t.attestation, t.askedAt),
      k.foreignKey({ columns: [t.org, t.attestation], foreignColumns: [attestations.org, attestations.id] }),
    ],
  );

  return { mails, mailHolds, signingCodes };
}
