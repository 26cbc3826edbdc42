import { makeTables } from "#db/tables";
import { makeKit } from "./kit";

/** The tables in PostgreSQL as drizzle-kit reads them; each has its own name, and no schema, so that migrations fit any. */
export const tables = makeTables(makeKit());

export const {
  organisations,
  users,
  teamSessions,
  suppliers,
  supplierCounts,
  contacts,
  campaigns,
  launches,
  campaignSuppliers,
  invitations,
  links,
  attestations,
  supplierSessions,
  answers,
  drafts,
  evidence,
  declarations,
  ratings,
  mails,
  auditEvents,
} = tables;
