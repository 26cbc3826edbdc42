import { describe, expect, test } from "vitest";
import { storageErrorOf } from "#db/errors";
import { openStore } from "#db/index";
import { aFile } from "#tests/db/filled-database";
import { anAnswer, anEvent, now } from "#tests/support/factories";
import { launch } from "#tests/support/world";

describe("a full disk", () => {
  test("refuses what does not fit, says so, and keeps all that was saved before", async () => {
    const file = aFile();
    const store = await openStore(`file:${file}`, { maxMegabytes: 1 });
    const { organisation, recipient } = await launch(store);
    const key = { org: organisation.id, attestation: recipient.attestation.id, question: "B1", at: now };
    let revision = 0;
    let refusal: unknown;
    while (refusal === undefined && revision < 1_000) {
      const answer = anAnswer({ comment: "x".repeat(8_000) });
      await store.attestations.saveAnswer({ ...key, basedOn: revision, answer, audit: anEvent() }).then(
        (saved) => {
          revision = saved.revision;
        },
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(storageErrorOf(refusal)?.reason).toBe("full");
    expect(revision).toBeGreaterThan(10);
    const huge = anAnswer({ comment: "y".repeat(500_000) });
    const together = await Promise.allSettled(
      ["C1", "C2", "C3"].map((question) =>
        store.attestations.saveAnswer({ ...key, question, basedOn: 0, answer: huge, audit: anEvent() }),
      ),
    );
    expect(
      together.map((result) => result.status === "rejected" && storageErrorOf(result.reason) !== undefined),
    ).toEqual([true, true, true]);
    expect((await store.attestations.history(key.org, key.attestation)).length).toBe(revision);
    await store.close();

    const again = await openStore(`file:${file}`);
    expect((await again.attestations.get(key.org, key.attestation))?.revisions).toEqual({ B1: revision });
    await again.attestations.saveAnswer({ ...key, basedOn: revision, answer: huge, audit: anEvent() });
    await again.close();
  });
});
