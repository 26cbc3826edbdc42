import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { Sqlite } from "#db/sqlite/driver";

/** Collects what nobody holds from a task of the engine's own, outside of any script, as an idle server does. */
type Collect = (how: { type: "major"; execution: "async" }) => Promise<void>;

it("survives on this Node.js that statements which nobody holds are cleared away while the server idles", async () => {
  setFlagsFromString("--expose-gc");
  const collect: Collect = runInNewContext("gc");
  const database = new Sqlite(":memory:");
  for (let round = 0; round < 5; round += 1) {
    for (let one = 0; one < 500; one += 1) expect(database.prepare(`SELECT ${one}`).pluck().get()).toBe(one);
    await collect({ type: "major", execution: "async" });
  }
  database.close();
});
