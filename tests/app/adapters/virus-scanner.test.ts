import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { clamdScanner } from "#app/adapters/virus-scanner.server";
import { aPdf, pieces } from "#tests/support/documents";

const clamd = ["/usr/sbin/clamd", "/usr/local/sbin/clamd"].find(existsSync);

/** The file that every scanner calls a virus and that does nothing (eicar.org), and its MD5 in the form of a database of ClamAV. */
const eicar = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD", "ANTIVIRUS", "TEST", "FILE!$H+H*"].join("-"),
  "latin1",
);
const signatures = "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n";

function isAnswered(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect(socket, () => {
      line.destroy();
      resolve(true);
    });
    line.on("error", () => resolve(false));
  });
}

describe.skipIf(!clamd)("a real clamd (skipped where it is not installed)", () => {
  let server: ReturnType<typeof spawn>;
  let url = "";

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "avow-clamd-"));
    const socket = join(folder, "clamd.ctl");
    url = `unix://${socket}`;
    writeFileSync(join(folder, "eicar.hdb"), signatures);
    const settings = [`DatabaseDirectory ${folder}`, `LocalSocket ${socket}`, "Foreground yes", "StreamMaxLength 1M"];
    writeFileSync(join(folder, "clamd.conf"), `${settings.join("\n")}\n`);
    server = spawn(clamd ?? "", ["-c", join(folder, "clamd.conf")], { stdio: "ignore" });
    // The socket lies there a moment before anybody listens.
    await vi.waitUntil(() => isAnswered(socket), { timeout: 60_000, interval: 50 });
  }, 90_000);

  afterAll(async () => {
    const ended = once(server, "exit");
    server.kill();
    await ended;
  });

  test("finds the test virus, and nothing in a document", async () => {
    expect(await clamdScanner(url).scan(pieces(eicar))).toEqual({ found: expect.stringContaining("Eicar") });
    expect(await clamdScanner(url).scan(pieces(aPdf({ bytes: 300_000 }), 4_096))).toBe("clean");
  });

  test("that does not take so large a file says so, and nothing is called clean", async () => {
    const large = pieces(aPdf({ bytes: 3_000_000 }));
    await expect(clamdScanner(url).scan(large)).rejects.toThrow();
  });
});

test("a scanner that cannot be reached is an error, not a clean file", async () => {
  await expect(clamdScanner("unix:///nowhere/clamd.ctl").scan(pieces(aPdf()))).rejects.toThrow(/ENOENT/);
  await expect(clamdScanner("tcp://127.0.0.1:9").scan(pieces(aPdf()))).rejects.toThrow(/ECONNREFUSED/);
});
