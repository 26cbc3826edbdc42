import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkedBytes, hashOf } from "#app/adapters/files/checked-bytes.server";

/** Pieces as they are read, and whether anybody asked for the first. */
function streamOf(pieces: readonly Uint8Array[]) {
  const left = [...pieces];
  const state = { isAsked: false, isLeft: false };
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(controller) {
      state.isAsked = true;
      const next = left.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
    cancel() {
      state.isLeft = true;
    },
  };
  return { state, bytes: new ReadableStream(source, { highWaterMark: 0 }) };
}

const sha256 = (pieces: readonly Uint8Array[]) => createHash("sha256").update(Buffer.concat(pieces)).digest("hex");
const nobody = () => Promise.reject(new Error("nothing was changed"));
const somePieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 50 }), { maxLength: 6 });

describe("bytes that are checked while they are read", () => {
  test("are the same bytes, however they come in pieces", async () => {
    await fc.assert(
      fc.asyncProperty(somePieces, async (pieces) => {
        const read = await new Response(checkedBytes(streamOf(pieces).bytes, sha256(pieces), nobody)).arrayBuffer();
        expect(Buffer.from(read)).toEqual(Buffer.concat(pieces));
        expect(await hashOf(streamOf(pieces).bytes)).toBe(sha256(pieces));
      }),
      { numRuns: 50 },
    );
  });

  test("break off before their last piece when their hash is another, and say which", async () => {
    await fc.assert(
      fc.asyncProperty(somePieces, async (pieces) => {
        const told: string[] = [];
        const read: Uint8Array[] = [];
        const body = checkedBytes(streamOf(pieces).bytes, "0".repeat(64), async (found) => {
          told.push(found);
        });
        const reader = body.getReader();
        const reading = async () => {
          for (let next = await reader.read(); !next.done; next = await reader.read()) read.push(next.value);
        };
        await expect(reading()).rejects.toThrow("changed");
        expect(told).toEqual([sha256(pieces)]);
        expect(read.length).toBe(Math.max(0, pieces.length - 1));
      }),
      { numRuns: 50 },
    );
  });

  test("are not read before somebody asks, and let go of when nobody reads on", async () => {
    const pieces = [Buffer.from("a"), Buffer.from("b"), Buffer.from("c")];
    const { state, bytes } = streamOf(pieces);
    const body = checkedBytes(bytes, sha256(pieces), nobody);
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.isAsked).toBe(false);
    const reader = body.getReader();
    expect((await reader.read()).value).toEqual(pieces[0]);
    await reader.cancel();
    expect(state.isLeft).toBe(true);
  });
});
