import { beforeAll, describe, expect, it } from "vitest";
import { actionsInput } from "#app/services/actions/pages/actions-address";
import { listActions } from "#app/services/actions/pages/list-actions";
import type { TeamContext } from "#app/services/context/contexts";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { exportReport } from "#app/services/team/reports/files/export-report";
import { printReport } from "#app/services/team/reports/files/print-report";
import { writeReport } from "#app/services/team/reports/files/write-report";
import { reportIds } from "#app/services/team/reports/reports";
import { showReport } from "#app/services/team/reports/show-report";
import { listReviews } from "#app/services/team/reviews/list-reviews";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { aScene, as, more, type Scene, sign, workedAnswers } from "#tests/app/team/suppliers/scene";
import { anAction, anActionEntry, anEvent, hoursLater } from "#tests/support/factories";
import { hasWriter, savedByOffice } from "#tests/support/office";
import { hasPoppler, objectsOf, poppler } from "#tests/support/pdf";

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

const visible = (text: string) =>
  text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "").replace(/\s+/g, " ");

/** Everything that a report has to say, whatever it is written in. */
async function said(ctx: TeamContext): Promise<readonly string[]> {
  const { title, law, notes, parts, words } = (await showReport(ctx, asked)).report;
  return [
    ...[title, law, words.own, ...notes],
    ...parts.flatMap((part) => [
      ...[part.title, ...part.own],
      ...part.figures.flatMap(({ definition, figure, counted }) => [definition, figure, counted]),
    ]),
  ];
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

  it.skipIf(!hasPoppler)("says the same as a tagged PDF", async () => {
    const ctx = as(scene, "analyst");
    const { bytes, name } = await printReport(ctx, asked);
    expect(name).toMatch(/^report-international-\d{4}-\d\d-\d\d\.pdf$/);
    expect(poppler("pdfinfo", bytes)).toMatch(/Tagged: +yes/);
    for (const role of ["H1", "H2", "H3", "L", "LI", "Lbl", "LBody"])
      expect(objectsOf(bytes)).toContain(`/S /${role}\n`);
    // Long lines are broken: what was one line is looked for by its words.
    const words = new Set(visible(poppler("pdftotext", bytes)).split(" "));
    for (const text of await said(ctx)) for (const word of visible(text).split(" ")) expect(words).toContain(word);
  });

  it.skipIf(!hasWriter)("says the same as a document that LibreOffice opens", async () => {
    const ctx = as(scene, "analyst");
    const { bytes, name } = await writeReport(ctx, asked);
    expect(name).toMatch(/\.docx$/);
    const text = visible(new TextDecoder().decode(savedByOffice(bytes, "docx", "txt:Text (encoded):UTF8")));
    for (const one of await said(ctx)) expect(text).toContain(visible(one));
  });

  it("leaves an event for each file that is taken", async () => {
    const ctx = as(scene, "analyst");
    await printReport(ctx, asked);
    await writeReport(ctx, asked);
    await exportReport(ctx, asked);
    const events = await ctx.store.audit.trail(scene.organisation.id, { actions: ["data.exported"], most: 3 });
    expect(events.map(({ details }) => details)).toEqual(
      expect.arrayContaining([{ what: "report-csv" }, { what: "report-docx" }, { what: "report-pdf" }]),
    );
  });

  it("makes no file and leaves no event where only its name is asked for", async () => {
    const ctx = { ...as(await aScene(1), "analyst"), isHead: true };
    for (const { bytes } of [await printReport(ctx, asked), await writeReport(ctx, asked)])
      expect(bytes).toHaveLength(0);
    await exportReport(ctx, asked);
    expect(await ctx.store.audit.trail(ctx.organisation.id, { actions: ["data.exported"], most: 3 })).toEqual([]);
  });
});
