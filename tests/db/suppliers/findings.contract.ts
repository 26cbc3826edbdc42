import { beforeEach, describe, expect, test } from "vitest";
import { LockedError } from "#db/errors";
import type { Stand } from "#db/records";
import type { Store } from "#db/store";
import { aScene } from "#tests/db/scene";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aDeclaration, aHash, anAnswer, anEvent, anExpectation, hoursLater, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { launch, type World } from "#tests/support/world";

/** What is stood by, what was signed before, and what is the same in answers of others. */
export function findingsContract(open: () => Promise<Store>): void {
  const scene = aScene(open);
  const audit = anEvent();
  let org: string;
  let attestation: string;

  beforeEach(() => {
    org = scene.world.organisation.id;
    attestation = scene.world.recipient.attestation.id;
  });

  const sign = async (world: World, at: number, marks: readonly string[] = []) => {
    const one = world.recipients[at];
    if (one === undefined) throw new Error("fewer were asked");
    const key = { org: world.organisation.id, attestation: one.attestation.id };
    const revision = (await scene.store.attestations.get(key.org, key.attestation))?.attestation.revision ?? 0;
    await scene.store.attestations.submit({
      ...{ ...key, revision, declaration: aDeclaration(), audit: [audit] },
      rating: aNewRating({ attestation: one.attestation.id, supplier: one.supplier.id }),
      marks: marks.map((mark) => ({ question: "J2", mark })),
    });
    return { attestation: one.attestation.id, supplier: one.supplier.id, most: 9 };
  };
  const attach = (world: World, at: number, sha256: string, question = "K1") =>
    scene.store.evidence.add({
      org: world.organisation.id,
      attestation: world.recipients[at]?.attestation.id ?? "",
      evidence: aDocument({ sha256, question }),
      ...{ limits: roomyLimits, audit },
    });

  describe("what a supplier stands by", () => {
    const stand = { finding: "c4", answers: "a".repeat(64), reason: "Paid back in May", at: now };
    const standBy = (over: Partial<Stand> = {}) =>
      scene.store.findings.stand({ org, attestation, stand: { ...stand, ...over }, audit });

    test("is kept once, with one event, and raises the revision that is signed", async () => {
      const before = (await scene.events()).length;
      expect([await standBy(), await standBy({ at: hoursLater(1) })]).toEqual([true, false]);
      expect(await scene.store.findings.stands(org, attestation)).toEqual([stand]);
      expect(await scene.events()).toHaveLength(before + 1);
      expect((await scene.file())?.attestation.revision).toBe(1);
    });

    test.each([{ answers: "b".repeat(64) }, { reason: "Paid back in June" }, { reason: "" }])(
      "takes the place of what was said before: %o",
      async (over) => {
        await standBy();
        expect(await standBy(over)).toBe(true);
        expect(await scene.store.findings.stands(org, attestation)).toEqual([{ ...stand, ...over }]);
      },
    );

    test("is not kept once the answers are sent, nor of a colleague who was not asked", async () => {
      await expect(
        scene.store.findings.stand({ org, attestation, stand, colleague: "nobody", audit }),
      ).rejects.toBeInstanceOf(LockedError);
      await sign(scene.world, 0);
      await expect(standBy()).rejects.toBeInstanceOf(LockedError);
    });
  });

  describe("what is the same in answers of another supplier", () => {
    const file = "f".repeat(64);
    const text = "e".repeat(64);

    test("is found once both are signed, file and text, with where it stands", async () => {
      await attach(scene.world, 0, file);
      await attach(scene.world, 1, file, "F1");
      const own = await sign(scene.world, 0, [text, aHash()]);
      expect(await scene.store.findings.copiedFiles(org, own)).toEqual([]);
      const other = await sign(scene.world, 1, [text]);
      const { name } = scene.world.recipients[1]?.supplier ?? { name: "" };
      const found = { supplier: other.supplier, name, attestation: other.attestation };
      expect(await scene.store.findings.copiedFiles(org, own)).toEqual([
        { question: "K1", otherQuestion: "F1", ...found },
      ]);
      expect(await scene.store.findings.copiedTexts(org, own)).toEqual([
        { question: "J2", otherQuestion: "J2", ...found },
      ]);
    });

    test("is nothing within one supplier, of another organisation, or of what is void", async () => {
      const { world } = scene;
      await attach(world, 0, file, "K1");
      await attach(world, 0, file, "F1");
      await attach(world, 1, file);
      const elsewhere = await launch(scene.store, { suppliers: 1 });
      await attach(elsewhere, 0, file);
      const own = await sign(world, 0, [text]);
      await sign(elsewhere, 0, [text]);
      const other = await sign(world, 1, [text]);
      await scene.store.attestations.void({
        ...{ org, attestation: other.attestation, supplier: other.supplier, audit },
        voided: { reason: "A test", actor: { kind: "system", name: "test" }, voidedAt: now },
        summary: { rated: () => ({ tiers: [] }), unrated: (country) => anExpectation({ country }) },
      });
      expect(await scene.store.findings.copiedFiles(org, own)).toEqual([]);
      expect(await scene.store.findings.copiedTexts(org, own)).toEqual([]);
    });

    test("is nothing of suppliers that share a contact's address", async () => {
      const together = await launch(scene.store, { suppliers: 2, contact: { email: "trading@both.example" } });
      const own = await sign(together, 0, [text]);
      await sign(together, 1, [text]);
      expect(await scene.store.findings.copiedTexts(together.organisation.id, own)).toEqual([]);
    });
  });

  test("what was signed last is found besides what is open, and which answers were taken from it", async () => {
    const { supplier } = scene.world.recipient;
    const of = { supplier: supplier.id, besides: "another" };
    expect(await scene.store.attestations.lastSigned(org, of)).toBeUndefined();
    const change = { org, attestation, question: "G1", answer: anAnswer(), at: now, audit };
    const carried = { from: "buyer", signedAt: now.toISOString() } as const;
    await scene.store.attestations.saveAnswer({ ...change, basedOn: 0, carried });
    expect(await scene.store.attestations.carried(org, attestation)).toEqual([{ question: "G1", carried }]);
    await scene.store.attestations.saveAnswer({ ...change, basedOn: 1, answer: anAnswer({ comment: "anew" }) });
    expect(await scene.store.attestations.carried(org, attestation)).toEqual([]);
    await sign(scene.world, 0);
    expect(await scene.store.attestations.lastSigned(org, of)).toBe(attestation);
    expect(await scene.store.attestations.lastSigned(org, { ...of, besides: attestation })).toBeUndefined();
  });
}
