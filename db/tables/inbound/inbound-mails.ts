import type { Kit } from "#db/database/kit";
import type { ContactState, InboundMail } from "#db/records";
import type { CampaignTables } from "#db/tables/campaigns";
import type { SupplierTables } from "#db/tables/suppliers/suppliers";

/** Messages that came in, and what they told of the addresses of contacts. */
export function inboundTables(k: Kit, { contacts }: SupplierTables, { invitations }: CampaignTables) {
  const inboundMails = k.table(
    "inbound_mails",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      /** SHA-256 of the message without what is added on its ways: the same by two ways is one. */
      key: k.str("message_key").notNull(),
      way: k.word<InboundMail["way"]>("way").notNull(),
      receivedAt: k.time("received_at").notNull(),
      what: k.word<InboundMail["what"]>("what").notNull(),
      status: k.str("status"),
      said: k.str("said").notNull(),
      from: k.str("sender").notNull(),
      subject: k.str("subject").notNull(),
      /** The mail of ours that it is about, and whose it was; null where it names none. */
      mail: k.str("mail"),
      invitation: k.str("invitation"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("inbound_mails_once").on(t.org, t.key),
      k.index("inbound_mails_newest").on(t.org, t.receivedAt, t.id),
      k.index("inbound_mails_mail").on(t.org, t.mail),
      k.foreignKey({ columns: [t.org, t.invitation], foreignColumns: [invitations.org, invitations.id] }),
    ],
  );

  const contactStates = k.table(
    "contact_states",
    {
      org: k.str("org").notNull(),
      /** The message that told of it. */
      inbound: k.str("inbound").notNull(),
      contact: k.str("contact").notNull(),
      /** In lower case: another address of the same contact is another matter. */
      address: k.str("address").notNull(),
      state: k.word<ContactState["state"]>("state").notNull(),
      status: k.str("status"),
      said: k.str("said").notNull(),
      since: k.time("since").notNull(),
      /** When somebody said that the address works. */
      endedAt: k.time("ended_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.inbound] }),
      k.index("contact_states_contact").on(t.org, t.contact, t.address),
      k.foreignKey({ columns: [t.org, t.inbound], foreignColumns: [inboundMails.org, inboundMails.id] }),
      k.foreignKey({ columns: [t.org, t.contact], foreignColumns: [contacts.org, contacts.id] }),
    ],
  );

  return { inboundMails, contactStates };
}
