import { describe, expect, it } from "vitest";
import { addRating } from "#app/services/team/ratings/add-rating";
import { showAttestation } from "#app/services/team/suppliers/show-attestation";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { launch } from "#tests/support/world";
import { answer, aScene, as, sign, workedAnswers } from "./scene";

describe("the page of a supplier", () => {
  it("shows steps that add up to the score, each with the answers that it comes from", async () => {
    const scene = await aScene();
    const rating = await sign(scene, scene.recipient, workedAnswers());
    const { rated } = await showSupplier(as(scene, "viewer"), { id: scene.recipient.supplier.id });
    const steps = rated?.rating.steps ?? [];
    const cents = steps.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
    expect(cents).toBe(Math.round(rating.score * 100));
    expect(steps.at(-1)?.end).toBe(rating.score);
    expect(steps.find(({ code }) => code === "E3")).toMatchObject({
      text: "Subcontractors not asked",
      questions: ["E3"],
    });
    expect(rated?.rating.versions.map(({ name }) => name)).toEqual(["forced-labour@1", "Standard 2026.1", "TIP 2025"]);
  });

  it("says answers in words, with the names of countries, sites and goods", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, workedAnswers());
    const page = await showSupplier(as(scene, "viewer"), { id: scene.recipient.supplier.id });
    const answers = page.rated && "answers" in page.rated ? page.rated.answers : [];
    const text = JSON.stringify(answers);
    expect(text).toContain("Knitting mill");
    expect(text).toContain("Myanmar");
    expect(text).toContain("Garments");
    expect(text).toContain("Don’t know");
    expect(text).not.toContain('"no-not-asked"');
  });

  it("shows nothing of what was answered before it is signed, only how far it is", async () => {
    const scene = await aScene();
    const secret = { value: { answer: "yes" }, comment: "not for the buyer yet" };
    await answer(scene.ctx.store, scene, scene.recipient, workedAnswers({ E1: secret }));
    const page = await showSupplier(as(scene, "admin"), { id: scene.recipient.supplier.id });
    expect(page.rated).toBeUndefined();
    expect(page.campaigns[0]).toMatchObject({ state: "started", document: undefined });
    expect(page.campaigns[0]?.progress?.answered).toBeGreaterThan(20);
    expect(JSON.stringify(page)).not.toContain("not for the buyer yet");
    expect(JSON.stringify(page)).not.toContain("Knitting mill");
  });

  it("reads an older rating when asked, and the newest for an id that is not its own", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, workedAnswers(), { edition: "tip-2024" });
    scene.ctx.later(24);
    const id = scene.recipient.supplier.id;
    await addRating(as(scene, "analyst"), { supplier: id });
    const { history } = await showSupplier(as(scene, "viewer"), { id });
    const older = await showSupplier(as(scene, "viewer"), { id, rating: history[1]?.id });
    expect(older.rated?.newest).toBe(false);
    expect(older.rated?.rating.versions[2]?.name).toBe("TIP 2024");
    expect((await showSupplier(as(scene, "viewer"), { id, rating: "rating-of-nobody" })).rated?.newest).toBe(true);
  });

  it("is not found in another organisation", async () => {
    const scene = await aScene();
    const other = await launch(scene.ctx.store);
    const id = other.recipient.supplier.id;
    await expect(showSupplier(as(scene, "admin"), { id })).rejects.toMatchObject({ code: "not-found" });
    await expect(addRating(as(scene, "admin"), { supplier: id })).rejects.toMatchObject({ code: "not-found" });
    const attestation = other.recipient.attestation.id;
    await expect(showAttestation(as(scene, "admin"), { supplier: id, attestation })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("rating again", () => {
  it("adds a rating beside the old one and says what changed", async () => {
    const scene = await aScene();
    const before = await sign(scene, scene.recipient, workedAnswers(), { edition: "tip-2020" });
    scene.ctx.later(24);
    const id = scene.recipient.supplier.id;
    expect(await addRating(as(scene, "analyst"), { supplier: id, edition: "tip-2025" })).toMatchObject({ added: true });
    const { history, rated } = await showSupplier(as(scene, "viewer"), { id });
    expect(history).toHaveLength(2);
    expect(history[1]?.score).toBe(before.score);
    const lines = rated?.compared?.lines ?? [];
    const cents = lines.reduce((sum, { change }) => sum + Math.round(change * 100), 0);
    expect(cents).toBe(Math.round((rated?.compared?.score.change ?? Number.NaN) * 100));
    expect(rated?.compared?.versions).toContainEqual({ of: "edition", before: "TIP 2020", after: "TIP 2025" });
  });

  it("adds nothing for a button pressed twice", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, workedAnswers());
    const id = scene.recipient.supplier.id;
    expect(await addRating(as(scene, "analyst"), { supplier: id })).toMatchObject({ added: false });
    expect((await showSupplier(as(scene, "viewer"), { id })).history).toHaveLength(1);
  });

  it("is for analysts and administrators", async () => {
    const scene = await aScene();
    await sign(scene, scene.recipient, workedAnswers());
    const supplier = scene.recipient.supplier.id;
    for (const role of ["viewer", "buyer"] as const) {
      await expect(addRating(as(scene, role), { supplier })).rejects.toMatchObject({ code: "not-allowed" });
      expect((await showSupplier(as(scene, role), { id: supplier })).rateAgain).toBeUndefined();
    }
  });

  it("refuses countries that do not exist, and a supplier that has signed nothing", async () => {
    const scene = await aScene();
    const supplier = scene.recipient.supplier.id;
    await expect(addRating(as(scene, "analyst"), { supplier })).rejects.toMatchObject({ code: "not-found" });
    expect(await addRating.submit(as(scene, "analyst"), { supplier, edition: "tip-1999" })).toEqual({
      faults: [{ field: "edition", code: "not-valid" }],
    });
  });
});

describe("a signed document", () => {
  it("is handed out as it was signed, under the supplier that it belongs to", async () => {
    const scene = await aScene(2);
    const [one, two] = scene.recipients;
    if (!one || !two) throw new Error("two were asked");
    const rating = await sign(scene, one, workedAnswers());
    expect(rating.score).toBeGreaterThan(0);
    const found = await showAttestation(as(scene, "viewer"), {
      supplier: one.supplier.id,
      attestation: one.attestation.id,
    });
    expect(found.text).toBe(
      (await scene.ctx.store.attestations.get(scene.organisation.id, one.attestation.id))?.declaration?.document,
    );
    const wrong = { supplier: two.supplier.id, attestation: one.attestation.id };
    await expect(showAttestation(as(scene, "viewer"), wrong)).rejects.toMatchObject({ code: "not-found" });
    const unsigned = { supplier: two.supplier.id, attestation: two.attestation.id };
    await expect(showAttestation(as(scene, "viewer"), unsigned)).rejects.toMatchObject({ code: "not-found" });
  });
});
