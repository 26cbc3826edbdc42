import { beforeAll, describe, expect, it } from "vitest";
import { actionsInput } from "#app/services/actions/pages/actions-address";
import { listActions } from "#app/services/actions/pages/list-actions";
import type { TeamContext } from "#app/services/context/contexts";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { exportReport } from "#app/services/team/reports/files/export-report";
import { reportIds } from "#app/services/team/reports/reports";
import { showReport } from "#app/services/team/reports/show-report";
import { listReviews } from "#app/services/team/reviews/list-reviews";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { aScene, as, more, type Scene, sign, workedAnswers } from "#tests/app/team/suppliers/scene";
import { anAction, anActionEntry, anEvent, hoursLater } from "#tests/support/factories";

const asked = { report: "international", campaign: "", from: "2000-01-01", until: "2099-12-31" };

/** What the page at an address counts, read by the use case that the page calls. */
async function countAt(ctx: TeamContext, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, "http://localhost");
  const said = Object.fromEntries(searchParams);
  if (pathname === "/suppliers") return (await listSuppliers(ctx, readSupplierView(searchParams))).total;
  if (pathname === "/reviews") return (await listReviews(ctx, listReviews.input.parse(said))).total;
  if (pathname === "/actions") return (await listActions(ctx, actionsInput.parse(said))).found;
  const campaign = /^\/campaigns\/([^/]+)$/.exec(pathname)?.[1];
  if (campaign === undefined) throw new Error(`no list is known at ${href}`);
  return (await showCampaign(ctx, showCampaign.input.parse({ ...said, campaign }))).total;
}

async function workedScene(): Promise<Scene> {
  const scene = await aScene(5);
  const { ctx, organisation, recipients } = scene;
  const [one, two, three] = recipients;
  if (!one || !two || !three) throw new Error("five were asked");
  await sign(scene, one, workedAnswers());
  await sign(scene, two, workedAnswers({ E1: { unsure: "dk" } }));
  const org = organisation.id;
  await ctx.store.invitations.decline({
    org,
    id: three.invitation.id,
    reason: "no-supply",
    at: hoursLater(1),
    audit: anEvent(),
  });
  await more(scene, [{ country: "ER" }, { country: "MM" }, { country: "SE" }]);
  const of = { org, attestation: one.attestation.id, supplier: one.supplier.id };
  const states = [
    ["agreed", "2001-01-01"],
    ["done", "2001-01-01"],
    ["dropped", "2001-01-01"],
    ["asked", "2099-01-01"],
  ] as const;
  for (const [state, due] of states) {
    const action = anAction({ ...of, state, due });
    await ctx.store.actions.open({ action, entry: anActionEntry(), audit: [anEvent()] });
  }
  return scene;
}

describe("a report", () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await workedScene();
  });

  it.each(reportIds)("%s: each link counts what its figure says", async (report) => {
    const ctx = as(scene, "analyst");
    for (const campaign of ["", scene.campaign.id]) {
      const { report: shown } = await showReport(ctx, { ...asked, report, campaign });
      const figures = shown.parts.flatMap((part) => part.figures);
      expect(figures.length).toBeGreaterThan(5);
      for (const { id, number, places } of figures) {
        const counted: number[] = [];
        for (const { href } of places) counted.push(await countAt(ctx, href));
        expect({ id, number: counted.reduce((sum, one) => sum + one, 0) }).toEqual({ id, number });
        expect(counted).toEqual(places.map((place) => place.number));
      }
    }
  });

  it("counts what was made here, so that its figures are not all nothing", async () => {
    const { report } = await showReport(as(scene, "analyst"), asked);
    const numbers = Object.fromEntries(
      report.parts.flatMap(({ figures }) => figures.map((one) => [one.id, one.figure])),
    );
    expect(numbers).toMatchObject({
      suppliers: "8",
      rated: "2 of 8",
      unrated: "6 of 8",
      asked: "5",
      signed: "2 of 5",
      declined: "1 of 5",
      actionsOpen: "2",
      actionsOverdue: "1 of 2",
      actionsDone: "1",
      actionsDropped: "1",
    });
  });

  it("leaves out campaigns of other years, and reads nonsense in its address as nothing", async () => {
    const ctx = as(scene, "analyst");
    const { report } = await showReport(ctx, { ...asked, until: "2000-12-31" });
    const figures = report.parts.flatMap((part) => part.figures);
    expect(figures.find(({ id }) => id === "asked")).toMatchObject({ number: 0, places: [] });
    const odd = await showReport(ctx, { report: "'", campaign: "nobody's", from: "soon", until: "2026-02-31" });
    expect(odd.query).toMatchObject({ report: "international", campaign: "" });
    expect(odd.query.from).toMatch(/^\d{4}-01-01$/);
  });

  it("names no supplier and no contact, in words or as a file", async () => {
    const ctx = as(scene, "analyst");
    const file = await exportReport(ctx, asked);
    const lines: string[] = [];
    for await (const line of file.lines) lines.push(line);
    const text = JSON.stringify(await showReport(ctx, asked)) + lines.join("");
    for (const { supplier, contact } of scene.recipients) {
      for (const name of [supplier.name, supplier.ref, supplier.id, contact.email]) expect(text).not.toContain(name);
    }
    expect(lines[0]).toBe("part,kind,figure,definition,number,of,counted,address\r\n");
    expect(lines.some((line) => line.includes(",signed,") && line.includes(",2,5,"))).toBe(true);
    expect(lines.some((line) => line.startsWith("Training,own,"))).toBe(true);
  });
});
