import { describe } from "vitest";
import { accountsContract } from "#tests/db/accounts.contract";
import { attestationsContract } from "#tests/db/attestations.contract";
import { contactsContract } from "#tests/db/contacts.contract";
import { jobsContract } from "#tests/db/jobs.contract";
import { limitsContract } from "#tests/db/limits.contract";
import { mailsContract } from "#tests/db/mails.contract";
import { organisationsContract } from "#tests/db/organisations.contract";
import { removalContract } from "#tests/db/retention/removal.contract";
import { retentionContract } from "#tests/db/retention/retention.contract";
import { storeContract } from "#tests/db/store.contract";
import { supplierTableContract } from "#tests/db/suppliers/supplier-table.contract";
import { upkeepContract } from "#tests/db/upkeep.contract";
import { openStore } from "./database";

describe("the PostgreSQL store", () => {
  storeContract(openStore);
  attestationsContract(openStore);
  accountsContract(openStore);
  supplierTableContract(openStore);
  organisationsContract(openStore);
  contactsContract(openStore);
  jobsContract(openStore);
  limitsContract(openStore);
  mailsContract(openStore);
  upkeepContract(openStore);
  retentionContract(openStore);
  removalContract(openStore);
});
