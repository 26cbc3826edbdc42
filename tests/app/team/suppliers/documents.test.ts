import { beforeAll, describe, expect, test } from "vitest";
import { decideEvidence } from "#app/services/team/reviews/decide/decide-evidence";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import type { User } from "#db/records";
import { aReviewScene, held, type ReviewScene } from "#tests/app/team/reviews/scene";

let scene: ReviewScene;

beforeAll(async () => {
  scene = await aReviewScene({ ...held, E1: { value: { answer: "no" } } }, ["H1", "K1", "E1"]);
  const control = { attestation: scene.attestation, evidence: scene.files.control, verdict: "refused" } as const;
  await decideEvidence(scene.as(scene.people.hana), { ...control, reason: "Expired." });
});

const documents = async (user: User, state?: string) =>
  (await showSupplier(scene.as(user), { id: scene.invited.supplier.id, documents: state })).documents;

describe("the documents of a supplier", () => {
  test("stand together with what they are for, and how far each was reviewed", async () => {
    const found = await documents(scene.people.hana, "");
    const line = ({ name, question, states }: NonNullable<typeof found>["lines"][number]) => [name, question, states];
    expect(found?.lines.map(line).sort()).toEqual([
      ["E1.pdf", "E1", ["attached", "unscanned"]],
      ["H1.pdf", "H1", ["attached", "unscanned"]],
      ["K1.pdf", "K1", ["rejected", "unscanned"]],
    ]);
    expect(found?.lines[0]).toMatchObject({ reference: expect.stringMatching(/^AV-/), isVoid: false });
    const supplier = `/suppliers/${scene.invited.supplier.id}`;
    expect(found?.filters).toEqual([
      { state: "attached", count: 2, href: `${supplier}?documents=attached#documents` },
      { state: "rejected", count: 1, href: `${supplier}?documents=rejected#documents` },
      { state: "unscanned", count: 3, href: `${supplier}?documents=unscanned#documents` },
    ]);
  });

  test("are narrowed to a state, and to none that is not there", async () => {
    const refused = await documents(scene.people.hana, "rejected");
    expect([refused?.all, refused?.chosen, refused?.lines.map(({ name }) => name)]).toEqual([
      3,
      "rejected",
      ["K1.pdf"],
    ]);
    expect((await documents(scene.people.hana, "nothing"))?.lines).toHaveLength(3);
    expect((await documents(scene.people.hana, "expired"))?.lines).toEqual([]);
    expect(await documents(scene.people.hana)).toBeUndefined();
  });

  test("of questions about North Korean labour are not there for whoever does not see these, in no count either", async () => {
    const found = await documents(scene.people.blind, "");
    expect([found?.all, found?.lines.map(({ name }) => name).sort()]).toEqual([2, ["H1.pdf", "K1.pdf"]]);
    expect(JSON.stringify(found)).not.toContain("E1");
  });
});
