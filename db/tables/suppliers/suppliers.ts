import { sql } from "drizzle-orm";
import type { Kit } from "#db/database/kit";
import type { OrganisationTables } from "#db/tables/organisations";
import type { ExpectedRisk } from "#scoring/inherent/expected-risk";
import { supplierSorts } from "#terms/suppliers/supplier-sorts";
import { indexColumns, indexNames } from "./supplier-indexes";

export function supplierTables(k: Kit, { organisations }: OrganisationTables) {
  const suppliers = k.table(
    "suppliers",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      id: k.str("id").notNull(),
      ref: k.str("ref").notNull(),
      /** The digits of `ref`: `SUP-100000` comes after `SUP-99999`. Breaks every tie of a sort. */
      number: k.int("number").notNull(),
      name: k.str("name").notNull(),
      country: k.str("country").notNull(),
      place: k.str("place"),
      externalId: k.str("external_id"),
      createdAt: k.time("created_at").notNull(),
      /** Folded name, for recognising a supplier at import. */
      nameKey: k.str("name_key").notNull(),
      /** Folded name, ref, place and buyer's number, one a line: sorts by name and is searched. */
      search: k.str("search").notNull(),
      /** Folded names and addresses of its contacts, one a line; null without any. Erasing one takes them out. */
      contactSearch: k.str("contact_search"),

      // What the table shows as country tiers: of the sites that the newest rating was made of; before there is one, of what
      // the buyer knows.
      tiers: k.json<readonly { readonly country: string; readonly tier: string }[]>("tiers"),
      /** The distinct tiers between bars, `|2W|3|`, so that one can be looked for. */
      tierSet: k.str("tier_set"),
      /** The countries of `tiers` that are not the supplier's own, between bars, `|MM|PT|`; null without any. */
      siteCountries: k.str("site_countries"),

      /** Id of the user who looks after it. */
      owner: k.str("owner"),
      /** The tags that the team put on it between bars, `|2|17|`; null without any. */
      tagSet: k.str("tag_set"),

      /** Whether the team put it aside: the first thing that every index asks, so that neither side reads the other. */
      isArchived: k.bool("is_archived").notNull().default(false),
      archivedAt: k.time("archived_at"),
      /** Id of the user who did. */
      archivedBy: k.str("archived_by"),

      // What is expected before there is a rating, and null from then on: the two never stand in one ranking. Written with
      // the supplier, and anew when rules or countries are published.
      expected: k.real("expected"),
      /** Rank in `bands`, 0 is low. */
      expectedBand: k.int("expected_band"),
      expectedRisk: k.json<ExpectedRisk>("expected_risk"),
      /** Names the rules and lists that it was made from: what is not made from the newest is made anew. */
      expectedBasis: k.str("expected_basis"),

      // The newest rating as the table shows it: all of these are null until there is one. Written by the rating's own write.
      /** Rank in `bands`, 0 is low. */
      band: k.int("band"),
      score: k.real("score"),
      floor: k.bool("floor"),
      /** Whether the floor holds the band above what the score says. */
      held: k.bool("held"),
      confidence: k.real("confidence"),
      driverCode: k.str("driver_code"),
      driverRule: k.str("driver_rule"),
      driverPoints: k.real("driver_points"),
      driverFloor: k.bool("driver_floor"),
      /** Rank in `dprkStates`, 0 is the best. */
      dprk: k.int("dprk"),
      disclosed: k.bool("disclosed"),
      change: k.real("change"),
      previousBand: k.int("previous_band"),
      signedAt: k.time("signed_at"),
      attestation: k.str("attestation"),
      rating: k.str("rating"),
      /** Id and version, `forced-labour@1`. */
      questionnaire: k.str("questionnaire"),
      ruleSet: k.str("rule_set"),
      edition: k.str("edition"),
      /** HS chapter or kind of service of its first product, as the rating has it; null where that is not known. */
      sector: k.str("sector"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("suppliers_ref").on(t.org, t.ref),
      k.uniqueIndex("suppliers_external_id").on(t.org, t.externalId),
      k.index("suppliers_name_key").on(t.org, t.nameKey, t.country),
      // Few have sites abroad: a filter of countries looks only those up besides what the country column answers.
      k
        .index("suppliers_site_countries")
        .on(t.org, t.isArchived, t.siteCountries, t.country, t.band)
        .where(sql`site_countries is not null`),
      // Where a score stands among others of its country and sector, without reading their rows.
      k
        .index("suppliers_peers")
        .on(t.org, t.isArchived, t.ruleSet, t.edition, t.country, t.sector, t.score, t.band)
        .where(sql`score is not null`),
      // Tells whether all ratings were made by one rule set and edition.
      k.index("suppliers_by_rules").on(t.org, t.isArchived, t.ruleSet, t.edition),
      // One index for each way to sort, each holding all that can be filtered by: a page is found without reading the
      // table, and only its rows are read (100,000 suppliers: see tests/bench).
      ...supplierSorts.map((sort) =>
        k
          .index(indexNames[sort])
          .on(t.org, t.isArchived, ...indexColumns(sort, { longTexts: k.indexesLongTexts }).map((column) => t[column])),
      ),
    ],
  );

  /** How many suppliers each band holds that are not archived, and how many are: kept by triggers, so that neither a page of the table nor its total goes through all. */
  const supplierCounts = k.table(
    "supplier_counts",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      /** Rank in `bands`; -1 for those without a rating, -2 for the archived ones. */
      band: k.int("band").notNull(),
      suppliers: k.int("suppliers").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.org, t.band] })],
  );

  /** What suppliers can be tagged with. */
  const tags = k.table(
    "tags",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      /** Counts those of an organisation, from 1: short, because every index of suppliers carries it. */
      number: k.int("number").notNull(),
      name: k.str("name").notNull(),
      /** Folded name: the same tag is not made twice. */
      nameKey: k.str("name_key").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.org, t.number] }), k.uniqueIndex("tags_name").on(t.org, t.nameKey)],
  );

  const contacts = k.table(
    "contacts",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      supplier: k.str("supplier").notNull(),
      /** Order of arrival; the first one is written to. */
      position: k.int("position").notNull(),
      name: k.str("name"),
      email: k.str("email").notNull(),
      /** Lower case, for recognising. */
      emailKey: k.str("email_key").notNull(),
      language: k.str("language").notNull(),
      /** When name and address were taken away for good; the id stays, because the record points at it. */
      erasedAt: k.time("erased_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("contacts_position").on(t.org, t.supplier, t.position),
      k.index("contacts_email").on(t.org, t.emailKey),
      k.foreignKey({ columns: [t.org, t.supplier], foreignColumns: [suppliers.org, suppliers.id] }),
    ],
  );

  return { suppliers, supplierCounts, tags, contacts };
}

export type SupplierTables = ReturnType<typeof supplierTables>;
