import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Sqlite } from "#db/sqlite/driver";

/**
 * The floor to compare saves with: a bare handler that commits one row, as durably as the product does (WAL, FULL), and
 * does nothing else. Prints the address it listens on.
 */
export function runBareServer(): void {
  const database = new Sqlite(join(mkdtempSync(join(tmpdir(), "avow-bare-")), "bare.sqlite"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.exec("CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
  const insert = database.prepare("INSERT INTO rows (body) VALUES (?)");
  const server = createServer((incoming, answer) => {
    let body = "";
    incoming.setEncoding("utf8");
    incoming.on("data", (chunk: string) => {
      body += chunk;
    });
    incoming.on("end", () => {
      insert.run(body);
      answer.writeHead(303, { location: "/next", "content-length": "0" }).end();
    });
  });
  server.listen(0, "127.0.0.1", () => {
    console.info(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}
