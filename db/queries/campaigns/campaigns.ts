import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { and, asc, count, desc, eq, exists, inArray, isNotNull, isNull, max, sql } from "drizzle-orm";
import type { AuditEvent } from "#db/audit";
import type { Transaction } from "#db/database/transaction";
import { MissingError } from "#db/errors";
import { voidOf } from "#db/queries/attestations/attestation-details";
import { columnsOf } from "#db/queries/columns";
import type { QueryContext } from "#db/queries/query-context";
import { membersOf } from "#db/queries/suppliers/comparisons";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Campaign } from "#db/records";
import type { Store } from "#db/store";
import { campaignCoverage } from "./coverage";
import { chosenSupplierInserts } from "./insert-recipients";
import { funnelOf, recipientsOf } from "./recipients";

/** Suppliers that are read at once. */
const batch = 1_000;

export function campaignQueries(context: QueryContext): Store["campaigns"] {
  const { tables: t, read, write, writeInSteps, dialect } = context;
  const columns = columnsOf(t);

  const insertChosen = chosenSupplierInserts(context);

  /** No supplier has an event of its own here: the choice as a whole has one. */
  async function* choose(
    tx: Transaction,
    org: string,
    campaign: string,
    suppliers: readonly string[],
  ): AsyncGenerator<readonly AuditEvent[], void> {
    for (const supplier of suppliers) {
      await insertChosen(tx, { org, campaign, supplier });
      yield [];
    }
  }

  type Place = { readonly isArchived: boolean; readonly number: number; readonly supplier: string };
  /** The next batch of who is asked; one after the other, so that a hundred thousand never stand in memory. */
  async function chosenAfter(org: string, campaign: string, last?: Place): Promise<readonly Place[]> {
    const { isArchived, number, id } = t.suppliers;
    const member = read
      .select({ one: sql`1` })
      .from(t.campaignSuppliers)
      .where(and(membersOf(t, org, campaign), eq(t.campaignSuppliers.supplier, id)));
    return read
      .select({
        isArchived: sql`${isArchived}`.mapWith(isArchived),
        number: sql`${number}`.mapWith(number),
        supplier: sql`${id}`.mapWith(id),
      })
      .from(dialect.suppliersBy(t, "ref"))
      .where(
        and(
          eq(t.suppliers.org, org),
          last &&
            sql`(${isArchived}, ${number}, ${id}) > (${sql.param(last.isArchived, isArchived)}, ${sql.param(last.number, number)}, ${sql.param(last.supplier, id)})`,
          exists(member),
        ),
      )
      .orderBy(asc(isArchived), asc(number), asc(id))
      .limit(batch);
  }

  async function all(org: string): Promise<readonly Campaign[]> {
    const rows = await read
      .select(columns.campaign)
      .from(t.campaigns)
      .where(eq(t.campaigns.org, org))
      .orderBy(desc(t.campaigns.createdAt), desc(t.campaigns.id));
    return rows.map((row) => withoutNulls(row));
  }

  return {
    all,

    async list(org) {
      const campaigns = await all(org);
      const chosen = await read
        .select({ campaign: t.campaignSuppliers.campaign, suppliers: count() })
        .from(t.campaignSuppliers)
        .where(eq(t.campaignSuppliers.org, org))
        .groupBy(t.campaignSuppliers.campaign);
      const invited = await read
        .select({
          campaign: t.invitations.campaign,
          recipients: count(),
          submitted:
            sql`count(*) filter (where ${and(isNotNull(t.attestations.submittedAt), isNull(t.voids.attestation))})`.mapWith(
              Number,
            ),
        })
        .from(t.invitations)
        .innerJoin(
          t.attestations,
          and(eq(t.attestations.org, t.invitations.org), eq(t.attestations.invitation, t.invitations.id)),
        )
        .leftJoin(t.voids, voidOf(t))
        .where(and(eq(t.invitations.org, org), eq(t.invitations.correction, 0)))
        .groupBy(t.invitations.campaign);
      const chosenFor = new Map(chosen.map((row) => [row.campaign, row.suppliers]));
      const invitedTo = new Map(invited.map((row) => [row.campaign, row]));
      return campaigns.map((campaign) => {
        const counts = invitedTo.get(campaign.id);
        const recipients = campaign.state === "draft" ? chosenFor.get(campaign.id) : counts?.recipients;
        return { ...campaign, recipients: recipients ?? 0, submitted: counts?.submitted ?? 0 };
      });
    },

    coverage: (org) => campaignCoverage(context, org),

    async get(org, id) {
      const [row] = await read
        .select(columns.campaign)
        .from(t.campaigns)
        .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id)));
      return row && withoutNulls(row);
    },

    create: ({ campaign, suppliers, audit }) =>
      writeInSteps(campaign.org, async function* (tx) {
        await tx.insert(t.campaigns).values(campaign);
        yield [audit];
        yield* choose(tx, campaign.org, campaign.id, suppliers);
      }),

    change: ({ campaign, suppliers, audit }) =>
      writeInSteps(campaign.org, async function* (tx) {
        const { org, id, state, createdAt, launchedAt, closedAt, offered, sharesResults, schedule, ...facts } =
          campaign;
        const [changed] = await tx
          .update(t.campaigns)
          .set(facts)
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), eq(t.campaigns.state, "draft")))
          .returning({ id: t.campaigns.id });
        if (changed === undefined) throw new MissingError("draft campaign", id);
        yield [audit];
        if (suppliers === undefined) return;
        await tx
          .delete(t.campaignSuppliers)
          .where(and(eq(t.campaignSuppliers.org, org), eq(t.campaignSuppliers.campaign, id)));
        yield* choose(tx, org, id, suppliers);
      }),

    shareResults: ({ org, id, shares, audit }) =>
      write(org, audit, async (tx) => {
        const [changed] = await tx
          .update(t.campaigns)
          .set({ sharesResults: shares })
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id)))
          .returning({ id: t.campaigns.id });
        if (changed === undefined) throw new MissingError("campaign", id);
      }),

    async *chosen(org, id) {
      for (let page = await chosenAfter(org, id); page.length > 0; page = await chosenAfter(org, id, page.at(-1))) {
        const rows = await read
          .select({ supplier: columns.supplier, contact: columns.contact, invitation: t.invitations.id })
          .from(t.suppliers)
          .leftJoin(
            t.contacts,
            and(
              eq(t.contacts.org, t.suppliers.org),
              eq(t.contacts.supplier, t.suppliers.id),
              eq(t.contacts.position, 1),
            ),
          )
          .leftJoin(
            t.invitations,
            and(
              eq(t.invitations.org, t.suppliers.org),
              eq(t.invitations.campaign, id),
              eq(t.invitations.supplier, t.suppliers.id),
              eq(t.invitations.correction, 0),
            ),
          )
          .where(
            and(
              eq(t.suppliers.org, org),
              inArray(
                t.suppliers.id,
                page.map(({ supplier }) => supplier),
              ),
            ),
          )
          // By number the planner would go through all suppliers for each batch.
          .orderBy(asc(t.suppliers.id));
        const byId = new Map(rows.map((row) => [row.supplier.id, row]));
        yield page.flatMap(({ supplier }) => {
          const row = byId.get(supplier);
          if (row === undefined) return [];
          const contact = withoutNulls(row.contact ?? undefined);
          return { supplier: withoutNulls(row.supplier), contact, invited: row.invitation !== null };
        });
        await yieldToEventLoop();
      }
    },

    close: ({ org, id, closedAt, audit }) =>
      write(org, audit, async (tx) => {
        const [closed] = await tx
          .update(t.campaigns)
          .set({ state: "closed", closedAt })
          .where(and(eq(t.campaigns.org, org), eq(t.campaigns.id, id), eq(t.campaigns.state, "live")))
          .returning({ id: t.campaigns.id });
        if (closed === undefined) throw new MissingError("live campaign", id);
        await tx
          .update(t.launches)
          .set({ endedAt: closedAt })
          .where(and(eq(t.launches.org, org), eq(t.launches.campaign, id), isNull(t.launches.endedAt)));
      }),

    async nextReference() {
      const [row] = await read.select({ last: max(t.attestations.number) }).from(t.attestations);
      return (row?.last ?? 0) + 1;
    },

    recipients: (org, id, filter) => recipientsOf(context, org, id, filter),
    funnel: (org, id, now) => funnelOf(context, org, id, now),
  };
}
