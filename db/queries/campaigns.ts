import { setImmediate as othersTurn } from "node:timers/promises";
import { and, asc, count, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { AuditEvent } from "#db/audit";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { columnsOf } from "./columns";
import type { Ground } from "./ground";
import { recipientKeeper } from "./keep-recipients";
import { present, presentOrNone } from "./present";
import { funnelOf, recipientsOf } from "./recipients";
import { supplierIds } from "./supplier-table";

/** Suppliers that are read at once. */
const batch = 1_000;

export function campaignQueries(ground: Ground): Store["campaigns"] {
  const { tables: t, read, writer, write, writeInSteps } = ground;
  const columns = columnsOf(t);

  const keep = recipientKeeper(ground);

  /** Nothing is told apart from the choice itself, so each step happens in silence. */
  function* choose(
    org: string,
    campaign: string,
    suppliers: readonly string[],
  ): Generator<readonly AuditEvent[], void> {
    for (const supplier of suppliers) {
      keep.choose(org, campaign, supplier);
      yield [];
    }
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
      writeInSteps(campaign.org, function* () {
        writer.insert(t.campaigns).values(campaign).run();
        yield [audit];
        yield* choose(campaign.org, campaign.id, suppliers);
      }),

    change: ({ campaign, suppliers, audit }) =>
      writeInSteps(campaign.org, function* () {
        const { org, id, state, createdAt, launchedAt, closedAt, ...facts } = campaign;
        const { changes } = writer
          .update(t.campaigns)
          .set(facts)
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), eq(t.campaigns.state, "draft")))
          .run();
        if (changes === 0) throw new MissingError("draft campaign", id);
        yield [audit];
        if (suppliers === undefined) return;
        writer
          .delete(t.campaignSuppliers)
          .where(and(eq(t.campaignSuppliers.org, org), eq(t.campaignSuppliers.campaign, id)))
          .run();
        yield* choose(org, id, suppliers);
      }),

    async *chosen(org, id) {
      const ids = await supplierIds(ground, org, { campaign: id, sort: "ref", direction: "up", page: 1, pageSize: 1 });
      for (let start = 0; start < ids.length; start += batch) {
        const rows = read
          .select({ supplier: columns.supplier, contact: columns.contact })
          .from(t.suppliers)
          .leftJoin(
            t.contacts,
            and(
              eq(t.contacts.org, t.suppliers.org),
              eq(t.contacts.supplier, t.suppliers.id),
              eq(t.contacts.position, 1),
            ),
          )
          .where(and(eq(t.suppliers.org, org), inArray(t.suppliers.id, ids.slice(start, start + batch))))
          // By number the planner would go through all suppliers for each batch.
          .orderBy(asc(t.suppliers.id))
          .all();
        const byId = new Map(rows.map((row) => [row.supplier.id, row]));
        yield ids.slice(start, start + batch).flatMap((supplier) => {
          const row = byId.get(supplier);
          if (row === undefined) return [];
          return { supplier: present(row.supplier), contact: presentOrNone(row.contact ?? undefined) };
        });
        await othersTurn();
      }
    },

    launch: ({ org, id, launchedAt, invitations, audit }) =>
      writeInSteps(org, function* () {
        const { changes } = writer
          .update(t.campaigns)
          .set({ state: "live", launchedAt })
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), eq(t.campaigns.state, "draft")))
          .run();
        if (changes === 0) throw new MissingError("draft campaign", id);
        yield audit;
        for (const recipient of invitations) {
          keep.invite(org, id, recipient);
          yield recipient.audit ?? [];
        }
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
