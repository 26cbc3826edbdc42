import { describe } from "vitest";
import { everyContract } from "#tests/db/contracts";
import { openStore } from "./database";

describe("the PostgreSQL store", () => everyContract(openStore));
