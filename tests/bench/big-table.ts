import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { sha256 } from "#app/adapters/secrets.server";
import { filterOf, supplierAddress } from "#app/services/team/suppliers/filters/supplier-filter";
import { openStore } from "#db/index";
import { anEvent } from "#tests/support/factories";
import { percentile } from "./load";
import { aDataFolder, startServer } from "./servers";
import { fillSuppliers, views } from "./supplier-world";

/** Ninety-fifth percentiles in milliseconds: of the store's query alone, and of the whole page over HTTP. */
export type TableTimes = {
  readonly query: number;
  readonly page: number;
  /** Rows a second of a CSV file of all suppliers with the columns of the table. */
  readonly exported: number;
  /** Rows a second of a bare csv-stringify over the same cells, which are there already and go nowhere. */
  readonly stringified: number;
};

/** The suppliers table with 100,000 suppliers beside another organisation with 20,000, ten times each view. */
export async function tableTimes(suppliers = 100_000): Promise<TableTimes> {
  const dataDir = aDataFolder();
  const file = join(dataDir, "avow.sqlite");
  const store = await openStore(`file:${file}`);
  await fillSuppliers(store, file, suppliers / 5);
  const { org, campaign, admin } = await fillSuppliers(store, file, suppliers);
  const session = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 3_600_000);
  await store.users.signIn({ org, user: admin, sessionHash: sha256(session), createdAt, expiresAt, audit: anEvent() });

  const queries: number[] = [];
  for (const view of views(campaign)) {
    for (let turn = 0; turn < 10; turn += 1) {
      const start = performance.now();
      await store.suppliers.table(org, filterOf(view));
      queries.push(performance.now() - start);
    }
  }
  await store.close();

  const server = await startServer(["build/server/main.js"], dataDir);
  const pages: number[] = [];
  for (const view of views(campaign)) {
    for (let turn = 0; turn < 10; turn += 1) {
      const start = performance.now();
      const answer = await fetch(server.origin + supplierAddress(view), {
        headers: { cookie: `avow_team=${session}`, "accept-encoding": "identity" },
        redirect: "manual",
      });
      const html = await answer.text();
      if (answer.status !== 200 || !html.includes('name="q"'))
        throw new Error(`/suppliers was answered with ${answer.status}`);
      pages.push(performance.now() - start);
    }
  }
  const exported = await exportedPerSecond(server.origin, session, suppliers);
  await server.stop();
  return { query: percentile(queries, 0.95), page: percentile(pages, 0.95), ...exported };
}

/** The middle of three exports of all rows over HTTP, and then of as many by csv-stringify. */
async function exportedPerSecond(origin: string, session: string, suppliers: number) {
  const rates: number[] = [];
  const texts: string[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const start = performance.now();
    const answer = await fetch(`${origin}/suppliers.csv?shown=1`, {
      headers: { cookie: `avow_team=${session}`, "accept-encoding": "identity" },
    });
    texts.push(await answer.text());
    rates.push(suppliers / ((performance.now() - start) / 1000));
  }
  // Not between them: the server would close a line that waits for so long.
  for (const text of texts) {
    const rows: string[][] = parse(text, { bom: true });
    if (rows.length - 1 !== suppliers) throw new Error(`${rows.length - 1} of ${suppliers} suppliers were exported`);
    const begun = performance.now();
    if (stringify(rows, { record_delimiter: "\r\n" }).length < text.length / 2) throw new Error("cells were lost");
    bare.push(suppliers / ((performance.now() - begun) / 1000));
  }
  return { exported: percentile(rates, 0.5), stringified: percentile(bare, 0.5) };
}
