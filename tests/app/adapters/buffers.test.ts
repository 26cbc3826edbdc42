import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCounted } from "#app/adapters/files/buffers.server";

const fileBytes = 200_000_000;

describe("buffers of a large file", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "avow-buffers-"));
    const handle = await open(join(folder, "large"), "w");
    await handle.truncate(fileBytes);
    await handle.close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("are given back while it is read", async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let read = 0;
    for await (const piece of readCounted(join(folder, "large"))) {
      read += piece.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(read).toBe(fileBytes);
    expect(most / 1_000_000).toBeLessThan(20);
  });
});
