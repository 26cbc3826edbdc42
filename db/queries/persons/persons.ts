import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { columnsOf } from "#db/queries/columns";
import { messageReading } from "#db/queries/persons/messages/person-messages";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Store } from "#db/store";
import { contactsWithSupplier, mailsToAddress, sameAddress } from "./contact-rows";
import { atAddress, colleagueErasure, colleaguesWithSupplier } from "./erase-colleague";
import { contactErasure } from "./erase-contact";
import { userErasure } from "./erase-user";
import { personSearch } from "./find-persons";

export function personQueries(context: QueryContext): Store["persons"] {
  const { tables: t, read } = context;
  const { contacts: c } = t;
  const columns = columnsOf(t);

  return {
    find: personSearch(context),

    async contact(org, id) {
      const same = await sameAddress(context, read, org, id);
      if (same === undefined) return [];
      const rows = await contactsWithSupplier(context)
        .where(same.erasedAt === null ? same.where : and(eq(c.org, org), eq(c.id, id)))
        .orderBy(asc(t.suppliers.ref), asc(c.id));
      return rows.map(({ contact, supplier }) => ({ contact: withoutNulls(contact), supplier }));
    },

    async colleague(org, id) {
      const { colleagues: k } = t;
      const one = and(eq(k.org, org), eq(k.id, id));
      const [found] = await read.select({ email: k.email, erasedAt: k.erasedAt }).from(k).where(one);
      if (found === undefined) return [];
      const same = found.erasedAt === null ? atAddress(k, org, found.email.toLowerCase()) : one;
      const rows = await colleaguesWithSupplier(context).where(same).orderBy(asc(k.askedAt), asc(k.id));
      return rows.map(({ colleague, ...about }) => ({ colleague: withoutNulls(colleague), ...about }));
    },

    async requests(org, { contacts, most }) {
      if (contacts.length === 0) return [];
      const { id, reference, startedAt, submittedAt } = t.attestations;
      const rows = await read
        .select({
          invitation: columns.invitation,
          campaign: t.campaigns.name,
          attestation: { id, reference, startedAt, submittedAt },
        })
        .from(t.invitations)
        .innerJoin(t.campaigns, and(eq(t.campaigns.org, t.invitations.org), eq(t.campaigns.id, t.invitations.campaign)))
        .innerJoin(
          t.attestations,
          and(eq(t.attestations.org, t.invitations.org), eq(t.attestations.invitation, t.invitations.id)),
        )
        .where(and(eq(t.invitations.org, org), inArray(t.invitations.contact, [...contacts])))
        .orderBy(desc(t.invitations.createdAt), asc(t.invitations.id))
        .limit(most);
      return rows.map(({ invitation, campaign, attestation }) => ({
        invitation: withoutNulls(invitation),
        campaign,
        attestation: withoutNulls(attestation),
      }));
    },

    async mailsTo(org, { email, most }) {
      const rows = await read
        .select(columns.mail)
        .from(t.mails)
        .where(await mailsToAddress(context, read, org, email.toLowerCase()))
        .orderBy(desc(t.mails.queuedAt), asc(t.mails.id))
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },

    messages: messageReading(context),

    async erased(org) {
      const rows = await read
        .selectDistinct({ key: c.emailKey })
        .from(c)
        .where(and(eq(c.org, org), isNotNull(c.erasedAt)));
      return new Set(rows.map(({ key }) => key));
    },

    eraseContact: contactErasure(context),
    eraseColleague: colleagueErasure(context),
    eraseUser: userErasure(context),
  };
}
