import { describe } from "vitest";
import { attestationsContract } from "#tests/db/attestations.contract";
import { jobsContract } from "#tests/db/jobs.contract";
import { limitsContract } from "#tests/db/limits.contract";
import { organisationsContract } from "#tests/db/organisations.contract";
import { storeContract } from "#tests/db/store.contract";
import { supplierTableContract } from "#tests/db/suppliers/supplier-table.contract";
import { openStore } from "./database";

describe("the PostgreSQL store", () => {
  storeContract(openStore);
  attestationsContract(openStore);
  supplierTableContract(openStore);
  organisationsContract(openStore);
  jobsContract(openStore);
  limitsContract(openStore);
});
