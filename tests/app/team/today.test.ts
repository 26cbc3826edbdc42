import { describe, expect, it } from "vitest";
import { readActionsAddress } from "#app/services/actions/pages/actions-address";
import { listActions } from "#app/services/actions/pages/list-actions";
import { openAction } from "#app/services/actions/steps/open-action";
import { liftFloor } from "#app/services/team/reviews/decide/lift-floor";
import { listReviews } from "#app/services/team/reviews/list-reviews";
import { listInput } from "#app/services/team/reviews/review-list";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { showToday } from "#app/services/team/today/show-today";
import { aReviewScene, held } from "./reviews/scene";
import { aScene, as, more, sign, workedAnswers } from "./suppliers/scene";

const withNorthKoreans = { E1: { value: { answer: "yes" } } };

describe("today", () => {
  it("names suppliers with North Korean labour first, with a link to exactly those that were counted", async () => {
    const scene = await aScene(3);
    const [one, two] = scene.recipients;
    if (!one || !two) throw new Error("three were asked");
    await sign(scene, one, workedAnswers(withNorthKoreans));
    await sign(scene, two, workedAnswers());
    await more(scene, [{}]);
    const analyst = as(scene, "analyst");
    const { concerns } = await showToday(analyst, {});
    expect(concerns.map(({ name, suppliers }) => [name, suppliers])).toEqual([
      ["present", 1],
      ["critical", 2],
    ]);
    for (const { href, suppliers } of concerns) {
      const page = await listSuppliers(analyst, readSupplierView(new URL(href, "https://avow.example").searchParams));
      expect([href, page.total]).toEqual([href, suppliers]);
      expect(page.lines.map(({ id }) => id)).toContain(one.supplier.id);
    }
  });

  it("names nobody while nobody is rated", async () => {
    expect((await showToday(as(await aScene(), "viewer"), {})).concerns).toEqual([]);
  });

  it("says what waits in reviews and actions, as many as the list that it leads to, and nothing to who only reads", async () => {
    const scene = await aReviewScene({ ...held, H3: { value: { answer: "late" } } });
    const { hana, ines, buyer } = scene.people;
    const lifted = { attestation: scene.attestation, question: "H1", rule: "paid-to-leader-or-state", reason: "Paid." };
    await liftFloor.submit(scene.as(hana), { ...lifted, proof: scene.files.floor, second: ines.id });
    const step = { gap: "Late", cause: "", step: "Pay on time", owner: hana.id, due: "2026-04-01", northKorea: "" };
    const opened = { supplier: scene.invited.supplier.id, from: "flag.H3.pay-late", ...step };
    expect(await openAction.submit(scene.as(hana), opened)).toHaveProperty("done");
    scene.ctx.later(24 * 90);
    const { work } = await showToday(scene.as(hana), {});
    expect(work.map(({ kind, count, overdue }) => [kind, count, overdue])).toEqual([
      ["reviews-second", 1, undefined],
      ["reviews", 1, 1],
      ["actions-mine", 1, undefined],
      ["actions-overdue", 1, undefined],
    ]);
    for (const { href, count } of work) {
      const { pathname, searchParams } = new URL(href, "https://avow.example");
      const found =
        pathname === "/reviews"
          ? (await listReviews(scene.as(hana), { ...listInput.parse({ view: searchParams.get("view") }), page: 1 }))
              .total
          : (await listActions(scene.as(hana), readActionsAddress(searchParams))).found;
      expect([href, found]).toEqual([href, count]);
    }
    expect((await showToday(scene.as(buyer), {})).work).toEqual([]);
  });
});
