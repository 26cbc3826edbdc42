import { and, asc, count, desc, eq, max, sql } from "drizzle-orm";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { columnsOf } from "./columns";
import type { Ground } from "./ground";
import { queueMail } from "./mails";
import { present } from "./present";
import { funnelOf, recipientsOf } from "./recipients";

export function campaignQueries(ground: Ground): Store["campaigns"] {
  const { tables: t, read, writer, write } = ground;
  const columns = columnsOf(t);

  function choose(org: string, campaign: string, suppliers: Iterable<string>): void {
    for (const supplier of suppliers)
      writer.insert(t.campaignSuppliers).values({ org, campaign, supplier }).onConflictDoNothing().run();
  }

  return {
    async list(org) {
      const campaigns = await read
        .select(columns.campaign)
        .from(t.campaigns)
        .where(eq(t.campaigns.org, org))
        .orderBy(desc(t.campaigns.createdAt), desc(t.campaigns.id));
      const chosen = await read
        .select({ campaign: t.campaignSuppliers.campaign, suppliers: count() })
        .from(t.campaignSuppliers)
        .where(eq(t.campaignSuppliers.org, org))
        .groupBy(t.campaignSuppliers.campaign);
      const invited = await read
        .select({
          campaign: t.invitations.campaign,
          recipients: count(),
          submitted: sql`sum(${t.attestations.state} = 'submitted')`.mapWith(Number),
        })
        .from(t.invitations)
        .innerJoin(
          t.attestations,
          and(eq(t.attestations.org, t.invitations.org), eq(t.attestations.invitation, t.invitations.id)),
        )
        .where(eq(t.invitations.org, org))
        .groupBy(t.invitations.campaign);
      const chosenFor = new Map(chosen.map((row) => [row.campaign, row.suppliers]));
      const invitedTo = new Map(invited.map((row) => [row.campaign, row]));
      return campaigns.map((campaign) => {
        const counts = invitedTo.get(campaign.id);
        const recipients = campaign.state === "draft" ? chosenFor.get(campaign.id) : counts?.recipients;
        return { ...present(campaign), recipients: recipients ?? 0, submitted: counts?.submitted ?? 0 };
      });
    },

    async get(org, id) {
      const [row] = await read
        .select(columns.campaign)
        .from(t.campaigns)
        .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id)));
      return row && present(row);
    },

    create: ({ campaign, suppliers, audit }) =>
      write(campaign.org, audit, () => {
        writer.insert(t.campaigns).values(campaign).run();
        choose(campaign.org, campaign.id, suppliers);
      }),

    change: ({ campaign, suppliers, audit }) =>
      write(campaign.org, audit, () => {
        const { org, id, state, createdAt, launchedAt, closedAt, ...facts } = campaign;
        const { changes } = writer
          .update(t.campaigns)
          .set(facts)
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), eq(t.campaigns.state, "draft")))
          .run();
        if (changes === 0) throw new MissingError("draft campaign", id);
        if (suppliers === undefined) return;
        writer
          .delete(t.campaignSuppliers)
          .where(and(eq(t.campaignSuppliers.org, org), eq(t.campaignSuppliers.campaign, id)))
          .run();
        choose(org, id, suppliers);
      }),

    async chosen(org, id) {
      const rows = await read
        .select({ supplier: columns.supplier, contact: columns.contact })
        .from(t.campaignSuppliers)
        .innerJoin(
          t.suppliers,
          and(eq(t.suppliers.org, t.campaignSuppliers.org), eq(t.suppliers.id, t.campaignSuppliers.supplier)),
        )
        .leftJoin(
          t.contacts,
          and(eq(t.contacts.org, t.suppliers.org), eq(t.contacts.supplier, t.suppliers.id), eq(t.contacts.position, 1)),
        )
        .where(and(eq(t.campaignSuppliers.org, org), eq(t.campaignSuppliers.campaign, id)))
        .orderBy(asc(t.suppliers.number));
      return rows.map(({ supplier, contact }) => ({
        supplier: present(supplier),
        contact: contact === null ? undefined : present(contact),
      }));
    },

    launch: ({ org, id, launchedAt, invitations, audit }) =>
      write(org, audit, () => {
        const { changes } = writer
          .update(t.campaigns)
          .set({ state: "live", launchedAt })
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), eq(t.campaigns.state, "draft")))
          .run();
        if (changes === 0) throw new MissingError("draft campaign", id);
        for (const { invitation, attestation, mail } of invitations) {
          const { tokenHash, ...facts } = invitation;
          writer
            .insert(t.invitations)
            .values({ ...facts, org, campaign: id, state: "invited" })
            .run();
          writer
            .insert(t.links)
            .values({ org, invitation: facts.id, generation: facts.generation, tokenHash, state: "active" })
            .run();
          writer
            .insert(t.attestations)
            .values({
              ...attestation,
              org,
              invitation: facts.id,
              number: Number(/\d+$/.exec(attestation.reference)?.[0] ?? 0),
            })
            .run();
          queueMail(ground, { ...mail, org, invitation: facts.id });
        }
        choose(
          org,
          id,
          invitations.map(({ invitation }) => invitation.supplier),
        );
      }),

    close: ({ org, id, closedAt, audit }) =>
      write(org, audit, () => {
        const { changes } = writer
          .update(t.campaigns)
          .set({ state: "closed", closedAt })
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), eq(t.campaigns.state, "live")))
          .run();
        if (changes === 0) throw new MissingError("live campaign", id);
      }),

    async nextReference() {
      const [row] = await read.select({ last: max(t.attestations.number) }).from(t.attestations);
      return (row?.last ?? 0) + 1;
    },

    recipients: (org, id, filter) => recipientsOf(ground, org, id, filter),
    funnel: (org, id, now) => funnelOf(ground, org, id, now),
  };
}
