import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { openStore } from "#db/index";
import { accountsContract } from "#tests/db/accounts.contract";
import { attestationsContract } from "#tests/db/attestations.contract";
import { contactsContract } from "#tests/db/contacts.contract";
import { jobsContract } from "#tests/db/jobs.contract";
import { limitsContract } from "#tests/db/limits.contract";
import { mailsContract } from "#tests/db/mails.contract";
import { organisationsContract } from "#tests/db/organisations.contract";
import { personsContract } from "#tests/db/persons.contract";
import { removalContract } from "#tests/db/retention/removal.contract";
import { retentionContract } from "#tests/db/retention/retention.contract";
import { storeContract } from "#tests/db/store.contract";
import { keptApartContract } from "#tests/db/suppliers/kept-apart.contract";
import { supplierTableContract } from "#tests/db/suppliers/supplier-table.contract";
import { voidsContract } from "#tests/db/suppliers/voids.contract";
import { upkeepContract } from "#tests/db/upkeep.contract";

const folder = mkdtempSync(join(tmpdir(), "avow-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const places = {
  "a file": () => {
    files += 1;
    return openStore(`file:${join(folder, `${files}.db`)}`);
  },
  memory: () => openStore(":memory:"),
};

describe.each(Object.entries(places))("the SQLite store in %s", (_, open) => {
  storeContract(open);
  attestationsContract(open);
  accountsContract(open);
  supplierTableContract(open);
  organisationsContract(open);
  contactsContract(open);
  jobsContract(open);
  limitsContract(open);
  mailsContract(open);
  personsContract(open);
  keptApartContract(open);
  voidsContract(open);
  upkeepContract(open);
  retentionContract(open);
  removalContract(open);
});
