import { sql } from "drizzle-orm";
import type { Actor } from "#db/audit";
import type { Kit } from "#db/database/kit";
import type { CampaignState, InvitationState, LinkState } from "#db/records";
import type { ReminderSchedule } from "#terms/mail/schedule";
import type { OrganisationTables } from "./organisations";
import type { SupplierTables } from "./suppliers/suppliers";

export function campaignTables(k: Kit, { organisations }: OrganisationTables, { suppliers, contacts }: SupplierTables) {
  const campaigns = k.table(
    "campaigns",
    {
      org: k
        .str("org")
        .notNull()
        .references(() => organisations.id),
      id: k.str("id").notNull(),
      name: k.str("name").notNull(),
      questionnaire: k.str("questionnaire").notNull(),
      version: k.int("version").notNull(),
      regimes: k.json<readonly string[]>("regimes").notNull(),
      modules: k.json<readonly string[]>("modules").notNull(),
      ruleSet: k.str("rule_set").notNull(),
      edition: k.str("edition").notNull(),
      dueAt: k.time("due_at").notNull(),
      zone: k.str("zone").notNull(),
      reason: k.json<Readonly<Record<string, string>>>("reason").notNull(),
      /** Empty for those that were launched before it was asked, and for drafts. */
      offered: k.json<readonly string[]>("offered"),
      /** Whether a supplier may see what its answers came to; empty for those of before it was asked, which do not show it. */
      sharesResults: k.bool("shares_results"),
      /** When suppliers are reminded; empty: never. */
      schedule: k.json<ReminderSchedule>("schedule"),
      state: k.word<CampaignState>("state").notNull(),
      createdAt: k.time("created_at").notNull(),
      launchedAt: k.time("launched_at"),
      closedAt: k.time("closed_at"),
    },
    (t) => [k.primaryKey({ columns: [t.org, t.id] }), k.index("campaigns_created").on(t.org, t.createdAt)],
  );

  /** Who is invited by a launch stands in `campaign_suppliers`; this says whether all of them are, and what they are promised. */
  const launches = k.table(
    "launches",
    {
      org: k.str("org").notNull(),
      campaign: k.str("campaign").notNull(),
      /** Who launched it: the invitations are theirs, whenever they are made. */
      actor: k.json<Actor>("actor").notNull(),
      /** How many it was to invite when it began. */
      invitations: k.int("invitations").notNull(),
      /** Until when the links work. */
      expiresAt: k.time("expires_at").notNull(),
      /** Empty while there is somebody left to invite. */
      endedAt: k.time("ended_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.campaign] }),
      k.foreignKey({ columns: [t.org, t.campaign], foreignColumns: [campaigns.org, campaigns.id] }),
    ],
  );

  const campaignSuppliers = k.table(
    "campaign_suppliers",
    { org: k.str("org").notNull(), campaign: k.str("campaign").notNull(), supplier: k.str("supplier").notNull() },
    (t) => [
      k.primaryKey({ columns: [t.org, t.campaign, t.supplier] }),
      k.foreignKey({ columns: [t.org, t.campaign], foreignColumns: [campaigns.org, campaigns.id] }),
      k.foreignKey({ columns: [t.org, t.supplier], foreignColumns: [suppliers.org, suppliers.id] }),
    ],
  );

  const invitations = k.table(
    "invitations",
    {
      org: k.str("org").notNull(),
      id: k.str("id").notNull(),
      campaign: k.str("campaign").notNull(),
      supplier: k.str("supplier").notNull(),
      contact: k.str("contact").notNull(),
      generation: k.int("generation").notNull(),
      state: k.word<InvitationState>("state").notNull(),
      expiresAt: k.time("expires_at").notNull(),
      unsubscribedAt: k.time("unsubscribed_at"),
      /** What whoever declined chose, and whom they named; never in the trail, which nobody can take it out of. */
      declinedReason: k.str("declined_reason"),
      declinedHint: k.str("declined_hint"),
      createdAt: k.time("created_at").notNull(),
      /** The newest mail, and when a mail first left for the supplier. */
      lastMail: k.str("last_mail"),
      deliveredAt: k.time("delivered_at"),
      /** The supplier's number, which never changes: recipients are listed by it. */
      number: k.int("number").notNull().default(0),
      /** 0 where it invites to the campaign; counts up where the supplier is asked again about what it signed. */
      correction: k.int("correction").notNull().default(0),
      /** When one looks next whether to remind; empty: never again. */
      remindAt: k.time("remind_at"),
      /** How many reminders there were; empty: none. */
      round: k.int("round"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.id] }),
      k.uniqueIndex("invitations_once").on(t.org, t.campaign, t.supplier, t.correction),
      k.index("invitations_supplier").on(t.org, t.supplier),
      // Of those that are reminded alone: a launch of others does not pay for it.
      k.index("invitations_remind").on(t.org, t.campaign, t.remindAt).where(sql`remind_at is not null`),
      k.index("invitations_reminded").on(t.org, t.campaign, t.round).where(sql`round is not null`),
      // Holds all that the funnel counts, in the order in which recipients are listed.
      k
        .index("invitations_listed")
        .on(
          t.org,
          t.campaign,
          t.number,
          t.id,
          t.state,
          t.expiresAt,
          t.createdAt,
          t.deliveredAt,
          t.lastMail,
          t.unsubscribedAt,
          t.correction,
        ),
      k.foreignKey({ columns: [t.org, t.campaign], foreignColumns: [campaigns.org, campaigns.id] }),
      k.foreignKey({ columns: [t.org, t.supplier], foreignColumns: [suppliers.org, suppliers.id] }),
      k.foreignKey({ columns: [t.org, t.contact], foreignColumns: [contacts.org, contacts.id] }),
    ],
  );

  const links = k.table(
    "links",
    {
      org: k.str("org").notNull(),
      invitation: k.str("invitation").notNull(),
      generation: k.int("generation").notNull(),
      tokenHash: k.str("token_hash").notNull(),
      state: k.word<LinkState>("state").notNull(),
      changedAt: k.time("changed_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.org, t.invitation, t.generation] }),
      // Not led by the organisation: the token is all that a visitor brings.
      k.uniqueIndex("links_by_token").on(t.tokenHash),
      k.foreignKey({ columns: [t.org, t.invitation], foreignColumns: [invitations.org, invitations.id] }),
    ],
  );

  return { campaigns, launches, campaignSuppliers, invitations, links };
}

export type CampaignTables = ReturnType<typeof campaignTables>;
