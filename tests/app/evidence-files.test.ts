import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evidenceFilesIn } from "#app/adapters/evidence-files.server";
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
});
