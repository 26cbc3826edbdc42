import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { and, asc, desc, eq, inArray, isNull, max, ne, or } from "drizzle-orm";
import { voidOf } from "#db/queries/attestations/attestation-details";
import { columnsOf } from "#db/queries/columns";
import { jobWrites } from "#db/queries/jobs/job-writes";
import type { QueryContext } from "#db/queries/query-context";
import { withoutNulls } from "#db/queries/without-nulls";
import type { Contact, Supplier } from "#db/records";
import type { Store } from "#db/store";
import type { RowPart, SupplierFilter } from "#db/supplier-table";
import { foldName } from "#terms/names";
import { filterCounts } from "./counts/filter-counts";
import { ratedWith } from "./counts/rated-with";
import { peerGroups, peerStanding } from "./counts/supplier-peers";
import { countryMedians, supplierCountries, supplierSpread } from "./counts/supplier-spread";
import { supplierWrites } from "./insert-suppliers";
import { openWork } from "./open-work";
import { rowsOf } from "./table/supplier-rows";
import { exportSuppliers, supplierIds, suppliersAfter, supplierTable } from "./table/supplier-table";

/** Keys asked for at once: far below the number of parameters that a statement may have. */
const batch = 500;

export function supplierQueries(context: QueryContext): Store["suppliers"] {
  const { tables: t, read, write, writeInSteps } = context;
  const columns = columnsOf(t);
  const suppliers = supplierWrites(context);
  const { noteProgress, finishJob } = jobWrites(context);

  async function withContacts(org: string, suppliers: readonly Supplier[]) {
    const contacts: Contact[] = [];
    for await (const ids of batches(suppliers.map(({ id }) => id))) {
      const rows = await read
        .select(columns.contact)
        .from(t.contacts)
        .where(and(eq(t.contacts.org, org), inArray(t.contacts.supplier, [...ids]), isNull(t.contacts.erasedAt)))
        .orderBy(asc(t.contacts.supplier), asc(t.contacts.position));
      contacts.push(...rows.map((row) => withoutNulls(row)));
    }
    const bySupplier = new Map<string, Contact[]>();
    for (const contact of contacts) {
      const known = bySupplier.get(contact.supplier);
      if (known) known.push(contact);
      else bySupplier.set(contact.supplier, [contact]);
    }
    return suppliers.map((supplier) => ({ supplier, contacts: bySupplier.get(supplier.id) ?? [] }));
  }

  return {
    table: (org, filter) => supplierTable(context, org, filter),
    ids: (org, filter, most) => supplierIds(context, org, filter, most),
    filterCounts: (org, filter, names) => filterCounts(context, org, filter, names),
    export: (org: string, filter: SupplierFilter, parts?: readonly RowPart[]) =>
      exportSuppliers(context, org, filter, parts),
    after: (org, filter, part) => suppliersAfter(context, org, filter, part),
    row: async (org, id) => (await rowsOf(context, org, [id]))[0],
    ratedWith: (org, filter) => ratedWith(context, org, filter),
    openWork: (org, ids) => openWork(context, org, ids),
    spread: (org) => supplierSpread(context, org),
    countries: (org) => supplierCountries(context, org),
    medians: (org, made) => countryMedians(context, org, made),
    standing: (org, supplier) => peerStanding(context, org, supplier),
    peerGroups: (org, ask) => peerGroups(context, org, ask),

    async get(org, id) {
      const rows = await read
        .select({ supplier: columns.supplier, expected: t.suppliers.expectedRisk })
        .from(t.suppliers)
        .where(and(eq(t.suppliers.org, org), eq(t.suppliers.id, id)));
      const [found] = await withContacts(
        org,
        rows.map(({ supplier }) => withoutNulls(supplier)),
      );
      return found && { ...found, expected: rows[0]?.expected ?? undefined };
    },

    async match(org, { externalIds, emails, names, ids = [], refs = [] }) {
      const found = new Map<string, Supplier>();
      const remember = (rows: readonly { [K in keyof Supplier]-?: Supplier[K] | null }[]) => {
        for (const row of rows) found.set(String(row.id), withoutNulls(row) as Supplier);
      };
      const exactly = [
        [t.suppliers.id, ids],
        [t.suppliers.ref, refs],
        [t.suppliers.externalId, externalIds],
      ] as const;
      for (const [column, all] of exactly) {
        for await (const keys of batches(all)) {
          remember(
            await read
              .select(columns.supplier)
              .from(t.suppliers)
              .where(and(eq(t.suppliers.org, org), inArray(column, [...keys]))),
          );
        }
      }
      for await (const keys of batches(emails.map((email) => email.toLowerCase()))) {
        remember(
          await read
            .selectDistinct(columns.supplier)
            .from(t.contacts)
            .innerJoin(t.suppliers, and(eq(t.suppliers.org, t.contacts.org), eq(t.suppliers.id, t.contacts.supplier)))
            .where(and(eq(t.contacts.org, org), inArray(t.contacts.emailKey, [...keys]))),
        );
      }
      const wanted = new Set(names.map(({ name, country }) => `${country} ${foldName(name)}`));
      for await (const keys of batches(names.map(({ name }) => foldName(name)))) {
        const rows = await read
          .select(columns.supplier)
          .from(t.suppliers)
          .where(and(eq(t.suppliers.org, org), inArray(t.suppliers.nameKey, [...keys])));
        remember(rows.filter(({ name, country }) => wanted.has(`${country} ${foldName(name)}`)));
      }
      return withContacts(org, [...found.values()]);
    },

    async nextNumber(org) {
      // Each side is one look into the index, which holds them apart.
      const lastOf = async (isArchived: boolean) => {
        const [row] = await read
          .select({ last: max(t.suppliers.number) })
          .from(t.suppliers)
          .where(and(eq(t.suppliers.org, org), eq(t.suppliers.isArchived, isArchived)));
        return row?.last ?? 0;
      };
      return Math.max(await lastOf(false), await lastOf(true)) + 1;
    },

    add: ({ org, added, changed, job, audit }) =>
      writeInSteps(org, async function* (tx) {
        if (job) await ("end" in job ? finishJob(tx, job.lease, job.end) : noteProgress(tx, job.lease, job.progress));
        yield audit;
        for (const one of added) {
          await suppliers.add(tx, org, one);
          yield one.audit ?? [];
        }
        for (const one of changed) {
          await suppliers.change(tx, org, one);
          yield one.audit ?? [];
        }
      }),

    saveContact: ({ contact, audit }) =>
      write(
        contact.org,
        (isChanged) => (isChanged ? [audit] : []),
        (tx) => suppliers.saveContact(tx, contact.org, contact),
      ),

    async withOtherBasis(org, { basis, most }) {
      const rows = await read
        .select(columns.supplier)
        .from(t.suppliers)
        .where(
          and(
            eq(t.suppliers.org, org),
            isNull(t.suppliers.rating),
            or(isNull(t.suppliers.expectedBasis), ne(t.suppliers.expectedBasis, basis)),
          ),
        )
        .limit(most);
      return rows.map((row) => withoutNulls(row));
    },

    expectAnew: ({ org, suppliers: anew, audit }) =>
      writeInSteps(org, async function* (tx) {
        yield audit;
        for (const one of anew) {
          await suppliers.expectAnew(tx, org, one);
          yield [];
        }
      }),

    async attestations(org, supplier) {
      const rows = await read
        .select({
          attestation: columns.attestation,
          campaign: columns.campaign,
          invitation: columns.invitation,
          voided: columns.voided,
        })
        .from(t.invitations)
        .innerJoin(
          t.attestations,
          and(eq(t.attestations.org, t.invitations.org), eq(t.attestations.invitation, t.invitations.id)),
        )
        .innerJoin(t.campaigns, and(eq(t.campaigns.org, t.invitations.org), eq(t.campaigns.id, t.invitations.campaign)))
        .leftJoin(t.voids, voidOf(t))
        .where(and(eq(t.invitations.org, org), eq(t.invitations.supplier, supplier)))
        .orderBy(desc(t.invitations.createdAt), desc(t.attestations.number));
      return rows.map(({ attestation, campaign, invitation, voided }) => ({
        attestation: withoutNulls(attestation),
        campaign: withoutNulls(campaign),
        invitation: withoutNulls(invitation),
        voided: voided ?? undefined,
      }));
    },
  };
}

/** Between two batches others have their turn: a list has up to a hundred thousand keys. */
async function* batches<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let start = 0; start < all.length; start += batch) {
    yield all.slice(start, start + batch);
    await yieldToEventLoop();
  }
}
