import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { openStore } from "#db/index";
import { everyContract } from "#tests/db/contracts";

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

describe.each(Object.entries(places))("the SQLite store in %s", (_, open) => everyContract(open));
