import { describe } from "vitest";
import { openStore } from "#db/index";
import { openStore as openPostgresStore } from "#tests/db/postgres/database";
import { tableCellsContract } from "./table-cells.contract";

describe("on SQLite", () => tableCellsContract(() => openStore(":memory:"), 20_000));

// Fewer: PostgreSQL in this process takes ten times as long to fill.
describe("on PostgreSQL", () => tableCellsContract(openPostgresStore, 1_500));
