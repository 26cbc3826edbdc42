import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { Sqlite } from "#db/sqlite/driver";
import { startMailServer } from "#tests/support/mail-server";
import { aDataFolder, launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Half a minute passes for the leases, without the test waiting for it. */
function endLeases(dataDir: string): void {
  const database = new Sqlite(join(dataDir, "avow.sqlite"));
  database.prepare("UPDATE jobs SET due_at = 0 WHERE state = 'running'").run();
  database.close();
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("it did not happen within 15 seconds");
}

it("loses no mail when the plug is pulled between sending and marking, and a second copy has the same Message-ID", async () => {
  const dataDir = aDataFolder();
  const world = await launchWithLinks(dataDir, { suppliers: 3 });
  const org = world.organisation.id;
  let product: Product | undefined;
  let pulled = false;
  const server = await startMailServer({
    // The message is here, and the sender dies before it hears so.
    arrived: async () => {
      if (pulled) return;
      pulled = true;
      await product?.kill();
    },
  });
  open.push(server.close);

  const environment = { SMTP_URL: server.url };
  product = await startProduct(dataDir, environment);
  await until(() => pulled);
  await product.kill();
  const afterCrash = await withStore(dataDir, (store) => store.mails.list(org, { page: 1, pageSize: 10 }));
  expect(afterCrash.rows.some(({ state }) => state === "queued")).toBe(true);
  expect(await withStore(dataDir, (store) => store.jobs.kinds())).toContain("mail.send");

  endLeases(dataDir);
  product = await startProduct(dataDir, environment);
  open.push(() => product?.stop());
  await until(() =>
    withStore(dataDir, (store) => store.mails.list(org, { page: 1, pageSize: 10 })).then(({ rows }) =>
      rows.every(({ state }) => state === "sent"),
    ),
  );

  const ids = server.received.map(({ mail }) => mail.messageId);
  expect(new Set(ids)).toEqual(new Set(world.recipients.map(({ mail }) => mail.messageId)));
  expect(ids.length).toBeGreaterThan(3);
});
