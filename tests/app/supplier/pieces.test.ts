import { createHash } from "node:crypto";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import { asSystem } from "#app/services/context/callers";
import type { SupplierContext } from "#app/services/context/contexts";
import { sweepEvidence } from "#app/services/evidence/sweep-evidence";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { dropWaiting } from "#app/services/supplier/evidence/pieces/drop-waiting";
import { showSentFile } from "#app/services/supplier/evidence/pieces/show-sent-file";
import { takePiece } from "#app/services/supplier/evidence/pieces/take-piece";
import { showEvidence } from "#app/services/supplier/evidence/show-evidence";
import { type TestContext, testContext } from "#tests/support/context";
import { aPdf } from "#tests/support/documents";
import { asSupplier, invite } from "#tests/support/supplier";

let ctx: TestContext;
let open: () => Promise<SupplierContext>;

beforeEach(async () => {
  ctx = await testContext();
  ({ open } = asSupplier(ctx, (await invite(ctx)).token));
});

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const take = async (bytes: Buffer, at: number, until: number, over: { sha256?: string; bytes?: number } = {}) =>
  takePiece(await open(), {
    ...{ question: "A2", sha256: hashOf(bytes), bytes: bytes.length, at, piece: bytes.subarray(at, until), ...over },
  });
const incoming = () => {
  const folder = join(ctx.config.dataDir, "evidence", "incoming");
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};
const pdf = aPdf({ mark: "in pieces", bytes: 1000 });

describe("a file in pieces", () => {
  test("arrives whole, once, whatever comes twice, and leaves nothing behind", async () => {
    expect(await take(pdf, 0, 0)).toEqual({ kind: "waiting", at: 0 });
    expect(await take(pdf, 0, 400)).toEqual({ kind: "waiting", at: 400 });
    expect(await take(pdf, 0, 400)).toEqual({ kind: "waiting", at: 400 });
    expect(await take(pdf, 700, 900)).toEqual({ kind: "waiting", at: 400 });
    expect(await take(pdf, 400, 900)).toEqual({ kind: "waiting", at: 900 });
    const whole = await take(pdf, 900, 1000);
    if (whole.kind !== "whole") throw new Error(whole.kind);
    const added = await addEvidence(await open(), { question: "A2", name: "wages.pdf", bytes: whole.bytes });
    expect(added).toMatchObject({ kind: "added", evidence: { sha256: hashOf(pdf), bytes: 1000, name: "wages.pdf" } });
    expect(incoming()).toEqual([]);
    expect(await take(pdf, 0, 400)).toMatchObject({ kind: "ended", outcome: { kind: "added", again: true } });
    expect((await open()).session.file.evidence.A2).toHaveLength(1);
  });

  test("is forgotten when it is not the one that was announced, and when it has more bytes", async () => {
    const other = Buffer.alloc(1000, "A");
    await take(pdf, 0, 500);
    expect(await take(other, 500, 1000, { sha256: hashOf(pdf) })).toEqual({ kind: "changed" });
    expect(incoming()).toEqual([]);
    expect(await take(pdf, 0, 1000, { bytes: 999 })).toEqual({ kind: "changed" });
    expect(await showSentFile(await open(), { question: "A2", name: "x.pdf" })).toMatchObject({
      errors: [expect.any(String)],
    });
  });

  test("that gets no piece for a day is forgotten, and begins anew", async () => {
    await take(pdf, 0, 400);
    const [part = ""] = incoming();
    await sweepEvidence(asSystem(ctx, "sweep"), {});
    expect(await take(pdf, 0, 0)).toEqual({ kind: "waiting", at: 400 });
    const long = new Date(ctx.clock.now().getTime() - 25 * 3_600_000);
    utimesSync(part, long, long);
    await sweepEvidence(asSystem(ctx, "sweep"), {});
    expect(await take(pdf, 0, 0)).toEqual({ kind: "waiting", at: 0 });
  });

  test("of another supplier is never gone on with", async () => {
    await take(pdf, 0, 400);
    const { open: others } = asSupplier(ctx, (await invite(ctx, { organisation: { name: "Other" } })).token);
    const asked = { question: "A2", sha256: hashOf(pdf), bytes: 1000, at: 0, piece: new Uint8Array() };
    expect(await takePiece(await others(), asked)).toEqual({ kind: "waiting", at: 0 });
  });
});

describe("pieces are refused", () => {
  test.each([
    [
      "of a file that is too large",
      { bytes: 20 * 1024 * 1024 + 1 },
      { kind: "ended", outcome: { kind: "too-large", most: 20 * 1024 * 1024 } },
    ],
    [
      "where all documents would be too many bytes",
      {},
      { kind: "ended", outcome: { kind: "full", of: "organisation" } },
    ],
  ])("%s", async (_, over, outcome) => {
    const self = await open();
    const tight: SupplierContext = { ...self, config: { ...self.config, documentsMaxMb: 0.0005 } };
    const asked = { question: "A2", sha256: hashOf(pdf), bytes: 1000, at: 0, piece: pdf.subarray(0, 10), ...over };
    expect(await takePiece(tight, asked)).toEqual(outcome);
    expect(incoming()).toEqual([]);
  });

  test("where what waits already takes the room, by files and by bytes", async () => {
    for (let at = 0; at < 20; at += 1) await take(aPdf({ mark: `${at}`, bytes: 1000 }), 0, 10);
    expect(await take(pdf, 0, 10)).toEqual({ kind: "ended", outcome: { kind: "full", of: "question" } });
    expect(await take(aPdf({ mark: "0", bytes: 1000 }), 10, 20)).toEqual({ kind: "waiting", at: 20 });
  });

  test.each([
    ["no hash", { sha256: "../../etc/passwd" }],
    ["no number of bytes", { bytes: Number.NaN }],
    ["a place before the file", { at: -1 }],
    ["a place that is no number", { at: 0.5 }],
  ])("with %s", async (_, over) => {
    const asked = { question: "A2", sha256: hashOf(pdf), bytes: 1000, at: 0, piece: pdf, ...over };
    await expect(takePiece(await open(), asked)).rejects.toMatchObject({ code: "bad-request" });
  });

  test("for a question that takes no documents", async () => {
    const asked = { question: "O2", sha256: hashOf(pdf), bytes: 1000, at: 0, piece: pdf };
    await expect(takePiece(await open(), asked)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a file that was not sent to its end", () => {
  const shown = async () => (await showEvidence(await open(), { question: "A2" })).waiting;
  const send = async (until: number) =>
    takePiece(await open(), {
      ...{
        question: "A2",
        name: "wages\u202e.pdf",
        sha256: hashOf(pdf),
        bytes: 1000,
        at: 0,
        piece: pdf.subarray(0, until),
      },
    });

  test("stands in the list with how much is there, until it has arrived by any way", async () => {
    expect(await shown()).toEqual([]);
    await send(400);
    expect(await shown()).toMatchObject([
      { name: "wages.pdf", sha256: hashOf(pdf), bytes: 1000, received: 400, state: "Received 1 kB of 1 kB" },
    ]);
    expect((await showEvidence(await open(), { question: "E1" })).waiting).toEqual([]);
    await addEvidence(await open(), { question: "A2", name: "wages.pdf", bytes: Readable.from([pdf]) });
    expect(await shown()).toEqual([]);
  });

  test("is dropped with all that is there of it, and counts no more", async () => {
    await send(400);
    const file = { question: "A2", sha256: hashOf(pdf), bytes: 1000 };
    const { open: others } = asSupplier(ctx, (await invite(ctx, { organisation: { name: "Other" } })).token);
    await dropWaiting(await others(), file);
    expect(await shown()).toHaveLength(1);
    await dropWaiting(await open(), file);
    await dropWaiting(await open(), file);
    expect(await shown()).toEqual([]);
    expect(incoming()).toEqual([]);
    expect(await take(pdf, 0, 0)).toEqual({ kind: "waiting", at: 0 });
  });

  test("goes with the sweep, with the words about it", async () => {
    await send(400);
    const long = new Date(ctx.clock.now().getTime() - 25 * 3_600_000);
    for (const path of incoming()) utimesSync(path, long, long);
    await sweepEvidence(asSystem(ctx, "sweep"), {});
    expect(incoming()).toEqual([]);
  });
});
