import { describe, expect, test } from "vitest";
import type { Actor } from "#db/audit";
import { EvidenceFullError, LockedError, MissingError } from "#db/errors";
import type { EvidenceAbout, StoredEvidence } from "#db/records";
import type { Store } from "#db/store";
import { aScene } from "#tests/db/scene";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aHash, anEvent, hoursLater } from "#tests/support/factories";

const by: Actor = { kind: "supplier", attestation: "a-1" };

/** How every store keeps what a document is, and one document for several questions. */
export function describedEvidenceContract(open: () => Promise<Store>): void {
  const scene = aScene(open);
  const key = () => ({ org: scene.world.organisation.id, attestation: scene.world.recipient.attestation.id });
  const add = async (over: Partial<Omit<StoredEvidence, "status">> = {}, limits = roomyLimits) =>
    (await scene.store.evidence.add({ ...key(), evidence: aDocument(over), limits, audit: anEvent() })).evidence;
  const say = (id: string, about: EvidenceAbout, { also = [] as string[], not = [] as string[], files = 20 } = {}) =>
    scene.store.evidence.describe({
      ...{ ...key(), id, about, remove: not, limits: { files }, at: hoursLater(1), by, audit: [anEvent(), anEvent()] },
      add: also.map((question) => ({ id: `${id}-${question}`, question })),
    });
  const about: EvidenceAbout = { kind: "record", from: "2026-01", issuer: "مصنع «الشمس» \\u0000 'x'", people: "no" };

  describe("what a document is", () => {
    test("is kept as it was said, at every question, with all its events", async () => {
      const { id, sha256 } = await add();
      const before = await scene.file();
      await say(id, about, { also: ["D2", "K1"] });
      const after = await scene.file();
      const all = Object.values(after?.evidence ?? {}).flat();
      expect(all.map((one) => [one.question, one.sha256, one.about, one.file])).toEqual([
        ["E1", sha256, about, undefined],
        ["D2", sha256, about, id],
        ["K1", sha256, about, id],
      ]);
      expect(after?.attestation.revision).toBe((before?.attestation.revision ?? 0) + 1);
      await say(id, {}, { also: ["D2"] });
      expect((await scene.file())?.evidence.D2).toMatchObject([{ about: {} }]);
      expect((await scene.events()).length).toBeGreaterThanOrEqual(4);
    });

    test("goes with the same bytes to another question, and stays where it is taken from one", async () => {
      const sha256 = aHash();
      const first = await add({ sha256 });
      await say(first.id, about);
      const second = await add({ sha256, question: "G3" });
      expect(second).toMatchObject({ about, file: first.id });
      await scene.store.evidence.remove({ ...key(), id: first.id, at: hoursLater(1), by, audit: anEvent() });
      expect((await scene.file())?.evidence).toMatchObject({ G3: [{ about, file: first.id }] });
      expect(await add({ sha256, question: "H1" })).toMatchObject({ file: first.id });
      await say(second.id, about, { not: ["G3", "H1"] });
      expect((await scene.file())?.evidence).toEqual({});
    });

    test("is for no document that was taken back, is another's, or is signed", async () => {
      const { id } = await add();
      const other = scene.world.recipients[1]?.attestation.id ?? "";
      const wrong = { ...key(), attestation: other, id, about, add: [], remove: [], limits: roomyLimits };
      const act = { at: hoursLater(1), by, audit: [anEvent()] };
      await expect(scene.store.evidence.describe({ ...wrong, ...act })).rejects.toBeInstanceOf(MissingError);
      await expect(say("nobody", about)).rejects.toBeInstanceOf(MissingError);
      const revision = (await scene.file())?.attestation.revision ?? 0;
      await scene.store.attestations.submit(scene.submission(revision));
      await expect(say(id, about)).rejects.toBeInstanceOf(LockedError);
    });

    test("changes nothing where one of its questions has as many as it may have", async () => {
      const { id } = await add();
      await add({ question: "D2" });
      await expect(say(id, about, { also: ["K1", "D2"], files: 1 })).rejects.toBeInstanceOf(EvidenceFullError);
      expect((await scene.file())?.evidence.K1).toBeUndefined();
      expect((await scene.file())?.evidence.E1?.[0]).not.toHaveProperty("about");
    });
  });

  test("the same bytes count once for an attestation, at however many questions", async () => {
    const tight = { files: 20, bytes: 1500, everBytes: 1500 };
    const sha256 = aHash();
    const { id } = await add({ sha256 }, tight);
    await add({ sha256, question: "D2" }, tight);
    await say(id, about, { also: ["K1", "G3"] });
    expect(await scene.store.evidence.bytesOf(key().org)).toBe(1000);
    const ask = { ...key(), question: "H1", bytes: 1000, limits: { ...tight, organisationBytes: 1000 } };
    expect(await scene.store.evidence.room({ ...ask, sha256 })).toBeUndefined();
    expect(await scene.store.evidence.room({ ...ask, sha256: aHash() })).toBe("attestation");
    await expect(add({ question: "H1" }, tight)).rejects.toBeInstanceOf(EvidenceFullError);
  });
}
