import { makeTables } from "#db/tables";
import { kit } from "./kit";

/** The tables in SQLite; drizzle-kit reads them here, so each has its own name. */
export const tables = makeTables(kit);

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
  jobs,
  signInTries,
  requestCounts,
} = tables;
