import { describe, expect, test } from "vitest";
import type { Actor } from "#db/audit";
import { ConflictError, MissingError } from "#db/errors";
import type { StoredEvidence } from "#db/records";
import type { Store } from "#db/store";
import { aScene } from "#tests/db/scene";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { anEvent, hoursLater } from "#tests/support/factories";

const by: Actor = { kind: "person", id: "user-9", name: "Ida Roth" };

/** How every store keeps documents apart and releases them, and what an organisation allows. */
export function keptApartContract(open: () => Promise<Store>): void {
  const scene = aScene(open);
  const key = () => ({ org: scene.world.organisation.id, attestation: scene.world.recipient.attestation.id });
  const add = async (over: Partial<Omit<StoredEvidence, "status">> = {}) => {
    const evidence = aDocument({ heldFor: "macros", ...over });
    return (await scene.store.evidence.add({ ...key(), evidence, limits: roomyLimits, audit: anEvent() })).evidence;
  };
  const release = (id: string) =>
    scene.store.evidence.release({ ...key(), id, at: hoursLater(1), by, audit: anEvent() });

  describe("a document that is kept apart", () => {
    test("says why, wherever it is read, until it is released", async () => {
      const { id } = await add();
      const plain = await add({ heldFor: undefined });
      expect((await scene.file())?.evidence.E1).toMatchObject([{ id, heldFor: "macros" }, { id: plain.id }]);
      expect((await scene.file())?.evidence.E1?.[1]).not.toHaveProperty("heldFor");
      expect(await release(id)).toBe(true);
      const released = { id, heldFor: "macros", releasedAt: hoursLater(1) };
      expect((await scene.file())?.evidence.E1?.[0]).toMatchObject(released);
      expect(await scene.store.evidence.get(key().org, id)).toMatchObject({ ...released, releasedBy: by });
    });

    test("is released once, however many ask at once", async () => {
      const { id } = await add();
      const before = (await scene.events()).length;
      const all = await Promise.all(Array.from({ length: 10 }, () => release(id)));
      expect(all.filter(Boolean)).toHaveLength(1);
      expect((await scene.events()).length).toBe(before + 1);
    });

    test("is released after the signature too, and before it whoever signs looks again", async () => {
      const [first, second] = [await add(), await add()];
      const revision = (await scene.file())?.attestation.revision ?? 0;
      await release(first.id);
      await expect(scene.store.attestations.submit(scene.submission(revision))).rejects.toBeInstanceOf(ConflictError);
      await scene.store.attestations.submit(scene.submission(revision + 1));
      expect(await release(second.id)).toBe(true);
      expect((await scene.file())?.attestation.revision).toBe(revision + 1);
    });

    test("is not one that was never kept apart, was taken back, or is another's", async () => {
      const plain = await add({ heldFor: undefined });
      await expect(release(plain.id)).rejects.toBeInstanceOf(MissingError);
      const { id } = await add();
      const other = scene.world.recipients[1]?.attestation.id ?? "";
      const wrong = { ...key(), attestation: other, id, at: hoursLater(1), by, audit: anEvent() };
      await expect(scene.store.evidence.release(wrong)).rejects.toBeInstanceOf(MissingError);
      await scene.store.evidence.remove({ ...key(), id, at: hoursLater(1), by, audit: anEvent() });
      await expect(release(id)).rejects.toBeInstanceOf(MissingError);
    });
  });

  test("nothing dangerous is taken before an organisation says so, and saying it again changes nothing", async () => {
    const { org } = key();
    const change = (keepsApart: boolean) =>
      scene.store.organisations.changeDocumentRules({ org, rules: { keepsApart }, audit: anEvent() });
    expect(await scene.store.organisations.documentRules(org)).toEqual({ keepsApart: false });
    const before = (await scene.events()).length;
    expect([await change(false), await change(true), await change(true)]).toEqual([false, true, false]);
    expect(await scene.store.organisations.documentRules(org)).toEqual({ keepsApart: true });
    expect(await scene.store.organisations.documentRules("org-of-nobody")).toEqual({ keepsApart: false });
    expect([await change(false), (await scene.events()).length]).toEqual([true, before + 2]);
  });
}
