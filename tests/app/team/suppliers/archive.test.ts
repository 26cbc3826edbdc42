import { beforeAll, describe, expect, it } from "vitest";
import { showChosen } from "#app/services/team/drafts/chosen-recipients";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { checkLaunch } from "#app/services/team/launches/check-launch";
import { readSupplierView } from "#app/services/team/suppliers/filters/supplier-filter";
import { listSuppliers } from "#app/services/team/suppliers/list-suppliers";
import { countAsked } from "#app/services/team/suppliers/marks/count-asked";
import { markSuppliers } from "#app/services/team/suppliers/marks/mark-suppliers";
import { showMarking } from "#app/services/team/suppliers/marks/show-marking";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { asPerson } from "#tests/support/context";
import { anEvent, anImported, aSupplier, hoursLater, now } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import { expectNoFaults, launch } from "#tests/support/team";
import { aScene, more, type Scene, sign, workedAnswers } from "./scene";

const step = { name: "Autumn", version: "forced-labour@1", regimes: [] };

async function aTeam(suppliers: number) {
  const scene = await aScene(suppliers);
  return { scene, ctx: asPerson(scene.ctx, { user: scene.admin, organisation: scene.organisation }) };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const change = ({ ctx }: Team, intent: "archive" | "restore", ids: readonly string[], seen = ids.length) =>
  markSuppliers.submit(ctx, { ids, seen, intent });
const shown = async ({ ctx }: Team, query = "") =>
  (await listSuppliers(ctx, readSupplierView(new URLSearchParams(query)))).lines.map(({ id }) => id);
const idOf = (scene: Scene, at: number) => scene.recipients[at]?.supplier.id ?? "";

describe("archived suppliers", () => {
  let team: Team;
  let first: string;
  beforeAll(async () => {
    team = await aTeam(3);
    first = idOf(team.scene, 0);
    const [one] = team.scene.recipients;
    if (one) await sign(team.scene, one, workedAnswers());
  });

  it("are out of every list, count and picture, and back in all of them when they are restored", async () => {
    const { scene, ctx } = team;
    const org = scene.organisation.id;
    const { store } = ctx;
    const counted = async () => ({
      shown: (await shown(team)).length,
      archived: await shown(team, "archived=only"),
      found: await shown(team, `q=${scene.recipients[0]?.contact.email}`),
      pictured: (await store.suppliers.spread(org)).points.length,
      placed: (await store.suppliers.countries(org)).reduce((sum, { suppliers }) => sum + suppliers, 0),
      asked: (await store.campaigns.coverage(org)).reduce((sum, { asked }) => sum + asked, 0),
      tried: [await store.ratedAnswers.rated(org), (await store.ratedAnswers.after(org, { most: 9 })).length],
      trend: (await store.ratings.figures(org, { most: 9 })).length,
      due: await store.reratings.count(org, { ruleSet: "none", questionnaires: ["forced-labour@1"] }),
      reviews: (await store.reviews.counts(org, { user: ctx.user.id, now })).open,
      queue: (await store.reviews.list(org, { state: "open", sort: "risk", at: 0, most: 9 })).length,
    });
    const before = await counted();
    expect(before).toMatchObject({
      shown: 3,
      archived: [],
      found: [first],
      pictured: 1,
      placed: 3,
      asked: 3,
      trend: 1,
      due: 1,
    });
    expect(before).toMatchObject({ tried: [{ all: 1 }, 1], reviews: 1, queue: 1 });
    expect(await change(team, "archive", [first])).toEqual({ done: { back: "/suppliers?sort=rating&changed=1" } });
    expect(await counted()).toMatchObject({
      ...{
        shown: 2,
        archived: [first],
        found: [],
        pictured: 0,
        placed: 2,
        asked: 2,
        trend: 0,
        due: 0,
        reviews: 0,
        queue: 0,
      },
      tried: [{ all: 0 }, 0],
    });
    await change(team, "restore", [first]);
    expect(await counted()).toEqual(before);
  });

  it("keep their page, which says since when and by whom, and their open links", async () => {
    const { scene, ctx } = team;
    const ids = [idOf(scene, 1)];
    const [, one] = scene.recipients;
    await change(team, "archive", ids);
    const page = await showSupplier(ctx, { id: ids[0] ?? "" });
    expect(page.archived).toMatchObject({ by: scene.admin.name });
    expect(page.archiveAt).toContain("#part-restore");
    expect(page.trail.lines.some(({ text }) => text === "Supplier archived")).toBe(true);
    if (one) await sign(scene, one, workedAnswers());
    expect((await showSupplier(ctx, { id: ids[0] ?? "" })).rated?.rating.band).toBeDefined();
    expect(await shown(team)).not.toContain(ids[0]);
    await change(team, "restore", ids);
    expect((await shown(team))[0]).toBeDefined();
    expect((await showSupplier(ctx, { id: ids[0] ?? "" })).archived).toBeUndefined();
  });

  it("are changed once, however often it is asked for, and by the number that was seen", async () => {
    const ids = [first, idOf(team.scene, 1), idOf(team.scene, 2)];
    expect(await change(team, "archive", ids, 2)).toMatchObject({ faults: [{ code: "suppliers-differ" }] });
    const twice = await Promise.all([change(team, "archive", ids), change(team, "archive", ids)]);
    const backs = twice.map((outcome) => ("done" in outcome ? outcome.done.back : ""));
    expect(backs.toSorted()).toEqual(["/suppliers?sort=rating&changed=0", "/suppliers?sort=rating&changed=3"]);
    expect(await showMarking(team.ctx, { ids })).toMatchObject({ suppliers: 3, archived: 3 });
    const all = { isAll: true, query: "archived=only" };
    expect(await showMarking(team.ctx, all)).toMatchObject({ suppliers: 3, archived: 3 });
    const restored = await markSuppliers.submit(team.ctx, { ...all, seen: 3, intent: "restore" });
    expect(restored).toEqual({ done: { back: "/suppliers?archived=only&changed=3" } });
    expect(await change(team, "restore", ids)).toEqual({ done: { back: "/suppliers?sort=rating&changed=0" } });
  });
});

describe("asking suppliers of the table in a campaign", () => {
  it("asks exactly those, and says who is archived or has no contact", async () => {
    const team = await aTeam(2);
    const { scene, ctx } = team;
    const org = scene.organisation.id;
    const silent = aSupplier({ org, name: "Without a contact" });
    await ctx.store.suppliers.add({ org, added: [anImported(silent)], changed: [], audit: [anEvent()] });
    await more(scene, [{ name: "Not asked" }]);
    const ids = [idOf(scene, 0), idOf(scene, 1), silent.id];
    await change(team, "archive", ids.slice(1, 2));
    const chosen = { ids };
    expect(await countAsked(ctx, { chosen })).toEqual({ suppliers: 3, archived: 1 });
    const began = await startCampaign.submit(ctx, { ...step, chosen: { ...chosen, seen: "4" } });
    expect(began).toEqual({ faults: [{ field: "chosen", code: "suppliers-differ" }] });
    const campaign = expectNoFaults(await startCampaign(ctx, { ...step, chosen: { ...chosen, seen: 3 } }));
    expect(await showChosen(ctx, { campaign })).toMatchObject({
      ...{ all: 3, withContact: 1, archived: 1 },
      withoutContact: [{ id: silent.id }],
      firstArchived: [{ id: ids[1] }],
    });
    expect((await checkLaunch(ctx, { campaign })).checks).toContainEqual({
      ...{ code: "archived", state: "look", params: { count: 1 } },
    });
    expect(await launch(ctx, campaign)).toBe(1);
    await doJobs(scene.ctx);
    const asked = await ctx.store.campaigns.recipients(org, campaign, { page: 1, pageSize: 9, now: hoursLater(1) });
    expect(asked.rows.map(({ supplier }) => supplier.id)).toEqual([ids[0]]);
  });

  it("asks all of a view, and leaves out whoever is archived while it launches", async () => {
    const team = await aTeam(3);
    const { scene, ctx } = team;
    const chosen = { isAll: true, query: "q=SUP", seen: 3 };
    const campaign = expectNoFaults(await startCampaign(ctx, { ...step, chosen }));
    expect(await beginLaunch(ctx, { campaign, links: 30 })).toBe(3);
    await change(team, "archive", [idOf(scene, 2)]);
    await doJobs(scene.ctx);
    const asked = await ctx.store.campaigns.recipients(scene.organisation.id, campaign, { page: 1, pageSize: 9, now });
    expect(asked.rows.map(({ supplier }) => supplier.id)).toEqual([idOf(scene, 0), idOf(scene, 1)]);
  });
});
