import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { openStore } from "#db/index";
import { everyContract } from "#tests/db/contracts";

const folder = mkdtempSync(join(tmpdir(), "avow-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: number | string) => join(folder, `${name}.db`);
// Brought to its shape once: that takes five times as long as to open it.
const first = openStore(`file:${fileOf("empty")}`).then((store) => store.close());

let files = 0;
const places = {
  "a file": async () => {
    files += 1;
    await first;
    copyFileSync(fileOf("empty"), fileOf(files));
    return openStore(`file:${fileOf(files)}`);
  },
  memory: () => openStore(":memory:"),
};

describe.each(Object.entries(places))("the SQLite store in %s", (_, open) => everyContract(open));
