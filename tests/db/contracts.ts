import { describe } from "vitest";
import type { Store } from "#db/store";
import { accountsContract } from "./accounts.contract";
import { actionsContract } from "./actions.contract";
import { apiKeysContract } from "./api-keys.contract";
import { approvalsContract } from "./approvals.contract";
import { attestationsContract } from "./attestations.contract";
import { colleaguesContract } from "./colleagues.contract";
import { contactsContract } from "./contacts.contract";
import { helpContract } from "./help-messages.contract";
import { inboundMailsContract } from "./inbound-mails.contract";
import { jobsContract } from "./jobs.contract";
import { limitsContract } from "./limits.contract";
import { mailsContract } from "./mails.contract";
import { organisationsContract } from "./organisations.contract";
import { ownRulesContract } from "./own-rules.contract";
import { personsContract } from "./persons.contract";
import { remindersContract } from "./reminders.contract";
import { removalContract } from "./retention/removal.contract";
import { retentionContract } from "./retention/retention.contract";
import { returnsContract } from "./returns.contract";
import { reviewsContract } from "./reviews/reviews.contract";
import { signingCodesContract } from "./signing-codes.contract";
import { storeContract } from "./store.contract";
import { describedEvidenceContract } from "./suppliers/described-evidence.contract";
import { findingsContract } from "./suppliers/findings.contract";
import { keptApartContract } from "./suppliers/kept-apart.contract";
import { marksContract } from "./suppliers/marks.contract";
import { peersContract } from "./suppliers/peers.contract";
import { picturesContract } from "./suppliers/pictures.contract";
import { savedViewsContract } from "./suppliers/saved-views.contract";
import { supplierTableContract } from "./suppliers/supplier-table.contract";
import { voidsContract } from "./suppliers/voids.contract";
import { upkeepContract } from "./upkeep.contract";

const contracts = [
  storeContract,
  attestationsContract,
  colleaguesContract,
  findingsContract,
  helpContract,
  actionsContract,
  approvalsContract,
  returnsContract,
  accountsContract,
  picturesContract,
  supplierTableContract,
  organisationsContract,
  contactsContract,
  jobsContract,
  limitsContract,
  mailsContract,
  inboundMailsContract,
  remindersContract,
  signingCodesContract,
  ownRulesContract,
  apiKeysContract,
  marksContract,
  savedViewsContract,
  personsContract,
  keptApartContract,
  describedEvidenceContract,
  peersContract,
  voidsContract,
  reviewsContract,
  upkeepContract,
  retentionContract,
  removalContract,
];

/**
 * All that a store must do, on any database. Each contract stands in a block of its own: what one of them opens before its
 * tests would otherwise be opened before those of all others too.
 */
export function everyContract(open: () => Promise<Store>): void {
  for (const contract of contracts) describe(contract.name, () => contract(open));
}
