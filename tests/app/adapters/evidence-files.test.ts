import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { evidenceFilesIn } from "#app/adapters/files/evidence-files.server";
import { openFiles as filesOpen } from "#tests/support/descriptors";
import { aPdf, pieces } from "#tests/support/documents";

describe("files on disk", () => {
  const folder = () => mkdtempSync(join(tmpdir(), "avow-files-"));

  test("are kept once for the same bytes, readable by their owner only, and never by a name of a person", async () => {
    const root = folder();
    const files = evidenceFilesIn(root);
    const pdf = aPdf();
    for (let count = 0; count < 2; count += 1) {
      const received = await files.receive(pieces(pdf), 1_000_000);
      if (typeof received === "string") throw new Error(received);
      expect(await received.keep()).toBe("kept");
    }
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(
      ["incoming", sha256.slice(0, 2), `${sha256.slice(0, 2)}/${sha256}`].sort(),
    );
    expect(statSync(join(root, sha256.slice(0, 2), sha256)).mode & 0o777).toBe(0o600);
  });

  test("past the limit, refused, or broken off leave nothing behind", async () => {
    const root = folder();
    const files = evidenceFilesIn(root);
    expect(await files.receive(pieces(aPdf({ bytes: 2_000_000 })), 1_999_999)).toBe("too-large");
    const refused = await files.receive(pieces(aPdf()), 1_000_000);
    if (typeof refused !== "string") await refused.drop();
    async function* breaking() {
      yield aPdf();
      throw new Error("the line went dead");
    }
    await expect(files.receive(breaking(), 1_000_000)).rejects.toThrow("the line went dead");
    expect(readdirSync(root, { recursive: true })).toEqual(["incoming"]);
  });

  test("are found by their hash only", async () => {
    const root = folder();
    writeFileSync(join(root, "secret"), "x");
    const files = evidenceFilesIn(root);
    for (const name of ["../secret", "secret", "..", "", "a".repeat(64)])
      expect(await files.open(name)).toBeUndefined();
  });

  describe("that are opened", () => {
    const openFiles = (root: string) => filesOpen("self", root);
    const kept = async (root: string) => {
      const files = evidenceFilesIn(root);
      const received = await files.receive(pieces(aPdf({ bytes: 500_000 })), 1_000_000);
      if (typeof received === "string") throw new Error(received);
      await received.keep();
      return { files, sha256: received.sha256 };
    };
    const opened = async (root: string) => {
      const { files, sha256 } = await kept(root);
      const body = await files.open(sha256);
      if (!body) throw new Error("not there");
      return body;
    };

    test("hold no descriptor until somebody reads, whether or not anybody ever does", async () => {
      const root = folder();
      const body = await opened(root);
      expect(openFiles(root)).toEqual([]);
      const reader = body.getReader();
      await reader.read();
      expect(openFiles(root)).toHaveLength(1);
      await reader.cancel();
      expect(openFiles(root)).toEqual([]);
    });

    test("hold none once they are read to the end, or once reading them failed", async () => {
      const root = folder();
      expect((await new Response(await opened(root)).arrayBuffer()).byteLength).toBe(500_000);
      expect(openFiles(root)).toEqual([]);
      const body = await opened(root);
      rmSync(root, { recursive: true });
      await expect(new Response(body).arrayBuffer()).rejects.toThrow();
      expect(openFiles(root)).toEqual([]);
    });

    test("hold none when the reader leaves while they are being opened", async () => {
      const root = folder();
      const reader = (await opened(root)).getReader();
      const first = reader.read();
      await reader.cancel();
      await first;
      expect(openFiles(root)).toEqual([]);
    });
  });

  describe("that are swept", () => {
    const later = new Date(Date.now() + 3_600_000);
    const nobody = async () => new Set<string>();
    const bytes = aPdf();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const keepIn = async (root: string) => {
      const received = await evidenceFilesIn(root).receive(pieces(bytes), 1_000_000);
      if (typeof received === "string") throw new Error(received);
      return received.keep();
    };
    const isThere = async (root: string) => {
      const body = await evidenceFilesIn(root).open(sha256);
      await body?.cancel();
      return body !== undefined;
    };

    test("go when they are old and not in use, and stay when they are either not", async () => {
      const root = folder();
      await keepIn(root);
      const files = evidenceFilesIn(root);
      expect(await files.sweep(later, async () => new Set([sha256]))).toBe(0);
      expect(await files.sweep(new Date(Date.now() - 10_000), nobody)).toBe(0);
      expect(await isThere(root)).toBe(true);
      expect(await files.sweep(later, nobody)).toBe(1);
      expect(await isThere(root)).toBe(false);
      expect(readdirSync(root, { recursive: true }).filter((name) => String(name).includes(sha256))).toEqual([]);
    });

    test("stay when they come to be used, or are received again, while they are about to go", async () => {
      for (const meanwhile of ["used", "received"]) {
        const root = folder();
        await keepIn(root);
        const long = new Date(Date.now() - 60_000);
        utimesSync(join(root, sha256.slice(0, 2), sha256), long, long);
        let asked = 0;
        // Asked the first time before a document is moved aside, and then once it lies there.
        const used = async () => {
          asked += 1;
          if (asked === 1) return new Set<string>();
          expect(await isThere(root)).toBe(true);
          if (meanwhile === "received") expect(await keepIn(root)).toBe("kept");
          return new Set(meanwhile === "used" ? [sha256] : []);
        };
        expect(await evidenceFilesIn(root).sweep(new Date(Date.now() - 30_000), used)).toBe(
          meanwhile === "used" ? 0 : 1,
        );
        expect(asked).toBe(2);
        expect(await isThere(root)).toBe(true);
        expect(readdirSync(join(root, "aside"))).toEqual([]);
      }
    });

    test("stay when a sweep that died had moved them aside, and they are new or in use", async () => {
      const root = folder();
      mkdirSync(join(root, "aside", "of-a-dead-sweep"), { recursive: true });
      writeFileSync(join(root, "aside", "of-a-dead-sweep", sha256), bytes);
      expect(await isThere(root)).toBe(true);
      expect(await evidenceFilesIn(root).sweep(later, async () => new Set([sha256]))).toBe(0);
      expect(statSync(join(root, sha256.slice(0, 2), sha256)).size).toBe(bytes.length);
      expect(readdirSync(join(root, "aside"))).toEqual([]);
    });

    test("leave no piece behind of an upload whose process died", async () => {
      const root = folder();
      mkdirSync(join(root, "incoming"));
      writeFileSync(join(root, "incoming", "old"), "x");
      writeFileSync(join(root, "incoming", "new"), "x");
      utimesSync(join(root, "incoming", "old"), new Date(0), new Date(0));
      expect(await evidenceFilesIn(root).sweep(new Date(Date.now() - 60_000), nobody)).toBe(1);
      expect(readdirSync(join(root, "incoming"))).toEqual(["new"]);
    });

    test("are never lost to a process that receives them while another sweeps without end", async () => {
      const root = folder();
      const program = `import { evidenceFilesIn } from "#app/adapters/files/evidence-files.server";
        const sweep = () => evidenceFilesIn(${JSON.stringify(root)}).sweep(new Date(Date.now() - 30_000), async () => new Set());
        await sweep(); process.stdout.write("x"); for (;;) await sweep();`;
      const args = ["--import", "tsx", "--input-type=module", "--eval", program];
      const sweeping = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
      let swept = 0;
      try {
        await once(sweeping.stdout, "data");
        for (let round = 0; round < 200; round += 1) {
          expect(await keepIn(root)).toBe("kept");
          await pause(Math.random() * 3);
          expect(await isThere(root)).toBe(true);
          // Now it is old: the sweep takes it, before, while or after it is received again.
          await utimes(join(root, sha256.slice(0, 2), sha256), new Date(0), new Date(0)).catch(() => {});
          await pause(Math.random() * 3);
          if (!(await isThere(root))) swept += 1;
        }
      } finally {
        sweeping.kill("SIGKILL");
      }
      expect(swept).toBeGreaterThan(0);
    });
  });
});
