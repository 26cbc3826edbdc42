import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { csvDownload } from "#app/http/downloads";
import { csvLine } from "#app/services/files/csv";
import { showPlan } from "#app/services/team/imports/show-plan";
import { uploadList } from "#app/services/team/imports/upload-list";
import { asPerson, testContext } from "#tests/support/context";
import { createOrganisation } from "#tests/support/world";

/** How often others had their turn while something ran. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let running = true;
  const count = () => {
    turns += 1;
    if (running) setImmediate(count);
  };
  setImmediate(count);
  await work();
  running = false;
  return turns;
}

test("a long file to download is made while others have their turn, and is whole", async () => {
  const lines = Array.from({ length: 5_000 }, (_, at) => csvLine([at, "=1+1"]));
  const file = csvDownload({ name: 'a "long" 文件.csv', lines });
  let text = "";
  const turns = await turnsDuring(async () => {
    text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
  });
  expect(turns).toBeGreaterThan(10);
  expect(text).toBe(`\uFEFF${lines.join("")}`);
  expect(file.headers.get("content-disposition")).toBe(
    "attachment; filename=\"a _long_ __.csv\"; filename*=UTF-8''a%20%22long%22%20%E6%96%87%E4%BB%B6.csv",
  );
  expect(file.headers.get("cache-control")).toBe("no-store");
});

test("a list in which every row is wrong is shown by its first two hundred problems, all of them counted", async () => {
  const ctx = await testContext({ DATA_DIR: mkdtempSync(join(tmpdir(), "avow-long-")) });
  const { organisation, admin } = await createOrganisation(ctx.store);
  const team = asPerson(ctx, { organisation, user: admin });
  const rows = Array.from({ length: 3_000 }, (_, at) => `Supplier ${at},Nowhere${at % 7},x@x.example`);
  const file = new TextEncoder().encode(`name,country,email\n${rows.join("\n")}\n`);
  const upload = await uploadList(team, { file });
  if (typeof upload !== "string") throw new Error("the list is refused");
  const shown = await showPlan(team, { upload });
  expect([shown.problems.length, shown.problemsAll, shown.counts.refused]).toEqual([200, 3_000, 3_000]);
  expect(shown.problems[199]).toMatchObject({ row: 201, text: expect.stringContaining("Nowhere3") });
});
